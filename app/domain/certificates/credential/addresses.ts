/** The addresses that stand in credentials for ever; the routes of the same names answer there. */
export interface CredentialAddresses {
  /** Where certificates are checked: "https://hoctap.angiang.gov.vn/verify". */
  verify: string;
  /** The document with the platform's public keys, and the name of the issuer in proofs. */
  issuer: string;
  statusLists: string;
}

/** From the address that is printed on the paper: whoever moves the platform leaves old papers their address. */
export function credentialAddresses(verifyAddress: string): CredentialAddresses {
  const origin = new URL(verifyAddress).origin;
  return { verify: verifyAddress, issuer: `${origin}/issuer.json`, statusLists: `${origin}/status-lists` };
}

/** "did:web:hoctap.angiang.gov.vn", with a port "did:web:localhost%3A3000". */
export function didWeb(origin: string): string {
  return `did:web:${new URL(origin).host.replace(":", "%3A")}`;
}
