import { query } from "~/platform/db.server";
import { COMPLETION_OF_TURN, readCompletion, type StoredCompletion } from "./completion-of-turn";
import type { RemedialFact } from "./learning-record";
import type { ExportTurn } from "./staff-export";

interface Row extends Omit<ExportTurn, "lessons" | "attempts" | "remedials" | "completion" | "voided"> {
  remedials: (Omit<RemedialFact, "dueFrom" | "doneAt"> & { dueFrom: string; doneAt: string | null })[] | null;
  officialId: string;
  lessons: { lessonId: string; at: string }[] | null;
  attempts:
    | {
        number: number;
        status: "submitted" | "open";
        startedAt: string;
        deadlineAt: string;
        submittedAt: string | null;
        passed: boolean | null;
        percent: number | null;
        awaitsMarking: boolean;
      }[]
    | null;
  completion: StoredCompletion | null;
}

// The latest revision of a completion counts; lessons are read only while there is none.
const TURNS = `
SELECT e.official_id AS "officialId", e.version_id AS "versionId", e.required, e.due_on::text AS "dueOn", e.started_at AS "startedAt",
  s.assigned_at AS "assignedAt",
  CASE WHEN e.completed_at IS NULL AND e.started_at IS NOT NULL THEN
    (SELECT json_agg(json_build_object('lessonId', p.lesson_id, 'at', p.finished_at))
     FROM lesson_progress p WHERE p.enrolment_id = e.id AND p.finished_at IS NOT NULL) END AS lessons,
  CASE WHEN e.started_at IS NOT NULL THEN
    (SELECT json_agg(json_build_object('number', t.number, 'status', t.status, 'startedAt', t.started_at, 'deadlineAt', t.deadline_at,
       'submittedAt', t.submitted_at, 'passed', t.passed, 'percent', t.percent, 'awaitsMarking', t.awaits_marking) ORDER BY t.number)
     FROM attempt t WHERE t.enrolment_id = e.id AND t.status <> 'voided') END AS attempts,
  (SELECT json_agg(json_build_object('questionId', r.question_id, 'attemptId', r.attempt_id, 'lessonId', r.lesson_id, 'section', r.section,
     'optionId', r.option_id, 'dueFrom', r.due_from, 'doneAt', r.done_at))
   FROM remedial_duty r WHERE r.enrolment_id = e.id) AS remedials,
  coalesce((SELECT json_agg(json_build_object('timeFactor', w.time_factor, 'untimed', w.untimed, 'extraAttempts', w.extra_attempts,
     'closesOn', w.closes_on, 'validFrom', w.valid_from, 'validTo', w.valid_to))
   FROM accommodation w WHERE w.official_id = e.official_id AND (w.course_id IS NULL OR w.course_id = e.course_id)
     AND w.revoked_at IS NULL), '[]') AS accommodations,
  ${COMPLETION_OF_TURN} AS completion,
  CASE WHEN g.id IS NOT NULL THEN json_build_object('serial', g.serial, 'number', g.number) END AS certificate
FROM enrolment e
LEFT JOIN assignment s ON s.id = e.assignment_id
LEFT JOIN certificate_turn h ON h.official_id = e.official_id AND h.course_id = e.course_id AND h.cycle = e.cycle
LEFT JOIN certificate g ON g.id = h.certificate_id
WHERE e.course_id = $1::uuid AND e.cycle = $2 AND e.official_id = ANY($3::uuid[])`;

/** A course turn of many people at once, by official; who has none is not in it. The caller has found them in scope. */
export async function readExportTurns(input: {
  turn: { courseId: string; cycle: string };
  officialIds: readonly string[];
}): Promise<Map<string, ExportTurn>> {
  const rows = await query<Row>("staff-export-turns", TURNS, [
    input.turn.courseId,
    input.turn.cycle,
    input.officialIds,
  ]);
  return new Map(rows.map(({ officialId, ...row }) => [officialId, read(row)]));
}

function read({ lessons, attempts, remedials, completion, ...turn }: Omit<Row, "officialId">): ExportTurn {
  return {
    ...turn,
    lessons: (lessons ?? []).map(({ lessonId, at }) => {
      const finishedAt = new Date(at);
      return { lessonId, openedAt: finishedAt, lastSeenAt: finishedAt, finishedAt };
    }),
    attempts: (attempts ?? []).map((attempt) => ({
      ...attempt,
      id: "",
      startedAt: new Date(attempt.startedAt),
      deadlineAt: new Date(attempt.deadlineAt),
      submittedAt: attempt.submittedAt === null ? null : new Date(attempt.submittedAt),
    })),
    remedials: (remedials ?? []).map((remedial) => ({
      ...remedial,
      dueFrom: new Date(remedial.dueFrom),
      doneAt: remedial.doneAt === null ? null : new Date(remedial.doneAt),
    })),
    ...readCompletion(completion),
  };
}
