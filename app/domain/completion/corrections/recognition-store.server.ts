import type { Db } from "~/platform/db.server";
import type { LocalDay } from "../../time";
import type { Because } from "../because";
import type { CompletionFacts } from "../completion-store.server";
import type { Revision } from "./correction";
import type { Writer } from "./correction-store.server";

export interface NewRecognition {
  officialId: string;
  courseId: string;
  cycle: string;
  decisionNumber: string;
  decidedOn: LocalDay;
  issuer: string;
  learned: string;
  file: { sha256: string; name: string; type: string } | null;
}

/** The turn of a course that a decision is about; made where nobody has asked for it nor chosen it. Twice is once. */
export async function ensureTurn(
  tx: Db,
  input: { officialId: string; courseId: string; cycle: string; now: Date },
): Promise<string> {
  const { officialId, courseId, cycle, now } = input;
  await tx.$executeRaw`
    INSERT INTO enrolment (official_id, course_id, cycle, version_id, required, created_at)
    SELECT ${officialId}::uuid, c.id, ${cycle}, c.current_version_id, false, ${now} FROM course c
    WHERE c.id = ${courseId}::uuid AND c.current_version_id IS NOT NULL
    ON CONFLICT (official_id, course_id, cycle) DO NOTHING`;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM enrolment WHERE official_id = ${officialId}::uuid AND course_id = ${courseId}::uuid AND cycle = ${cycle} FOR UPDATE`;
  if (!row) throw new Error(`no turn of course ${courseId}`);
  return row.id;
}

export async function insertRecognition(
  tx: Db,
  input: { recognition: NewRecognition; by: Writer; now: Date },
): Promise<string> {
  const { recognition, by, now } = input;
  const { file, decidedOn, ...facts } = recognition;
  const { id } = await tx.recognisedLearning.create({
    data: {
      ...facts,
      decidedOn: new Date(`${decidedOn}T00:00:00Z`),
      fileName: file?.name ?? null,
      fileType: file?.type ?? null,
      fileSha256: file?.sha256 ?? null,
      recordedAt: now,
      recordedBy: by.accountId,
      recordedByName: by.name,
    },
    select: { id: true },
  });
  return id;
}

/** The row of the record that rests on a decision: the first of the turn, or a further one after one that is void. */
export async function insertRecognisedCompletion(
  tx: Db,
  input: {
    facts: Omit<CompletionFacts, "attemptId">;
    recognitionId: string;
    after: Revision | null;
    onTime: boolean | null;
    because: Because[];
    reason: string;
    by: Writer;
    now: Date;
  },
): Promise<string> {
  const { facts, after, by } = input;
  const correction = after ? "recognised" : null;
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO completion (official_id, course_id, cycle, revision, corrects_id, correction, version_id, completed_at, recorded_at, full_name,
      staff_number, staff_category, position_title, unit_id, unit_name, unit_path_names, course_title, started_at, assigned_at, due_on, on_time,
      attempts_used, because, reason, recognised_id, recorded_by, recorded_by_name)
    VALUES (${facts.officialId}::uuid, ${facts.courseId}::uuid, ${facts.cycle}, ${after ? after.revision + 1 : 0}::int, ${after?.id ?? null}::uuid,
      ${correction}, ${facts.versionId}::uuid, ${facts.completedAt}, ${input.now}, ${facts.fullName}, ${facts.staffNumber},
      ${facts.staffCategory}::staff_category, ${facts.positionTitle}, ${facts.unitId}::uuid, ${facts.unitName}, ${facts.unitPathNames},
      ${facts.courseTitle}, ${facts.startedAt}, ${facts.assignedAt}, ${facts.dueOn}::date, ${input.onTime}, 0,
      ${JSON.stringify(input.because)}::jsonb, ${input.reason}, ${input.recognitionId}::uuid, ${by.accountId}::uuid, ${by.name})
    RETURNING id`;
  return made!.id;
}
