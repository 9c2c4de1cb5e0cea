import { type Db, query } from "~/platform/db.server";
import { dayToColumn, type LocalDay } from "../time";
import { inSealOrder, markOf, type Seal, type SealedEntry, type SealMark, type SealStatement } from "./seal";

const LOCK = 0x5ea1; // advisory lock of sealing: one process seals at a time, and nobody who writes waits for it

export async function lockSealing(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
}

interface Row {
  statement: string;
  root: string;
  publicKey: string;
  signature: string;
}

const sealOf = ({ statement: text, ...row }: Row): Seal => ({
  ...row,
  text,
  statement: JSON.parse(text) as SealStatement,
});

const SEAL = { statement: true, root: true, publicKey: true, signature: true } as const;

export async function findLastSeal(db: Db): Promise<Seal | null> {
  const row = await db.recordSeal.findFirst({ orderBy: { number: "desc" }, select: SEAL });
  return row && sealOf(row);
}

/** The seal that a report of now bears; null before the first night. */
export async function latestSeal(db: Db): Promise<SealMark | null> {
  const last = await findLastSeal(db);
  return last && markOf(last);
}

/** Seals below a number, the latest first. */
export async function listSeals(db: Db, input: { below: number | null; limit: number }): Promise<Seal[]> {
  const rows = await db.recordSeal.findMany({
    where: input.below === null ? {} : { number: { lt: input.below } },
    orderBy: { number: "desc" },
    take: input.limit,
    select: SEAL,
  });
  return rows.map(sealOf);
}

/** Seals above a number, the first of them first. */
export async function listSealsFrom(db: Db, input: { after: number; limit: number }): Promise<Seal[]> {
  const rows = await db.recordSeal.findMany({
    where: { number: { gt: input.after } },
    orderBy: { number: "asc" },
    take: input.limit,
    select: SEAL,
  });
  return rows.map(sealOf);
}

/**
 * Puts entries that no seal has closed over into one, at most so many, and returns them in its order. What commits later than this
 * statement began is not seen and goes into the next.
 */
export async function closeEntries(tx: Db, input: { number: number; limit: number }): Promise<SealedEntry[]> {
  const rows = await tx.$queryRaw<SealedEntry[]>`
    WITH open AS (
      SELECT table_name, row_key FROM record_entry WHERE seal_number IS NULL ORDER BY table_name, row_key LIMIT ${input.limit}
    )
    UPDATE record_entry e SET seal_number = ${input.number}::int FROM open o
    WHERE e.table_name = o.table_name AND e.row_key = o.row_key AND e.seal_number IS NULL
    RETURNING e.table_name AS "table", e.row_key AS key, encode(e.row_hash, 'hex') AS hash`;
  return rows.sort(inSealOrder);
}

export async function insertSeal(tx: Db, input: { seal: Seal; entries: readonly SealedEntry[] }): Promise<void> {
  const { seal, entries } = input;
  await tx.recordSeal.create({
    data: {
      number: seal.statement.number,
      sealedOn: dayToColumn(seal.statement.day),
      statement: seal.text,
      root: seal.root,
      leaves: Buffer.concat(entries.map(({ hash }) => Buffer.from(hash, "hex"))),
      publicKey: seal.publicKey,
      signature: seal.signature,
    },
    select: { number: true },
  });
}

/** The hashes of a seal's entries as they were when it was made. */
export async function readLeaves(number: number): Promise<string[]> {
  const [row] = await query<{ leaves: Buffer }>("seal.leaves", "SELECT leaves FROM record_seal WHERE number = $1", [
    number,
  ]);
  const hex = row?.leaves.toString("hex") ?? "";
  return hex.match(/.{64}/g) ?? [];
}

/** The entries of a seal (`null`: of none) in its order, after one of them. */
export async function readEntries(input: {
  seal: number | null;
  after: Pick<SealedEntry, "table" | "key"> | null;
  limit: number;
}): Promise<SealedEntry[]> {
  const { seal, after, limit } = input;
  return query<SealedEntry>(
    seal === null ? "seal.entries-open" : "seal.entries",
    `SELECT table_name AS "table", row_key AS key, encode(row_hash, 'hex') AS hash FROM record_entry
     WHERE ${seal === null ? "seal_number IS NULL AND $1::int IS NULL" : "seal_number = $1::int"} AND (table_name, row_key) > ($2, $3)
     ORDER BY table_name, row_key LIMIT $4`,
    [seal, after?.table ?? "", after?.key ?? "", limit],
  );
}

/** When the record was last sealed: a day is sealed once, by whoever comes first. */
export const sealedOn = (last: Seal | null): LocalDay | null => last?.statement.day ?? null;
