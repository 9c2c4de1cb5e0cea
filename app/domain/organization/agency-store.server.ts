import type { Db } from "~/platform/db.server";
import { seconds } from "../time";
import { type Agency, agencyFromSetting } from "./agency";

const KEEP_FOR = seconds(60);
let kept: { agency: Promise<Agency>; until: number } | null = null;

/** Every page shows the agency and it changes once in years: each process asks once a minute. */
export function findAgency(db: Db): Promise<Agency> {
  const now = performance.now();
  if (kept && now < kept.until) return kept.agency;
  const agency = readAgencySetting(db);
  kept = { agency, until: now + KEEP_FOR };
  agency.catch(() => (kept = null));
  return agency;
}

/** After the setting was changed in this process. */
export function forgetAgency(): void {
  kept = null;
}

async function readAgencySetting(db: Db): Promise<Agency> {
  const setting = await db.setting.findUnique({ where: { key: "agency" }, select: { value: true } });
  return agencyFromSetting(setting?.value);
}
