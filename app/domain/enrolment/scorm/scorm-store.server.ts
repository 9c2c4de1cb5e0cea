import { type Db, query } from "~/platform/db.server";
import type { CmiValues } from "../../courses/scorm/judge";

export interface ScormRow {
  status: string;
  scorePercent: number | null;
  cmi: CmiValues;
  sessionId: string;
  sequence: number;
  earlierSeconds: number;
  sessionSeconds: number;
}

/** A turn of a course that somebody is at, as a package needs it. */
export interface PlayedTurn {
  officialId: string;
  fullName: string;
  courseSlug: string;
  finishedAt: Date | null;
}

/** Null when the turn is not at this version, or the lesson was never opened in it. */
export async function findPlayedTurn(input: {
  enrolmentId: string;
  versionId: string;
  lessonId: string;
}): Promise<PlayedTurn | null> {
  const rows = await query<PlayedTurn>(
    "scorm.turn",
    `SELECT o.id AS "officialId", o.full_name AS "fullName", c.slug AS "courseSlug", p.finished_at AS "finishedAt"
       FROM enrolment e JOIN official o ON o.id = e.official_id JOIN course c ON c.id = e.course_id
       JOIN lesson_progress p ON p.enrolment_id = e.id AND p.lesson_id = $3
      WHERE e.id = $1::uuid AND e.version_id = $2::uuid AND e.started_at IS NOT NULL AND o.left_on IS NULL`,
    [input.enrolmentId, input.versionId, input.lessonId],
  );
  return rows[0] ?? null;
}

export async function findScorm(
  db: Db,
  input: { enrolmentId: string; lessonId: string; hold?: boolean },
): Promise<ScormRow | null> {
  const { enrolmentId, lessonId } = input;
  if (input.hold) {
    await db.$queryRaw`
      SELECT 1 FROM lesson_progress WHERE enrolment_id = ${enrolmentId}::uuid AND lesson_id = ${lessonId} FOR UPDATE`;
  }
  const row = await db.scormProgress.findUnique({ where: { enrolmentId_lessonId: { enrolmentId, lessonId } } });
  return (
    row && {
      ...row,
      cmi: row.cmi as CmiValues,
      scorePercent: row.scorePercent === null ? null : Number(row.scorePercent),
    }
  );
}

export async function saveScorm(
  tx: Db,
  input: { enrolmentId: string; lessonId: string; row: ScormRow; now: Date },
): Promise<void> {
  const { enrolmentId, lessonId, now } = input;
  const { status, scorePercent, cmi, sessionId, sequence, earlierSeconds, sessionSeconds } = input.row;
  const data = { status, scorePercent, cmi, sessionId, sequence, earlierSeconds, sessionSeconds, updatedAt: now };
  await tx.scormProgress.upsert({
    where: { enrolmentId_lessonId: { enrolmentId, lessonId } },
    create: { enrolmentId, lessonId, ...data },
    update: data,
  });
}

/** The mean of the scores that the packages of a turn have given; null when none has. */
export async function packageScore(db: Db, enrolmentId: string): Promise<number | null> {
  const [row] = await db.$queryRaw<{ percent: number | null }[]>`
    SELECT round(avg(score_percent), 2)::float8 AS percent FROM scorm_progress WHERE enrolment_id = ${enrolmentId}::uuid`;
  return row?.percent ?? null;
}
