import type { Agency } from "~/domain/organization/agency";
import { findAgency } from "~/domain/organization/agency-store.server";
import { readSetting } from "~/domain/organization/setting-store.server";
import { readPlan, RETENTION_SETTING, type RetentionPlan } from "~/domain/privacy/retention";
import { db } from "~/platform/db.server";

/** What the notice on personal data takes from this installation: who answers for the data, and how long they are kept. */
export async function readNotice(): Promise<{ agency: Agency; plan: RetentionPlan }> {
  const [agency, setting] = await Promise.all([findAgency(db), readSetting(db, RETENTION_SETTING)]);
  return { agency, plan: readPlan(setting) };
}
