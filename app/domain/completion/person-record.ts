import type { CourseManifest } from "../courses/course";
import type { OfficialRow } from "../organization/official";
import { maskPersonalId } from "../organization/personal-id";
import type { PostHeld } from "../organization/staff-change";
import type { StaffCategory } from "../organization/staff-category";
import type { SealMark } from "../seals/seal";
import { daysUntil, type LocalDay } from "../time";
import type { Standing } from "./evaluate";
import { type LearningRecord, standingOf } from "./learning-record";

/** What a certificate is worth now; the words of domain/certificates, which stands above. */
export type CertificateWorth = "valid" | "revoked" | "expired" | "reissued";

/** One course in one cycle, as the record of a person shows it. */
export interface TurnRecord {
  enrolmentId: string;
  courseSlug: string;
  title: string;
  cycle: string;
  required: boolean;
  /** Who asked for it; null when the person chose the course. */
  assignment: LearningRecord["assignment"];
  dueOn: LocalDay | null;
  /** Days until the last day: negative when it is over; null without one. */
  daysLeft: number | null;
  startedAt: Date | null;
  /** When the last of the required lessons was finished; null while one is open. */
  lessonsFinishedAt: Date | null;
  lessonsDone: number;
  lessonsInAll: number;
  standing: Standing;
  /** By a decision on learning elsewhere. */
  recognised: boolean;
  scorePercent: number | null;
  passPercent: number | null;
  /** Dates and scores, never answers. */
  attempts: AttemptRecord[];
  certificate: { serial: string; number: string; issuedAt: Date; status: CertificateWorth } | null;
  /** Changed parts that became due after the course was finished. */
  supplements: LearningRecord["supplements"];
}

export interface AttemptRecord {
  id: string;
  number: number;
  status: "open" | "submitted" | "voided";
  startedAt: Date;
  submittedAt: Date | null;
  percent: number | null;
  passed: boolean | null;
}

/** Everything that is on record about one official's learning: HR and the official read the same. */
export interface PersonRecord {
  id: string;
  fullName: string;
  staffNumber: string;
  staffCategory: StaffCategory;
  positionTitle: string;
  unitName: string;
  unitPath: string;
  /** From the widest unit down to the person's own. */
  unitPathNames: string[];
  recruitedOn: LocalDay | null;
  leftOn: LocalDay | null;
  /** Where the person was when, the latest first. */
  posts: PostHeld[];
  /** "xxx xxx xxx 123" */
  personalIdMasked: string | null;
  /** null: never. */
  lastSignInAt: Date | null;
  asOf: Date;
  /** The last seal of the record, for print. */
  seal: SealMark | null;
  turns: TurnRecord[];
}

/** Puts the record together. `manifests` by version id; `certificates` says by serial what each is worth now. */
export function personRecord(input: {
  official: OfficialRow;
  unitPathNames: string[];
  posts: PostHeld[];
  lastSignInAt: Date | null;
  records: readonly LearningRecord[];
  manifests: ReadonlyMap<string, CourseManifest>;
  certificates: ReadonlyMap<string, CertificateWorth>;
  seal: SealMark | null;
  now: Date;
}): PersonRecord {
  const { official, now } = input;
  return {
    id: official.id,
    fullName: official.fullName,
    staffNumber: official.staffNumber,
    staffCategory: official.staffCategory,
    positionTitle: official.positionTitle,
    unitName: official.unitName,
    unitPath: official.unitPath,
    unitPathNames: input.unitPathNames,
    recruitedOn: official.recruitedOn,
    leftOn: official.leftOn,
    posts: input.posts,
    personalIdMasked: maskPersonalId(official.personalIdLast),
    lastSignInAt: input.lastSignInAt,
    asOf: now,
    seal: input.seal,
    turns: input.records.map((record) =>
      turnRecord(record, input.manifests.get(record.versionId)!, input.certificates, now),
    ),
  };
}

function turnRecord(
  record: LearningRecord,
  manifest: CourseManifest,
  certificates: ReadonlyMap<string, CertificateWorth>,
  now: Date,
): TurnRecord {
  const finished = new Map(
    record.lessons.flatMap(({ lessonId, finishedAt }) => (finishedAt ? [[lessonId, finishedAt] as const] : [])),
  );
  const required = manifest.lessons.filter((lesson) => lesson.required);
  const finishedAt = required.map((lesson) => finished.get(lesson.id)?.getTime());
  const complete = finishedAt.length > 0 && finishedAt.every((at) => at !== undefined);
  return {
    enrolmentId: record.enrolmentId,
    courseSlug: record.courseSlug,
    title: manifest.title,
    cycle: record.cycle,
    required: record.required,
    assignment: record.assignment,
    dueOn: record.dueOn,
    daysLeft: record.dueOn === null ? null : daysUntil(record.dueOn, now),
    startedAt: record.startedAt,
    lessonsFinishedAt: complete ? new Date(Math.max(...finishedAt)) : null,
    lessonsDone: manifest.lessons.filter((lesson) => finished.has(lesson.id)).length,
    lessonsInAll: manifest.lessons.length,
    standing: standingOf(manifest, record, now),
    recognised: record.completion?.recognised ?? false,
    scorePercent: record.completion?.scorePercent ?? null,
    passPercent: manifest.test?.passPercent ?? null,
    attempts: record.attempts.map(({ id, number, status, startedAt, submittedAt, percent, passed }) => {
      return { id, number, status, startedAt, submittedAt, percent, passed };
    }),
    certificate: record.certificate && {
      ...record.certificate,
      status: certificates.get(record.certificate.serial) ?? "valid",
    },
    supplements: record.supplements,
  };
}
