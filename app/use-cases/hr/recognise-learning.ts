import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { takeLocks, turnLock } from "~/domain/certificates/issue-store.server";
import { readIssueFacts } from "~/domain/certificates/issue-facts-store.server";
import type { Because } from "~/domain/completion/because";
import { inForce, latest, type RecognitionFault } from "~/domain/completion/corrections/correction";
import type { RecognitionValues } from "~/domain/completion/corrections/correction-form";
import { listRevisions, markCompleted } from "~/domain/completion/corrections/correction-store.server";
import {
  ensureTurn,
  insertRecognisedCompletion,
  insertRecognition,
} from "~/domain/completion/corrections/recognition-store.server";
import { type DecisionFile, decisionFileOf } from "~/domain/completion/corrections/decision-file";
import { findCourse } from "~/domain/courses/course-store.server";
import { listPublishedCourses } from "~/domain/courses/version-cache.server";
import { lockStandings, recountUnitOf } from "~/domain/enrolment/standing-store.server";
import type { OfficialRow } from "~/domain/organization/official";
import { findOfficial } from "~/domain/organization/official-store.server";
import { notFound } from "~/domain/problem";
import { isOverdue, localDay, startOfDay } from "~/domain/time";
import { db, inTransaction, LONG_WORK } from "~/platform/db.server";
import { files } from "~/platform/files/files.server";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface RecognitionAsked {
  viewer: Viewer;
  scope: readonly string[];
  officialId: string;
  values: Omit<RecognitionValues, "step">;
  file: { name: string; bytes: Uint8Array } | null;
  now: Date;
}

export type RecognitionAnswer =
  | {
      kind: "may-be" | "recognised";
      official: OfficialRow;
      course: { slug: string; title: string };
      enrolmentId: string | null;
    }
  | { kind: "refused"; fault: RecognitionFault };

/** The person, and the courses that a decision can be about. */
export async function viewRecognition(input: { officialId: string; scope: readonly string[] }): Promise<{
  official: OfficialRow;
  courses: { slug: string; title: string }[];
}> {
  const official = UUID.test(input.officialId) ? await findOfficial(db, input) : null;
  if (!official) throw notFound(`official ${input.officialId}`);
  const courses = await listPublishedCourses();
  return { official, courses: courses.map(({ slug, title }) => ({ slug, title })) };
}

/** Whether it could be recorded; nothing is written. */
export async function previewRecognition(input: RecognitionAsked): Promise<RecognitionAnswer> {
  const { official, course } = await parties(input);
  const fault = faultOf(input) ?? (await standsAlready(input, course.id));
  return fault
    ? { kind: "refused", fault }
    : { kind: "may-be", official, course: { slug: course.slug, title: course.title }, enrolmentId: null };
}

/**
 * Records that what somebody learned elsewhere counts for a turn of a course, by a decision: the turn is completed on the day of the
 * decision, visibly recognised, without a certificate of ours. Lists and counts follow in the same transaction.
 */
export async function recogniseLearning(input: RecognitionAsked): Promise<RecognitionAnswer> {
  const { viewer, officialId, values, now } = input;
  const { official, course } = await parties(input);
  const fault = faultOf(input);
  if (fault) return { kind: "refused", fault };
  const document = input.file && decisionFileOf(input.file);
  const kept = document && typeof document === "object" ? await keep(document) : null;
  const { cycle } = values;
  const turn = { officialId, courseId: course.id, cycle };
  return inTransaction(async (tx): Promise<RecognitionAnswer> => {
    await lockStandings(tx, turn);
    await takeLocks(tx, [turnLock(turn)]);
    const revisions = await listRevisions(tx, turn);
    if (inForce(revisions)) return { kind: "refused", fault: { reason: "already-completed", field: "course" } };
    const enrolmentId = await ensureTurn(tx, { ...turn, now });
    const { facts } = (await readIssueFacts(tx, { enrolmentId }))!;
    const by = { accountId: viewer.accountId, name: viewer.displayName };
    const { decisionNumber, decidedOn, issuer, learned } = values;
    const recognition = { ...turn, decisionNumber, decidedOn, issuer, learned, file: kept };
    const recognitionId = await insertRecognition(tx, { recognition, by, now });
    const completedAt = startOfDay(decidedOn);
    const because: Because[] = [{ kind: "recognised", decisionNumber, issuer, learned, at: completedAt }];
    const onTime = facts.dueOn === null ? null : !isOverdue(facts.dueOn, completedAt);
    const completionId = await insertRecognisedCompletion(tx, {
      facts: { ...facts, completedAt },
      recognitionId,
      after: latest(revisions),
      onTime,
      because,
      reason: learned,
      by,
      now,
    });
    await markCompleted(tx, { enrolmentId, completedAt });
    await recountUnitOf(tx, turn);
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "learning.recognised",
      subject: { type: "completion", id: completionId, label: `${official.fullName} – ${facts.courseTitle}` },
      unitPath: official.unitPath,
      after: { cycle, decisionNumber, decidedOn, issuer, learned, file: kept?.name ?? null, onTime },
      at: now,
    });
    return { kind: "recognised", official, course: { slug: course.slug, title: course.title }, enrolmentId };
  }, LONG_WORK);
}

async function parties({ officialId, scope, values }: RecognitionAsked) {
  const { official } = await viewRecognition({ officialId, scope });
  const course = await findCourse(db, values.course);
  if (!course?.currentVersionId) throw notFound(`course ${values.course}`);
  return { official, course };
}

function faultOf({ viewer, officialId, values, file, now }: RecognitionAsked): RecognitionFault | null {
  if (viewer.official?.id === officialId) return { reason: "for-oneself", field: null };
  if (values.decidedOn > localDay(now)) return { reason: "in-future", field: "decidedOn" };
  const document = file && decisionFileOf(file);
  return typeof document === "string" ? { reason: document, field: "file" } : null;
}

async function standsAlready(
  { officialId, values }: RecognitionAsked,
  courseId: string,
): Promise<RecognitionFault | null> {
  const revisions = await listRevisions(db, { officialId, courseId, cycle: values.cycle });
  return inForce(revisions) ? { reason: "already-completed", field: "course" } : null;
}

/** Before the row that names it: a file that no row names is taken away after some days. */
async function keep({ bytes, name, type }: DecisionFile) {
  return { sha256: await files().put(bytes), name, type };
}
