import { query } from "~/platform/db.server";

export interface LessonOpening {
  enrolmentId: string;
  versionId: string;
  checks: Record<string, string>;
  resumeAt: string | null;
  finishedAt: Date | null;
  /** Ids of the lessons of this turn that are finished. */
  finished: string[];
  /** The last change of what units ask beyond lessons; 0 where no unit does. */
  overlayStamp: number;
}

// Reading a lesson and recording that it was read are one statement. A lesson that the pinned version does not have
// records nothing and returns no row.
const OPEN = `
WITH turn AS (
  SELECT e.id, e.version_id FROM enrolment e JOIN course c ON c.id = e.course_id
  WHERE e.official_id = $1 AND c.slug = $2 AND e.started_at IS NOT NULL ORDER BY e.cycle DESC LIMIT 1
), seen AS (
  INSERT INTO lesson_progress (enrolment_id, lesson_id, opened_at, last_seen_at)
  SELECT turn.id, l.lesson_id, $4::timestamptz, $4::timestamptz FROM turn
  JOIN lesson_version l ON l.version_id = turn.version_id AND l.lesson_id = $3
  ON CONFLICT (enrolment_id, lesson_id) DO UPDATE SET last_seen_at = excluded.last_seen_at
  RETURNING checks, resume_at, finished_at
)
SELECT turn.id AS "enrolmentId", turn.version_id AS "versionId", seen.checks, seen.resume_at AS "resumeAt",
  seen.finished_at AS "finishedAt",
  ARRAY(SELECT p.lesson_id FROM lesson_progress p WHERE p.enrolment_id = turn.id AND p.finished_at IS NOT NULL) AS finished,
  (SELECT coalesce(max(o.changed), 0)::int FROM local_overlay o) AS "overlayStamp"
FROM turn, seen`;

/** Notes that the official has the lesson open and says where they stand; null when not begun or no such lesson. */
export async function openLessonProgress(input: {
  officialId: string;
  courseSlug: string;
  lessonId: string;
  now: Date;
}): Promise<LessonOpening | null> {
  const { officialId, courseSlug, lessonId, now } = input;
  const [row] = await query<LessonOpening>("lesson-progress.open", OPEN, [officialId, courseSlug, lessonId, now]);
  return row ?? null;
}

interface LessonKey {
  officialId: string;
  courseSlug: string;
  lessonId: string;
}

const MINE = `
  FROM enrolment e JOIN course c ON c.id = e.course_id
  WHERE p.enrolment_id = e.id AND e.official_id = $1 AND c.slug = $2 AND p.lesson_id = $3
  AND e.cycle = (SELECT max(x.cycle) FROM enrolment x WHERE x.official_id = e.official_id AND x.course_id = e.course_id)`;

// An item of a SCORM package is finished when the package says so, and not by its reader.
const READERS_TO_FINISH = `
  AND ($5::boolean OR NOT EXISTS (SELECT FROM lesson_version l
    WHERE l.version_id = e.version_id AND l.lesson_id = p.lesson_id AND l.compiled->'scorm'->>'kind' = 'sco'))`;

/** Marks a lesson that was opened as finished; the first time counts. False when it was never opened. */
export async function finishLessonProgress(input: LessonKey & { byPackage?: boolean; now: Date }): Promise<boolean> {
  const rows = await query(
    "lesson-progress.finish",
    `UPDATE lesson_progress p SET finished_at = coalesce(p.finished_at, $4::timestamptz) ${MINE} ${READERS_TO_FINISH}
     RETURNING p.lesson_id`,
    [input.officialId, input.courseSlug, input.lessonId, input.now, input.byPackage ?? false],
  );
  return rows.length > 0;
}

export async function saveCheckAnswer(input: LessonKey & { checkId: string; choice: string }): Promise<boolean> {
  const rows = await query(
    "lesson-progress.check",
    `UPDATE lesson_progress p SET checks = p.checks || jsonb_build_object($4::text, $5::text) ${MINE} RETURNING p.lesson_id`,
    [input.officialId, input.courseSlug, input.lessonId, input.checkId, input.choice],
  );
  return rows.length > 0;
}

export async function saveReadingPlace(input: LessonKey & { blockId: string; now: Date }): Promise<boolean> {
  const rows = await query(
    "lesson-progress.place",
    `UPDATE lesson_progress p SET resume_at = $4::text, last_seen_at = $5::timestamptz ${MINE} RETURNING p.lesson_id`,
    [input.officialId, input.courseSlug, input.lessonId, input.blockId, input.now],
  );
  return rows.length > 0;
}
