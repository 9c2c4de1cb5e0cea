import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { readSetting, writeSetting } from "~/domain/organization/setting-store.server";
import { findRootUnit } from "~/domain/organization/unit-store.server";
import {
  dueBefore,
  nextRun,
  readPlan,
  RETENTION_SETTING,
  type RetentionPage,
  type RetentionPlan,
  TIMED_CLASSES,
} from "~/domain/privacy/retention";
import { countDue, findLastRun } from "~/domain/privacy/retention-store.server";
import { notFound } from "~/domain/problem";
import { db, inTransaction } from "~/platform/db.server";

/** The plan, what of it is due now, when it is carried out next and what was done the last time. */
export async function viewRetention(input: { now: Date }): Promise<RetentionPage> {
  const { now } = input;
  const plan = readPlan(await readSetting(db, RETENTION_SETTING));
  const counts: (readonly [string, number])[] = [];
  // One after the other: some of these tables are large.
  for (const { name } of TIMED_CLASSES) {
    counts.push([name, await countDue(db, { name, before: dueBefore(plan.days[name], now), now })]);
  }
  const lastRun = await findLastRun(db);
  return {
    plan,
    due: Object.fromEntries(counts) as RetentionPage["due"],
    nextRunAt: nextRun(lastRun?.finishedAt ? lastRun.day : null, now),
    lastRun,
  };
}

/** It holds for everybody, so it takes an administrator of the root. */
export async function changeRetention(input: {
  viewer: Viewer;
  scope: readonly string[];
  plan: RetentionPlan;
  now: Date;
}): Promise<void> {
  const { viewer, scope, plan, now } = input;
  const root = await findRootUnit(db);
  if (!root || !scope.includes(root.path)) throw notFound("the plan belongs to the root");
  await inTransaction(async (tx) => {
    const before = readPlan(await readSetting(tx, RETENTION_SETTING));
    await writeSetting(tx, { key: RETENTION_SETTING, value: { days: plan.days, rules: plan.rules }, now });
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "retention.changed",
      subject: { type: "setting", id: RETENTION_SETTING, label: RETENTION_SETTING },
      unitPath: root.path,
      before,
      after: plan,
      at: now,
    });
  });
}
