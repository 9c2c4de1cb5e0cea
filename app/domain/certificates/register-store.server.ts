import { type Db, query } from "~/platform/db.server";
import { foldName } from "../organization/names";
import { reachesRoot, withinScopeSql } from "../organization/unit-scope";
import { readReasonClass } from "./history";
import type { Book, BookCheck, BookEntry, BookName, BookPage } from "./register";
import { type CertificateEventKind, decisiveEvent, standingOf } from "./standing";

/** The books that hold a certificate of somebody within the scope, or all for who sees the root: the latest year first. */
export async function listBooks(input: { scope: readonly string[] }): Promise<Book[]> {
  const all = `SELECT r.issuer_code AS "issuerCode", r.year, r.last_number AS "lastNumber" FROM certificate_register r`;
  const order = ` ORDER BY r.year DESC, r.issuer_code`;
  if (reachesRoot(input.scope)) return query<Book>("register.books", all + order, []);
  return query<Book>(
    "register.books-in-scope",
    `${all} WHERE EXISTS (SELECT FROM certificate c JOIN official o ON o.id = c.official_id JOIN unit u ON u.id = o.unit_id
       WHERE c.issuer_code = r.issuer_code AND c.year = r.year AND ${withinScopeSql("u.path", 1)})${order}`,
    [input.scope],
  );
}

interface Row {
  registerNumber: number;
  number: string;
  serial: string | null;
  fullName: string | null;
  positionTitle: string | null;
  unitName: string | null;
  courseName: string | null;
  result: string | null;
  issuedAt: string | null;
  events: { kind: CertificateEventKind; at: string; reasonClass: string | null; reason: string | null }[] | null;
  replacedBy: string | null;
  replaces: string | null;
  void: { reason: string; at: string; by: string } | null;
}

const COLUMNS = `b."registerNumber", coalesce(c.number, lpad(b."registerNumber"::text, 4, '0') || '/GCN-' || $1) AS number, c.serial,
  c.facts->>'fullName' AS "fullName", c.facts->>'positionTitle' AS "positionTitle", c.facts->>'unitName' AS "unitName",
  c.facts->>'courseName' AS "courseName", c.facts->>'result' AS result, c.issued_at AS "issuedAt",
  (SELECT json_agg(json_build_object('kind', e.kind, 'at', e.at, 'reasonClass', e.reason_class, 'reason', e.reason) ORDER BY e.at)
   FROM certificate_event e WHERE e.certificate_id = c.id) AS events,
  (SELECT n.number FROM certificate n WHERE n.replaces_id = c.id) AS "replacedBy",
  (SELECT n.number FROM certificate n WHERE n.id = c.replaces_id) AS replaces,
  (SELECT json_build_object('reason', v.reason, 'at', v.at, 'by', v.actor_name) FROM certificate_void v
   WHERE v.issuer_code = $1 AND v.year = $2 AND v.register_number = b."registerNumber") AS void`;

export interface BookQuestion {
  book: BookName;
  scope: readonly string[];
  /** Part of a name, a number or a serial. */
  text: string;
  /** Backwards from the end of the book, or onwards from its beginning. */
  order: "latest-first" | "as-written";
  /** The number that the page before ended with. */
  after: number | null;
  /** As-written: the last number that is wanted. */
  upTo?: number | null;
  limit: number;
  now: Date;
}

/** A page of a book, of those within the scope; numbers that are void belong to nobody and stand in it for everyone. */
export async function readBook(input: BookQuestion): Promise<BookPage> {
  const { book, scope, order, after, limit } = input;
  const onwards = order === "as-written";
  const text = input.text.trim();
  const like = `%${foldName(text).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const code = `%${text.toUpperCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const within = reachesRoot(scope) ? "$3::text[] IS NOT NULL" : withinScopeSql("u.path", 3);
  const rows = await query<Row>(
    `register.read-${onwards}-${reachesRoot(scope)}`,
    `SELECT ${COLUMNS} FROM (
       (SELECT c.register_number AS "registerNumber" FROM certificate c JOIN official o ON o.id = c.official_id JOIN unit u ON u.id = o.unit_id
        WHERE c.issuer_code = $1 AND c.year = $2 AND ${within} AND c.register_number ${onwards ? ">" : "<"} $4 AND c.register_number <= $5
          AND ($6 = '' OR o.search_name LIKE $7 OR c.number LIKE $8 OR c.serial LIKE $8 OR c.facts->>'fullName' ILIKE '%' || $6 || '%')
        ORDER BY c.register_number ${onwards ? "" : "DESC"} LIMIT $9)
       UNION ALL
       (SELECT v.register_number FROM certificate_void v
        WHERE v.issuer_code = $1 AND v.year = $2 AND v.register_number ${onwards ? ">" : "<"} $4 AND v.register_number <= $5
          AND ($6 = '' OR lpad(v.register_number::text, 4, '0') || '/GCN-' || $1 LIKE $8)
        ORDER BY v.register_number ${onwards ? "" : "DESC"} LIMIT $9)
     ) b LEFT JOIN certificate c ON c.issuer_code = $1 AND c.year = $2 AND c.register_number = b."registerNumber"
     ORDER BY b."registerNumber" ${onwards ? "" : "DESC"} LIMIT $9`,
    [
      book.issuerCode,
      book.year,
      scope,
      after ?? (onwards ? 0 : 2_147_483_647),
      input.upTo ?? 2_147_483_647,
      text,
      like,
      code,
      limit + 1,
    ],
  );
  const entries = rows.slice(0, limit).map((row) => entryOf(row, input.now));
  return { entries, next: rows.length > limit ? (entries.at(-1)?.registerNumber ?? null) : null };
}

function entryOf(row: Row, now: Date): BookEntry {
  const { registerNumber, number, serial } = row;
  const gone = row.void && { ...row.void, at: new Date(row.void.at) };
  if (serial === null || row.issuedAt === null) return { registerNumber, number, certificate: null, void: gone };
  const issuedAt = new Date(row.issuedAt);
  const events = (row.events ?? []).map((event) => ({ ...event, at: new Date(event.at) }));
  const standing = standingOf({ issuedAt, events, now });
  const decisive = decisiveEvent(events, standing);
  return {
    registerNumber,
    number,
    void: gone,
    certificate: {
      serial,
      fullName: row.fullName ?? "",
      positionTitle: row.positionTitle ?? "",
      unitName: row.unitName ?? "",
      courseName: row.courseName ?? "",
      result: row.result ?? "",
      issuedAt,
      ...standing,
      reasonClass: readReasonClass(decisive?.reasonClass ?? null),
      reason: decisive?.reason ?? null,
      replacedBy: row.replacedBy,
      replaces: row.replaces,
    },
  };
}

const NAMED_MISSING = 50;

/** Looks at every number of a book: whether each has a certificate, or a reason why it has none. */
export async function checkBook(db: Db, { issuerCode, year }: BookName): Promise<BookCheck | null> {
  const [row] = await db.$queryRaw<BookCheck[]>`
    WITH book AS (SELECT last_number AS last FROM certificate_register WHERE issuer_code = ${issuerCode} AND year = ${year}::int),
    issued AS (SELECT id, register_number AS n FROM certificate WHERE issuer_code = ${issuerCode} AND year = ${year}::int),
    voided AS (SELECT register_number AS n FROM certificate_void WHERE issuer_code = ${issuerCode} AND year = ${year}::int),
    missing AS (SELECT n FROM book, generate_series(1, book.last) AS n
      WHERE NOT EXISTS (SELECT FROM issued i WHERE i.n = n.n) AND NOT EXISTS (SELECT FROM voided v WHERE v.n = n.n))
    SELECT book.last AS "lastNumber", (SELECT count(*)::int FROM issued) AS certificates, (SELECT count(*)::int FROM voided) AS voids,
      (SELECT count(DISTINCT e.certificate_id)::int FROM certificate_event e JOIN issued i ON i.id = e.certificate_id WHERE e.kind = 'revoked') AS revoked,
      (SELECT count(DISTINCT e.certificate_id)::int FROM certificate_event e JOIN issued i ON i.id = e.certificate_id WHERE e.kind = 'reissued') AS reissued,
      coalesce((SELECT array_agg(m.n ORDER BY m.n) FROM (SELECT n FROM missing ORDER BY n LIMIT ${NAMED_MISSING}::int) m), '{}') AS missing,
      (SELECT count(*)::int FROM missing) AS "missingCount",
      (SELECT count(*)::int FROM (SELECT n FROM issued UNION ALL SELECT n FROM voided) x WHERE x.n > book.last OR x.n < 1) AS beyond
    FROM book`;
  return row ?? null;
}

/** Notes why no certificate bears a number that the book has given. False: one does, or it is noted, or the book has not come so far. */
export async function insertVoid(
  db: Db,
  input: BookName & {
    registerNumber: number;
    reason: string;
    actor: { accountId: string | null; name: string };
    at: Date;
  },
): Promise<boolean> {
  const { issuerCode, year, registerNumber, reason, actor, at } = input;
  const count = await db.$executeRaw`
    INSERT INTO certificate_void (issuer_code, year, register_number, reason, at, actor_id, actor_name)
    SELECT ${issuerCode}, ${year}::int, ${registerNumber}::int, ${reason}, ${at}, ${actor.accountId}::uuid, ${actor.name}
    FROM certificate_register r
    WHERE r.issuer_code = ${issuerCode} AND r.year = ${year}::int AND ${registerNumber}::int BETWEEN 1 AND r.last_number
      AND NOT EXISTS (SELECT FROM certificate c
        WHERE c.issuer_code = r.issuer_code AND c.year = r.year AND c.register_number = ${registerNumber}::int)
    ON CONFLICT DO NOTHING`;
  return count > 0;
}
