import type { Db, Prisma } from "~/platform/db.server";

/** The value of a setting as it stands; null when nobody has set it. */
export async function readSetting(db: Db, key: string): Promise<unknown> {
  return (await db.setting.findUnique({ where: { key }, select: { value: true } }))?.value ?? null;
}

export async function writeSetting(
  db: Db,
  input: { key: string; value: Prisma.InputJsonObject; now: Date },
): Promise<void> {
  const { key, value, now } = input;
  await db.setting.upsert({
    where: { key },
    create: { key, value, updatedAt: now },
    update: { value, updatedAt: now },
    select: { key: true },
  });
}
