import type { Db } from "~/platform/db.server";
import type { IssuerSetting } from "./issuer";
import { readIssuerSetting } from "./issuer";
import { latestTemplate } from "./template-store.server";

/** Who issues certificates where no unit has a template of its own; says plainly when nobody has set it up. */
export async function readIssuer(db: Db): Promise<IssuerSetting> {
  const { configured, content } = await latestTemplate(db, null);
  const { issuerCode, issuerName, issuerParentName, place, signerTitle, signerName, legalBasis } = content;
  const issuer = { issuerCode, issuerName, issuerParentName, place, signerTitle, signerName, legalBasis };
  // What is missing stands as words that say so; read again, it is named.
  return configured ? { configured, issuer } : readIssuerSetting(null);
}
