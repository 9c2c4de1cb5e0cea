import type { Db } from "~/platform/db.server";

/** The latest seal of the record; null: there is none yet. A snapshot names it, so that both bear witness to each other. */
export async function latestSeal(db: Db): Promise<{ number: number; root: string } | null> {
  const [there] = await db.$queryRaw<{ there: boolean }[]>`SELECT to_regclass('record_seal') IS NOT NULL AS there`;
  if (!there?.there) return null;
  const rows = await db.$queryRaw<{ number: number; root: string }[]>`
    SELECT number, root FROM record_seal ORDER BY number DESC LIMIT 1`;
  return rows[0] ?? null;
}
