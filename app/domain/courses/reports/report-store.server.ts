import { type Db, query } from "~/platform/db.server";
import { type ReaderReport, REPORTS_A_DAY, type ReportState } from "./report";
import type { AnswerValues } from "./report-form";

const REPORT = `SELECT r.id, json_build_object('slug', c.slug, 'title', c.title) AS course, v.number AS version, r.lesson_id AS "lessonId",
  coalesce((SELECT l.compiled->>'title' FROM lesson_version l WHERE l.version_id = r.version_id AND l.lesson_id = r.lesson_id), r.lesson_id)
    AS "lessonTitle", r.block_id AS "blockId", r.quote, r.text, r.state::text AS state, r.reported_at AS "reportedAt", r.answer,
  r.answered_at AS "answeredAt", r.answered_by_name AS "answeredByName", r.mended_in AS "mendedIn"
  FROM reader_report r JOIN course_version v ON v.id = r.version_id JOIN course c ON c.id = v.course_id`;

/** Keeps a report; null when this reader has sent enough for a day. One reader's reports come one after the other. */
export async function insertReport(
  tx: Db,
  input: {
    officialId: string;
    versionId: string;
    lessonId: string;
    blockId: string | null;
    quote: string;
    text: string;
    now: Date;
  },
): Promise<string | null> {
  const { officialId, versionId, lessonId, blockId, quote, text, now } = input;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`report:${officialId}`}, 0))`;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO reader_report (official_id, version_id, lesson_id, block_id, quote, text, reported_at)
    SELECT ${officialId}::uuid, ${versionId}::uuid, ${lessonId}, ${blockId}, ${quote}, ${text}, ${now}
    WHERE (SELECT count(*) FROM reader_report WHERE official_id = ${officialId}::uuid
      AND reported_at > ${now}::timestamptz - interval '24 hours') < ${REPORTS_A_DAY}
    RETURNING id`;
  return row?.id ?? null;
}

/** What this reader has reported, the latest first. */
export async function listReportsOf(input: { officialId: string }): Promise<ReaderReport[]> {
  return query<ReaderReport>(
    "report.of",
    `${REPORT} WHERE r.official_id = $1::uuid ORDER BY r.reported_at DESC LIMIT 200`,
    [input.officialId],
  );
}

const MOST = 200;

/** The inbox of those who write: nothing in it says who reported. */
export async function listReports(input: { state: ReportState }): Promise<ReaderReport[]> {
  const order = input.state === "new" ? "ASC" : "DESC";
  return query<ReaderReport>(
    `report.list-${order}`,
    `${REPORT} WHERE r.state = $1::reader_report_state ORDER BY r.reported_at ${order} LIMIT ${MOST}`,
    [input.state],
  );
}

export async function countReports(): Promise<Record<ReportState, number>> {
  const rows = await query<{ state: ReportState; count: number }>(
    "report.count",
    "SELECT state::text AS state, count(*)::int AS count FROM reader_report GROUP BY state",
    [],
  );
  return { new: 0, answered: 0, closed: 0, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

export async function findReport(input: { id: string }): Promise<ReaderReport | null> {
  const [row] = await query<ReaderReport>("report.find", `${REPORT} WHERE r.id::text = $1`, [input.id]);
  return row ?? null;
}

/** Writes what an officer said to it; false when there is no such report. */
export async function answerReport(
  tx: Db,
  input: { id: string; values: AnswerValues; byName: string; now: Date },
): Promise<boolean> {
  const { id, values, byName, now } = input;
  const { answer, mendedIn } = values;
  const state = values.intent === "answer" ? "answered" : "closed";
  const changed = await tx.$executeRaw`
    UPDATE reader_report SET state = ${state}::reader_report_state, mended_in = ${mendedIn}::int,
      answer = CASE WHEN ${answer} = '' THEN answer ELSE ${answer} END,
      answered_at = CASE WHEN ${answer} = '' THEN answered_at ELSE ${now}::timestamptz END,
      answered_by_name = CASE WHEN ${answer} = '' THEN answered_by_name ELSE ${byName} END
    WHERE id::text = ${id}`;
  return changed > 0;
}
