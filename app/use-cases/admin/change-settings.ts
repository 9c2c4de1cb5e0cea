import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { forgetAgency } from "~/domain/organization/agency-store.server";
import { readSetting, writeSetting } from "~/domain/organization/setting-store.server";
import { AGENCY_FIELDS, ISSUER_FIELDS, type SettingsValues } from "~/domain/organization/settings-form";
import { findRootUnit } from "~/domain/organization/unit-store.server";
import { notFound } from "~/domain/problem";
import { db, inTransaction } from "~/platform/db.server";

const pick = (values: SettingsValues, fields: readonly (keyof SettingsValues)[]) =>
  Object.fromEntries(fields.map((field) => [field, values[field]]));

/**
 * Enters the agency and who issues certificates. It holds for everybody, so it takes an administrator of the root. Certificates
 * already issued keep the words that they were issued with.
 */
export async function changeSettings(input: {
  viewer: Viewer;
  scope: readonly string[];
  values: SettingsValues;
  now: Date;
}): Promise<void> {
  const { viewer, scope, values, now } = input;
  const root = await findRootUnit(db);
  if (!root || !scope.includes(root.path)) throw notFound("settings belong to the root");
  const settings = [
    { key: "agency", value: pick(values, AGENCY_FIELDS) },
    { key: "certificate", value: pick(values, ISSUER_FIELDS) },
  ];
  await inTransaction(async (tx) => {
    for (const { key, value } of settings) {
      const before = (await readSetting(tx, key)) as object | null;
      await writeSetting(tx, { key, value, now });
      await recordAudit(tx, {
        actor: actorOf(viewer),
        action: "setting.changed",
        subject: { type: "setting", id: key, label: key },
        unitPath: root.path,
        before,
        after: value,
        at: now,
      });
    }
  });
  forgetAgency();
}
