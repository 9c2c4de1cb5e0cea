import { query } from "~/platform/db.server";
import type { AuditAction } from "./audit-event";
import type { AuditPage, AuditRow, PeopleMeant } from "./audit-trail";
import { changesOf } from "./changes";

const PAGE = 50;

export interface AuditSearch {
  /** Unit paths; one without "/" is a root and sees everything, also what belongs to no unit. */
  scope: readonly string[];
  action?: AuditAction | null;
  /** Only what happened to these things. */
  subjects?: { type: string; id: string }[];
  /** What was typed, and whom it may mean. */
  text?: { typed: string; people: PeopleMeant } | null;
  /** Half open: from this instant, before that one. */
  from?: Date | null;
  until?: Date | null;
  /** `next` of the page before. */
  before?: string | null;
  limit?: number;
}

interface Row extends Omit<AuditRow, "changes"> {
  before: unknown;
  after: unknown;
}

/** Events, newest first, page by page: each page begins where the one before ended, however many came in since. */
export async function listAuditEvents(input: AuditSearch): Promise<AuditPage> {
  const values: unknown[] = [];
  const where: string[] = [];
  const shape: string[] = [];
  const add = (name: string, condition: (parameter: (value: unknown) => string) => string) => {
    shape.push(name);
    where.push(condition((value) => `$${values.push(value)}`));
  };

  if (!input.scope.some((path) => !path.includes("/"))) {
    add(
      "narrow",
      (p) => `EXISTS (SELECT 1 FROM unnest(${p(input.scope)}::text[]) AS s(path)
      WHERE e.unit_path = s.path OR starts_with(e.unit_path, s.path || '/'))`,
    );
  }
  const { action, subjects, text, from, until, before } = input;
  if (subjects) {
    add("subjects", (p) => {
      const types = p(subjects.map(({ type }) => type));
      return `(e.subject_type, e.subject_id) IN (SELECT * FROM unnest(${types}::text[], ${p(subjects.map(({ id }) => id))}::text[]))`;
    });
  }
  if (action) add("action", (p) => `e.action = ${p(action)}`);
  if (text) {
    const pattern = `%${text.typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    add("text", (p) => {
      const like = p(pattern);
      const accounts = p(text.people.accountIds);
      const subjects = p([...text.people.accountIds, ...text.people.officialIds]);
      return `(e.actor_id = ANY(${accounts}::uuid[]) OR e.subject_id = ANY(${subjects}::text[])
        OR e.actor_name ILIKE ${like} OR e.subject_label ILIKE ${like})`;
    });
  }
  if (from) add("from", (p) => `e.at >= ${p(from)}`);
  if (until) add("until", (p) => `e.at < ${p(until)}`);
  if (before && /^\d{1,18}$/.test(before)) {
    add("before", (p) => `(e.at, e.id) < (SELECT x.at, x.id FROM audit_event x WHERE x.id = ${p(before)}::bigint)`);
  }
  const limit = Math.min(Math.max(input.limit ?? PAGE, 1), PAGE);
  values.push(limit + 1);
  const rows = await query<Row>(
    `audit-list-${shape.join("-")}`,
    `SELECT e.id::text AS id, e.at, e.actor_id AS "actorId", e.actor_name AS "actorName", e.action, e.subject_type AS "subjectType",
       e.subject_id AS "subjectId", e.subject_label AS "subjectLabel", e.ip, e.before, e.after
     FROM audit_event e WHERE ${where.length > 0 ? where.join(" AND ") : "true"}
     ORDER BY e.at DESC, e.id DESC LIMIT $${values.length}`,
    values,
  );
  const events = rows.slice(0, limit).map(toAuditRow);
  return { events, next: rows.length > limit ? (events.at(-1)?.id ?? null) : null };
}

function toAuditRow({ before, after, ...row }: Row): AuditRow {
  return { ...row, changes: changesOf(before, after) };
}
