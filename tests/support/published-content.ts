import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { db } from "~/platform/db.server";
import { publishContent } from "~/use-cases/system/publish-content";

export const REAL_COURSE = "van-hoa-cong-vu";

/** Rows that publishing leaves, by table, as JSON of PostgreSQL; in an order in which all could be written anew. */
const TABLES = [
  "legal_document",
  "course",
  "course_version",
  "course_file",
  "lesson_version",
  "question_version",
  "content_check",
  "audit_event",
] as const;
const kept = new Map<string, [table: string, rows: string][]>();

/**
 * Publishes the register and one course as they stand in `content/`. The second time within a file the rows of the first are
 * written again: they are what publishing leaves, and compiling eight lessons for each test would be most of its time.
 */
export async function publishRealCourse(now: Date): Promise<void> {
  const rows = kept.get(now.toISOString());
  if (rows) return restore(rows);
  const last = await db.auditEvent.findFirst({ orderBy: { id: "desc" }, select: { id: true } });
  await publishFolder(now);
  kept.set(now.toISOString(), await readRows(last?.id ?? 0n));
}

async function publishFolder(now: Date): Promise<void> {
  const contentDir = await mkdtemp(path.join(tmpdir(), "chuan-muc-content-"));
  try {
    await cp("content/documents", path.join(contentDir, "documents"), { recursive: true });
    await cp(`content/courses/${REAL_COURSE}`, path.join(contentDir, "courses", REAL_COURSE), { recursive: true });
    await publishContent({ contentDir, now });
  } finally {
    await rm(contentDir, { recursive: true, force: true });
  }
}

async function readRows(eventsAfter: bigint): Promise<[string, string][]> {
  const read: [string, string][] = [];
  for (const table of TABLES) {
    const where = table === "audit_event" ? `where t.id > ${eventsAfter}` : "";
    const [found] = await db.$queryRawUnsafe<{ rows: string }[]>(
      `select coalesce(json_agg(t order by t.ctid), '[]')::text as rows from ${table} t ${where}`,
    );
    read.push([table, found!.rows]);
  }
  return read;
}

async function restore(rows: readonly [string, string][]): Promise<void> {
  await db.$transaction(async (tx) => {
    // A course and its version name each other: both are there at the end.
    await tx.$executeRawUnsafe("set local session_replication_role = replica");
    for (const [table, json] of rows) {
      // Events get numbers of their own: others may stand there already.
      const columns = await tx.$queryRawUnsafe<{ name: string }[]>(
        `select quote_ident(column_name) as name from information_schema.columns
         where table_schema = 'public' and table_name = $1 and not (table_name = 'audit_event' and column_name = 'id')`,
        table,
      );
      const names = columns.map(({ name }) => name).join(", ");
      await tx.$executeRawUnsafe(
        `insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1::json)`,
        json,
      );
    }
  });
}
