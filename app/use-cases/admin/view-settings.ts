import { agencyFromSetting } from "~/domain/organization/agency";
import { readSetting } from "~/domain/organization/setting-store.server";
import type { SettingsValues } from "~/domain/organization/settings-form";
import { readIssuer } from "~/domain/certificates/issuer-store.server";
import { db } from "~/platform/db.server";

/** The agency and the issuer of certificates as they stand; what nobody has entered yet is empty. */
export async function viewSettings(): Promise<{ values: SettingsValues; configured: boolean }> {
  const [agencyValue, issuer] = await Promise.all([readSetting(db, "agency"), readIssuer(db)]);
  const { configured, name, ...agency } = agencyFromSetting(agencyValue);
  const { legalBasis, ...issuerText } = issuer.issuer;
  const entered = issuer.configured
    ? issuerText
    : { issuerCode: "", issuerName: "", issuerParentName: "", place: "", signerTitle: "", signerName: "" };
  return {
    values: { ...agency, name: configured ? name : "", ...entered, legalBasis: legalBasis ?? "" },
    configured: configured && issuer.configured,
  };
}
