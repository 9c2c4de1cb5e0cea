import { evaluate } from "../completion/evaluate";
import { eventsOf, requirementOf } from "../completion/learning-record";
import type { StaffCategory } from "../organization/staff-category";
import { endOfDay, formatDay, isOverdue, localDay, type LocalDay } from "../time";
import type { EmploymentPart } from "./employment-parts";
import type { EvidenceRow, EvidenceStatus } from "./evidence";
import type { PersonFacts, SupplementTurn, TurnFacts, VersionFacts } from "./person-facts";
import { type EvaluationTemplate, suggestedCriteria } from "./template";

export interface EvidenceFrame {
  period: { fromOn: LocalDay; toOn: LocalDay };
  /** What happened later does not count. */
  until: Date;
  templates: ReadonlyMap<StaffCategory, EvaluationTemplate>;
  versions: ReadonlyMap<string, VersionFacts>;
}

export interface RowContext {
  person: PersonFacts;
  frame: EvidenceFrame;
  part: EmploymentPart;
  last: boolean;
  contested: boolean;
}

type Finish = "in-part" | "elsewhere" | "not-yet";

/** Where a completion falls, seen from a part: what came after it counts there as not yet. */
function finishOf(at: Date | null, { part, last, frame }: RowContext): Finish {
  if (at === null || at > frame.until) return "not-yet";
  const day = localDay(at);
  if (day < part.takesFrom) return "elsewhere";
  return day <= part.takesTo || (last && day <= frame.period.toOn) ? "in-part" : last ? "elsewhere" : "not-yet";
}

/** An unfinished duty: whether this part answers for it. */
function owedIn(duty: { askedAt: Date; dueOn: LocalDay | null }, context: RowContext, at: Date): boolean {
  if (duty.askedAt > at) return false;
  if (isOverdue(duty.dueOn, at)) return true;
  return context.last && (duty.dueOn === null || duty.dueOn <= context.frame.period.toOn);
}

function endOf({ part, last, frame }: RowContext): Date {
  const end = endOfDay(part.takesTo);
  return last || frame.until < end ? frame.until : end;
}

export function courseRow(turn: TurnFacts, context: RowContext): EvidenceRow | null {
  const { frame, person } = context;
  const finish = finishOf(turn.completion?.completedAt ?? null, context);
  const at = endOf(context);
  const owed = turn.required && owedIn({ askedAt: turn.assignedAt ?? turn.createdAt, dueOn: turn.dueOn }, context, at);
  if (finish === "elsewhere" || (finish === "not-yet" && !owed)) return null;
  const completion = finish === "in-part" ? turn.completion : null;
  const version = frame.versions.get(completion?.versionId ?? turn.versionId)!;
  const handedIn = turn.attempts.filter(
    ({ status, submittedAt }) => status === "submitted" && submittedAt !== null && submittedAt <= at,
  );
  const scores = handedIn.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  const certificate =
    turn.certificate && completion && turn.certificate.issuedAt <= frame.until ? turn.certificate : null;
  const { objected, ...common } = commonOf(`course:${turn.courseId}:${turn.cycle}`, context);
  const status = completion ? "completed" : statusOf(turn, version, at);
  const onTime = completion ? completion.onTime : status === "overdue" ? false : null;
  return {
    ...common,
    kind: "course",
    courseSlug: turn.courseSlug,
    courseTitle: completion?.courseTitle ?? version.manifest.title,
    cycle: turn.cycle,
    versionNumber: version.number,
    legalBasis: version.legalBasis,
    required: turn.required,
    assignedOn: turn.assignedAt && localDay(turn.assignedAt),
    dueOn: turn.dueOn,
    status,
    completedOn: completion && localDay(completion.completedAt),
    onTime,
    bestScore: scores.length > 0 ? Math.max(...scores) : (completion?.scorePercent ?? null),
    attempts: handedIn.length,
    certificateNumber: certificate?.number ?? null,
    certificateSerial: certificate?.serial ?? null,
    certificateStatus: certificate?.status ?? null,
    ...originOf(turn, completion),
    criteria: suggestedCriteria(templateOf(frame, person.staffCategory), {
      courseCriteria: version.manifest.criteria,
      completed: completion !== null,
      required: turn.required,
      onTime,
    }),
    changedAt: latest([
      turn.createdAt,
      turn.startedAt,
      turn.assignedAt,
      turn.careAt,
      turn.voided?.at,
      status === "overdue" ? endOfDay(turn.dueOn!) : null,
      completion?.recordedAt,
      certificate?.changedAt,
      ...handedIn.map(({ submittedAt }) => submittedAt),
      ...objected,
    ]),
  };
}

export function supplementRow(turn: SupplementTurn, context: RowContext): EvidenceRow | null {
  const { frame, person } = context;
  const finish = finishOf(turn.doneAt, context);
  const at = endOf(context);
  const owed = owedIn({ askedAt: turn.publishedAt, dueOn: turn.dueOn }, context, at);
  if (finish === "elsewhere" || (finish === "not-yet" && !owed)) return null;
  const doneAt = finish === "in-part" ? turn.doneAt : null;
  const version = frame.versions.get(turn.versionId)!;
  const late = isOverdue(turn.dueOn, doneAt ?? at);
  const onTime = doneAt ? !late : late ? false : null;
  const { objected, ...common } = commonOf(`supplement:${turn.id}`, context);
  return {
    ...common,
    kind: "supplement",
    courseSlug: turn.courseSlug,
    courseTitle: turn.title,
    cycle: turn.cycle,
    versionNumber: version.number,
    legalBasis: turn.document,
    required: true,
    assignedOn: localDay(turn.publishedAt),
    dueOn: turn.dueOn,
    status: doneAt ? "completed" : late ? "overdue" : "not-started",
    completedOn: doneAt && localDay(doneAt),
    onTime,
    bestScore: null,
    attempts: 0,
    certificateNumber: null,
    certificateSerial: null,
    certificateStatus: null,
    origin: doneAt && "earned",
    originNote: null,
    revision: null,
    criteria: suggestedCriteria(templateOf(frame, person.staffCategory), {
      courseCriteria: version.manifest.criteria,
      completed: doneAt !== null,
      required: true,
      onTime,
    }),
    changedAt: latest([turn.publishedAt, doneAt, late && !doneAt ? endOfDay(turn.dueOn) : null, ...objected]),
  };
}

function commonOf(name: string, { person, part, contested }: RowContext) {
  const key = `${name}@${part.from}`;
  const own = person.objections.filter(({ rowKey }) => rowKey === key);
  return {
    key,
    positionTitle: part.positionTitle,
    partFrom: part.from,
    partTo: part.to,
    contested: contested || own.some(({ answeredAt }) => answeredAt === null),
    objected: own.flatMap(({ madeAt, answeredAt }) => [madeAt, answeredAt]),
  };
}

/** The standing of `evaluate` at an instant: what came later is left out, a completion too. */
function statusOf(turn: TurnFacts, { manifest }: VersionFacts, at: Date): EvidenceStatus {
  const reached = (when: Date | null) => when !== null && when <= at;
  const known = {
    startedAt: reached(turn.startedAt) ? turn.startedAt : null,
    lessons: turn.lessons.filter(({ finishedAt }) => reached(finishedAt)),
    attempts: turn.attempts
      .filter(({ startedAt }) => reached(startedAt))
      .map((attempt) =>
        reached(attempt.submittedAt) ? attempt : { ...attempt, status: "open" as const, awaitsMarking: false },
      ),
    remedials: turn.remedials
      .filter(({ dueFrom }) => reached(dueFrom))
      .map((remedial) => (reached(remedial.doneAt) ? remedial : { ...remedial, doneAt: null })),
    completion: null,
    voided: null,
  };
  const standing = evaluate(requirementOf(manifest, turn, at), eventsOf(known), at);
  if (isOverdue(turn.dueOn, at)) return "overdue";
  // Without a completion on record nothing is called completed: a certificate and a decision could rest on it.
  return standing.status === "completed" ? "in-progress" : standing.status;
}

/** How a completion came about; where one was declared void, why there is none. */
function originOf(
  { voided }: TurnFacts,
  completion: TurnFacts["completion"],
): Pick<EvidenceRow, "origin" | "originNote" | "revision"> {
  if (!completion) return { origin: voided && "voided", originNote: voided && voided.reason, revision: null };
  const { recognised, revision, reason } = completion;
  if (recognised)
    return { origin: "recognised", originNote: `${recognised.number}, ${formatDay(recognised.decidedOn)}`, revision };
  return { origin: revision > 0 ? "corrected" : "earned", originNote: reason, revision };
}

function templateOf(frame: EvidenceFrame, category: StaffCategory): Pick<EvaluationTemplate, "criteria"> {
  return frame.templates.get(category) ?? { criteria: [] };
}

export function latest(times: readonly (Date | null | undefined)[]): string {
  return new Date(Math.max(...times.map((at) => at?.getTime() ?? 0))).toISOString();
}

export function byDay(a: EvidenceRow, b: EvidenceRow): number {
  const [x, y] = [a, b].map((row) => `${row.completedOn ?? row.dueOn ?? "9999"} ${row.courseTitle} ${row.key}`);
  return x! < y! ? -1 : 1;
}
