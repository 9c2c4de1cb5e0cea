import { credentialAddresses } from "~/domain/certificates/credential/addresses";
import { composeCredential } from "~/domain/certificates/credential/credential";
import { findCredential, keepCredential, knownKeys } from "~/domain/certificates/credential/credential-store.server";
import { addProof } from "~/domain/certificates/credential/data-integrity";
import { parseSerial } from "~/domain/certificates/serial";
import { db } from "~/platform/db.server";
import { platformKey } from "~/platform/platform-key.server";

/**
 * The credential of a certificate, for anybody who has its serial: the same text for ever. It is made when it is first asked for, with
 * the time of issue in its proof. Null when no certificate has this serial.
 */
export async function readCredential(input: { serial: string; now: Date }): Promise<string | null> {
  const parsed = parseSerial(input.serial);
  const row = parsed.kind === "well-formed" ? await findCredential(parsed.serial) : null;
  if (!row) return null;
  if (row.credential !== null) return row.credential;
  const key = platformKey();
  await knownKeys(db, { present: key.publicKeyMultibase, now: input.now });
  const addresses = credentialAddresses(row.facts.verifyAddress);
  const proven = await addProof(await composeCredential(row, addresses), {
    created: row.issuedAt,
    verificationMethod: `${addresses.issuer}#${key.publicKeyMultibase}`,
    sign: key.sign,
  });
  const credential = `${JSON.stringify(proven, null, 2)}\n`;
  return keepCredential(db, { certificateId: row.certificateId, credential, now: input.now });
}
