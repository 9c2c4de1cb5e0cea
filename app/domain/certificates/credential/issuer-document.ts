import { didWeb, type CredentialAddresses } from "./addresses";
import type { JsonObject } from "./data-integrity";

/**
 * Who signs credentials, with every key that ever did (the present one first): an Open Badges profile that is also a controlled
 * identifier document, so that a verifier finds the key of a proof by following its address.
 */
export function issuerDocument(input: {
  addresses: CredentialAddresses;
  name: string;
  keys: readonly string[];
}): JsonObject {
  const id = input.addresses.issuer;
  const { origin } = new URL(id);
  return {
    "@context": [
      "https://www.w3.org/ns/cid/v1",
      "https://www.w3.org/ns/credentials/v2",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ],
    id,
    type: ["Profile"],
    name: input.name,
    url: origin,
    alsoKnownAs: [didWeb(origin)],
    ...keysOf(id, input.keys),
  };
}

/** The same keys under the name did:web. */
export function didDocument(input: { addresses: CredentialAddresses; keys: readonly string[] }): JsonObject {
  const id = didWeb(input.addresses.issuer);
  return {
    "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
    id,
    alsoKnownAs: [input.addresses.issuer],
    ...keysOf(id, input.keys),
  };
}

function keysOf(id: string, keys: readonly string[]) {
  return {
    verificationMethod: keys.map((publicKeyMultibase) => ({
      id: `${id}#${publicKeyMultibase}`,
      type: "Multikey",
      controller: id,
      publicKeyMultibase,
    })),
    assertionMethod: keys.map((key) => `${id}#${key}`),
  };
}
