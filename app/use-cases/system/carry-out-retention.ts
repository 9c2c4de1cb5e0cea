import { SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { readSetting } from "~/domain/organization/setting-store.server";
import { findRootUnit } from "~/domain/organization/unit-store.server";
import {
  dayToRun,
  dueBefore,
  readPlan,
  RETENTION_SETTING,
  type RetentionRun,
  TIMED_CLASSES,
} from "~/domain/privacy/retention";
import { carryOut, claimRun, finishRun } from "~/domain/privacy/retention-store.server";
import { db, inTransaction } from "~/platform/db.server";

/**
 * Carries the plan out once a day, whoever looks first after its hour. Each class is done by itself and may be done again: what was
 * broken off is taken up by the next that looks. Answers with what was done, or null when there was nothing to do.
 */
export async function carryOutRetention(input: { clock: () => Date }): Promise<RetentionRun["done"] | null> {
  const { clock } = input;
  const now = clock();
  const day = dayToRun(now);
  if (day === null || !(await claimRun(db, { day, now }))) return null;
  const plan = readPlan(await readSetting(db, RETENTION_SETTING));
  const done: RetentionRun["done"] = {};
  for (const { name } of TIMED_CLASSES) {
    const count = await carryOut(db, { name, before: dueBefore(plan.days[name], now), now });
    if (count > 0) done[name] = count;
  }
  const root = await findRootUnit(db);
  await inTransaction(async (tx) => {
    await finishRun(tx, { day, done, now: clock() });
    if (Object.keys(done).length === 0) return;
    await recordAudit(tx, {
      actor: SYSTEM_ACTOR,
      action: "retention.carried-out",
      subject: { type: "retention-run", id: day, label: day },
      unitPath: root?.path ?? null,
      after: done,
      at: clock(),
    });
  });
  return done;
}
