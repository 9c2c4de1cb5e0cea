import { type Db, type Prisma, query } from "~/platform/db.server";
import { becauseFromRecord } from "../because";
import type { PlannedRevision, Revision } from "./correction";

/** A course turn as HR comes upon it. */
export interface TurnInRecord {
  enrolmentId: string;
  officialId: string;
  fullName: string;
  staffNumber: string;
  unitName: string;
  unitPath: string;
  courseId: string;
  courseSlug: string;
  courseTitle: string;
  cycle: string;
  /** The certificate of the turn that is in force. */
  certificate: { serial: string; number: string } | null;
}

const TURN = `
SELECT e.id AS "enrolmentId", e.official_id AS "officialId", o.full_name AS "fullName", o.staff_number AS "staffNumber",
  u.name AS "unitName", u.path AS "unitPath", e.course_id AS "courseId", c.slug AS "courseSlug", v.manifest->>'title' AS "courseTitle",
  e.cycle, (SELECT json_build_object('serial', g.serial, 'number', g.number) FROM certificate g
    WHERE g.official_id = e.official_id AND g.course_id = e.course_id AND g.cycle = e.cycle
      AND NOT EXISTS (SELECT FROM certificate_event x WHERE x.certificate_id = g.id AND x.kind IN ('revoked', 'reissued'))
    ORDER BY g.issued_at DESC LIMIT 1) AS certificate
FROM enrolment e JOIN official o ON o.id = e.official_id JOIN unit u ON u.id = o.unit_id JOIN course c ON c.id = e.course_id
JOIN course_version v ON v.id = e.version_id
WHERE e.id = $1::uuid AND EXISTS (SELECT FROM unnest($2::text[]) s(path) WHERE u.path = s.path OR starts_with(u.path, s.path || '/'))`;

/** A turn of somebody within the scope; anybody else's is not there. */
export async function findTurn(input: { enrolmentId: string; scope: readonly string[] }): Promise<TurnInRecord | null> {
  const [row] = await query<TurnInRecord>("correction.turn", TURN, [input.enrolmentId, input.scope]);
  return row ?? null;
}

type Row = Omit<Revision, "because" | "scorePercent" | "recognition"> & {
  because: unknown;
  scorePercent: Prisma.Decimal | string | null;
  recognition: Revision["recognition"];
};

/** Everything that the record says about a turn, the first row first. */
export async function listRevisions(
  db: Db,
  turn: { officialId: string; courseId: string; cycle: string },
): Promise<Revision[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT k.id, k.revision, k.correction, k.completed_at AS "completedAt", k.started_at AS "startedAt", k.due_on::text AS "dueOn",
      k.on_time AS "onTime", k.score_percent AS "scorePercent", k.because, k.recorded_at AS "recordedAt",
      k.recorded_by_name AS "recordedByName", k.reason,
      CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'decisionNumber', r.decision_number, 'decidedOn', r.decided_on,
        'issuer', r.issuer, 'learned', r.learned, 'fileName', r.file_name) END AS recognition
    FROM completion k LEFT JOIN recognised_learning r ON r.id = k.recognised_id
    WHERE k.official_id = ${turn.officialId}::uuid AND k.course_id = ${turn.courseId}::uuid AND k.cycle = ${turn.cycle}
    ORDER BY k.revision`;
  return rows.map((row) => ({
    ...row,
    because: becauseFromRecord(row.because),
    scorePercent: row.scorePercent === null ? null : Number(row.scorePercent),
  }));
}

export interface Writer {
  accountId: string | null;
  name: string;
}

/** Writes a further row about a turn: copied from the one that it is `from`, but for what it says itself. */
export async function insertRevision(
  tx: Db,
  input: { next: PlannedRevision; reason: string; by: Writer; now: Date },
): Promise<string> {
  const { next, by } = input;
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO completion (official_id, course_id, cycle, revision, corrects_id, correction, version_id, attempt_id, completed_at, recorded_at,
      full_name, staff_number, staff_category, position_title, unit_id, unit_name, unit_path_names, course_title, started_at, assigned_at, due_on,
      on_time, score_percent, attempts_used, because, reason, recognised_id, recorded_by, recorded_by_name)
    SELECT official_id, course_id, cycle, ${next.corrects.revision + 1}::int, ${next.corrects.id}::uuid, ${next.correction}, version_id, attempt_id,
      ${next.completedAt}, ${input.now}, full_name, staff_number, staff_category, position_title, unit_id, unit_name, unit_path_names,
      course_title, started_at, assigned_at, due_on, ${next.onTime}::boolean, ${next.scorePercent}::numeric, attempts_used,
      ${JSON.stringify(next.because)}::jsonb, ${input.reason}, recognised_id, ${by.accountId}::uuid, ${by.name}
    FROM completion WHERE id = ${next.from.id}::uuid RETURNING id`;
  return made!.id;
}

/** The mark that lists and counts go by; the counts of the unit are made anew by the caller. */
export async function markCompleted(tx: Db, input: { enrolmentId: string; completedAt: Date | null }): Promise<void> {
  await tx.$executeRaw`UPDATE enrolment SET completed_at = ${input.completedAt} WHERE id = ${input.enrolmentId}::uuid`;
}

/** Where a recognised decision's file lies, for those who may see the person. */
export async function findDecisionFile(input: {
  recognitionId: string;
  scope: readonly string[];
  /** Only when it is this person's. */
  officialId: string | null;
}): Promise<{ sha256: string; name: string; type: string } | null> {
  const [row] = await query<{ sha256: string; name: string; type: string }>(
    "recognition.file",
    `SELECT r.file_sha256 AS sha256, r.file_name AS name, r.file_type AS type
     FROM recognised_learning r JOIN official o ON o.id = r.official_id JOIN unit u ON u.id = o.unit_id
     WHERE r.id::text = $1 AND r.file_sha256 IS NOT NULL AND ($3::uuid IS NULL OR r.official_id = $3::uuid)
       AND EXISTS (SELECT FROM unnest($2::text[]) s(path) WHERE u.path = s.path OR starts_with(u.path, s.path || '/'))`,
    [input.recognitionId, input.scope, input.officialId],
  );
  return row ?? null;
}
