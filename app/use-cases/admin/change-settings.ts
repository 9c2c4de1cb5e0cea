import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { readTemplate } from "~/domain/certificates/template";
import { insertTemplateVersion, latestTemplate } from "~/domain/certificates/template-store.server";
import { forgetAgency } from "~/domain/organization/agency-store.server";
import { readSetting, writeSetting } from "~/domain/organization/setting-store.server";
import { AGENCY_FIELDS, ISSUER_FIELDS, type SettingsValues } from "~/domain/organization/settings-form";
import { findRootUnit } from "~/domain/organization/unit-store.server";
import { conflict, notFound } from "~/domain/problem";
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
  const agency = pick(values, AGENCY_FIELDS);
  const issuer = pick(values, ISSUER_FIELDS);
  await inTransaction(async (tx) => {
    const tell = (key: string, before: object | null, after: object) =>
      recordAudit(tx, {
        actor: actorOf(viewer),
        action: "setting.changed",
        subject: { type: "setting", id: key, label: key },
        unitPath: root.path,
        before,
        after,
        at: now,
      });
    const before = (await readSetting(tx, "agency")) as object | null;
    await writeSetting(tx, { key: "agency", value: agency, now });
    await tell("agency", before, agency);
    // The issuer is part of the installation's own template: what else stands in that goes on into its next version.
    const { version, configured, content } = await latestTemplate(tx, null);
    const entered = pick(content as unknown as SettingsValues, ISSUER_FIELDS);
    if (configured && ISSUER_FIELDS.every((field) => (entered[field] ?? "") === issuer[field])) return;
    const made = await insertTemplateVersion(tx, {
      unitId: null,
      basedOn: version,
      content: readTemplate({ ...content, ...issuer }).content,
      by: { accountId: viewer.accountId, name: viewer.displayName },
      now,
    });
    if (!made) throw conflict("the template was changed by somebody else");
    await tell("certificate", configured ? entered : null, issuer);
  });
  forgetAgency();
}
