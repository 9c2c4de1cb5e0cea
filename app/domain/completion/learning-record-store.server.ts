import { type Db, Prisma, query } from "~/platform/db.server";
import { type AnswerRow, ANSWERS } from "../assessment/answer-rows";
import { COMPLETION_OF_TURN, readCompletion, type StoredCompletion } from "./completion-of-turn";
import type { LearningRecord, RemedialFact } from "./learning-record";

export interface LearningRecordRow extends Omit<
  LearningRecord,
  "lessons" | "attempts" | "remedials" | "supplements" | "completion" | "voided" | "certificate" | "assignment"
> {
  assignment: { assignedAt: string; unitName: string; note: string | null } | null;
  lessons: { lessonId: string; openedAt: string; lastSeenAt: string; finishedAt: string | null }[] | null;
  attempts:
    | {
        id: string;
        number: number;
        status: "open" | "submitted" | "voided";
        startedAt: string;
        deadlineAt: string;
        submittedAt: string | null;
        passed: boolean | null;
        percent: number | null;
        awaitsMarking: boolean;
      }[]
    | null;
  remedials: (Omit<RemedialFact, "dueFrom" | "doneAt"> & { dueFrom: string; doneAt: string | null })[] | null;
  supplements: { id: string; title: string; dueOn: string; doneAt: string | null }[] | null;
  completion: StoredCompletion | null;
  certificate: { serial: string; number: string; issuedAt: string } | null;
}

// One statement for everything: a page never asks again per course, lesson or attempt.
export const LEARNING_RECORD = `
SELECT e.id AS "enrolmentId", e.course_id AS "courseId", c.slug AS "courseSlug", e.version_id AS "versionId",
  c.unpublished_at IS NULL AS offered, e.cycle, e.required,
  e.due_on::text AS "dueOn", e.created_at AS "createdAt", e.started_at AS "startedAt",
  (SELECT json_build_object('assignedAt', a.assigned_at, 'unitName', u.name, 'note', a.note)
   FROM assignment a JOIN unit u ON u.id = a.unit_id WHERE a.id = e.assignment_id) AS assignment,
  (SELECT json_agg(json_build_object('lessonId', p.lesson_id, 'openedAt', p.opened_at, 'lastSeenAt', p.last_seen_at, 'finishedAt', p.finished_at))
   FROM lesson_progress p WHERE p.enrolment_id = e.id) AS lessons,
  (SELECT json_agg(json_build_object('id', t.id, 'number', t.number, 'status', t.status, 'startedAt', t.started_at, 'deadlineAt', t.deadline_at,
     'submittedAt', t.submitted_at, 'passed', t.passed, 'percent', t.percent, 'awaitsMarking', t.awaits_marking) ORDER BY t.number)
   FROM attempt t WHERE t.enrolment_id = e.id) AS attempts,
  (SELECT json_agg(json_build_object('questionId', r.question_id, 'attemptId', r.attempt_id, 'lessonId', r.lesson_id, 'section', r.section,
     'optionId', r.option_id, 'dueFrom', r.due_from, 'doneAt', r.done_at) ORDER BY r.due_from, r.question_id)
   FROM remedial_duty r WHERE r.enrolment_id = e.id) AS remedials,
  (SELECT json_agg(json_build_object('id', s.id, 'title', s.title, 'dueOn', s.due_on, 'doneAt', n.done_at) ORDER BY s.due_on)
   FROM supplement_duty d JOIN supplement s ON s.id = d.supplement_id
   LEFT JOIN supplement_completion n ON n.supplement_id = d.supplement_id AND n.official_id = d.official_id
   WHERE d.enrolment_id = e.id) AS supplements,
  coalesce((SELECT json_agg(json_build_object('timeFactor', w.time_factor, 'untimed', w.untimed, 'extraAttempts', w.extra_attempts,
     'closesOn', w.closes_on, 'validFrom', w.valid_from, 'validTo', w.valid_to))
   FROM accommodation w WHERE w.official_id = e.official_id AND (w.course_id IS NULL OR w.course_id = e.course_id)
     AND w.revoked_at IS NULL), '[]') AS accommodations,
  ${COMPLETION_OF_TURN} AS completion,
  (SELECT json_build_object('serial', g.serial, 'number', g.number, 'issuedAt', g.issued_at)
   FROM certificate_turn h JOIN certificate g ON g.id = h.certificate_id
   WHERE h.official_id = e.official_id AND h.course_id = e.course_id AND h.cycle = e.cycle) AS certificate
FROM enrolment e JOIN course c ON c.id = e.course_id`;

const date = (text: string | null): Date | null => (text === null ? null : new Date(text));

export function readLearningRecord(row: LearningRecordRow): LearningRecord {
  return {
    ...row,
    assignment: row.assignment && { ...row.assignment, assignedAt: new Date(row.assignment.assignedAt) },
    lessons: (row.lessons ?? []).map((lesson) => ({
      ...lesson,
      openedAt: new Date(lesson.openedAt),
      lastSeenAt: new Date(lesson.lastSeenAt),
      finishedAt: date(lesson.finishedAt),
    })),
    attempts: (row.attempts ?? []).map((attempt) => ({
      ...attempt,
      startedAt: new Date(attempt.startedAt),
      deadlineAt: new Date(attempt.deadlineAt),
      submittedAt: date(attempt.submittedAt),
    })),
    remedials: (row.remedials ?? []).map((remedial) => ({
      ...remedial,
      dueFrom: new Date(remedial.dueFrom),
      doneAt: date(remedial.doneAt),
    })),
    supplements: (row.supplements ?? []).map((each) => ({ ...each, doneAt: date(each.doneAt) })),
    ...readCompletion(row.completion),
    certificate: row.certificate && { ...row.certificate, issuedAt: new Date(row.certificate.issuedAt) },
  };
}

/** All course turns of one official, the latest first. The caller has made sure that the official may be seen. */
export async function listLearningRecords(input: { officialId: string }): Promise<LearningRecord[]> {
  const rows = await query<LearningRecordRow>(
    "learning-record.list",
    `${LEARNING_RECORD} WHERE e.official_id = $1 ORDER BY e.cycle DESC, e.created_at DESC`,
    [input.officialId],
  );
  return rows.map(readLearningRecord);
}

/** The latest turn of a course for one official; null when the course was never given to nor chosen by the person. */
export async function findLearningRecord(input: {
  officialId: string;
  courseSlug: string;
}): Promise<LearningRecord | null> {
  const rows = await query<LearningRecordRow>(
    "learning-record.find",
    `${LEARNING_RECORD} WHERE e.official_id = $1 AND c.slug = $2 ORDER BY e.cycle DESC LIMIT 1`,
    [input.officialId, input.courseSlug],
  );
  return rows[0] ? readLearningRecord(rows[0]) : null;
}

/** What handing in needs of a locked attempt: its answers and the whole course turn, in one statement. */
export async function readHandIn(
  tx: Db,
  input: { enrolmentId: string; attemptId: string },
): Promise<{ record: LearningRecord; answers: AnswerRow[] }> {
  const [row] = await tx.$queryRaw<
    (LearningRecordRow & { answers: (Omit<AnswerRow, "settledAt"> & { settledAt: string | null })[] })[]
  >`
    SELECT turn.*, coalesce((SELECT json_agg(given) FROM (${Prisma.raw(ANSWERS)} WHERE a.attempt_id = ${input.attemptId}::uuid) given), '[]') AS answers
    FROM (${Prisma.raw(LEARNING_RECORD)} WHERE e.id = ${input.enrolmentId}::uuid) turn`;
  if (!row) throw new Error(`no enrolment ${input.enrolmentId}`);
  const { answers, ...turn } = row;
  return {
    record: readLearningRecord(turn),
    answers: answers.map((answer) => ({ ...answer, settledAt: date(answer.settledAt) })),
  };
}

/** The same of one course turn inside a transaction that has just changed it. */
export async function findLearningRecordIn(tx: Db, enrolmentId: string): Promise<LearningRecord> {
  const rows = await tx.$queryRaw<
    LearningRecordRow[]
  >`${Prisma.raw(LEARNING_RECORD)} WHERE e.id = ${enrolmentId}::uuid`;
  if (!rows[0]) throw new Error(`no enrolment ${enrolmentId}`);
  return readLearningRecord(rows[0]);
}
