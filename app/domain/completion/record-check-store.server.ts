import type { Db } from "~/platform/db.server";
import type { Mismatch, MismatchKind } from "./derivation";

const LOCK = 0xc4ec; // advisory lock: one process begins a comparison

export interface RecordCheck {
  id: string;
  beganAt: Date;
  endedAt: Date | null;
  turns: number;
  rows: number;
  mismatches: number;
}

/** Begins a comparison unless one was begun since a moment: null then. */
export async function beginCheck(tx: Db, input: { now: Date; unlessSince: Date | null }): Promise<string | null> {
  const { now, unlessSince } = input;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
  if (
    unlessSince &&
    (await tx.recordCheck.findFirst({ where: { beganAt: { gte: unlessSince } }, select: { id: true } }))
  )
    return null;
  return (await tx.recordCheck.create({ data: { beganAt: now }, select: { id: true } })).id;
}

export async function insertMismatches(db: Db, input: { checkId: string; from: number; found: readonly Mismatch[] }) {
  const { checkId, from, found } = input;
  if (found.length === 0) return;
  await db.recordMismatch.createMany({
    data: found.map((each, index) => ({ ...each, checkId, position: from + index })),
  });
}

export async function endCheck(
  db: Db,
  input: { checkId: string; turns: number; rows: number; mismatches: number; now: Date },
): Promise<void> {
  const { checkId, now, ...counts } = input;
  await db.recordCheck.update({ where: { id: checkId }, data: { ...counts, endedAt: now }, select: { id: true } });
}

/** The comparisons of the last days, the latest first. */
export async function listChecks(db: Db, limit: number): Promise<RecordCheck[]> {
  return db.recordCheck.findMany({ orderBy: { beganAt: "desc" }, take: limit });
}

export async function findLastEndedCheck(db: Db): Promise<RecordCheck | null> {
  return db.recordCheck.findFirst({ where: { endedAt: { not: null } }, orderBy: { beganAt: "desc" } });
}

export interface FoundMismatch extends Mismatch {
  position: number;
}

/** What a comparison found within a scope; what belongs to no unit is for those who see the root. */
export async function listMismatches(
  db: Db,
  input: { checkId: string; scope: readonly string[]; after: number; limit: number },
): Promise<FoundMismatch[]> {
  const { checkId, scope, after, limit } = input;
  const rows = await db.recordMismatch.findMany({
    where: {
      checkId,
      position: { gt: after },
      OR: [
        ...scope.flatMap((path) => [{ unitPath: path }, { unitPath: { startsWith: `${path}/` } }]),
        ...(scope.some((path) => !path.includes("/")) ? [{ unitPath: null }] : []),
      ],
    },
    orderBy: { position: "asc" },
    take: limit,
  });
  return rows.map(({ checkId: _, kind, ...row }) => ({ ...row, kind: kind as MismatchKind }));
}
