import type { CertificateStatus } from "../standing";
import type { CredentialAddresses } from "./addresses";
import type { JsonObject, Proven } from "./data-integrity";

/** W3C Bitstring Status List. A list has room for this many certificates: the least that keeps single ones in a crowd. */
export const LIST_SIZE = 131_072;

/** "revocation": one bit, what any verifier understands. "message": two bits, which say what happened. */
export type StatusPurpose = "revocation" | "message";
export const STATUS_PURPOSES: readonly StatusPurpose[] = ["revocation", "message"];
const BITS: Record<StatusPurpose, number> = { revocation: 1, message: 2 };

/** In the order of their two-bit numbers. */
export const MESSAGES: readonly CertificateStatus[] = ["valid", "revoked", "reissued", "expired"];

/** One list: a stretch of one year's register book. */
export interface ListName {
  issuerCode: string;
  year: number;
  /** From 1. */
  part: number;
}

export interface StatusEntry extends JsonObject {
  id: string;
  type: "BitstringStatusListEntry";
  statusPurpose: StatusPurpose;
  statusListIndex: string;
  statusListCredential: string;
}

export interface StatusListCredential extends JsonObject {
  id: string;
  validFrom: string;
  credentialSubject: { statusPurpose: StatusPurpose; encodedList: string } & JsonObject;
}

/** The place of a certificate follows from its register number and never changes. */
export function statusPlace(registerNumber: number): { part: number; index: number } {
  const from0 = registerNumber - 1;
  return { part: Math.floor(from0 / LIST_SIZE) + 1, index: from0 % LIST_SIZE };
}

export function listAddress(addresses: CredentialAddresses, list: ListName, purpose: StatusPurpose): string {
  return `${addresses.statusLists}/${encodeURIComponent(list.issuerCode)}/${list.year}/${list.part}/${purpose}`;
}

/** The list of messages beside this list: they have the same places. */
export function messageListAddress(listAddress: string): string {
  return listAddress.replace(/\/revocation$/, "/message");
}

export function statusEntries(addresses: CredentialAddresses, entry: PlacedEntry): StatusEntry[] {
  return STATUS_PURPOSES.map((purpose) => statusEntry(addresses, entry, purpose));
}

export function statusEntry(addresses: CredentialAddresses, entry: PlacedEntry, purpose: StatusPurpose): StatusEntry {
  const { part, index } = statusPlace(entry.registerNumber);
  const address = listAddress(addresses, { ...entry, part }, purpose);
  return {
    id: `${address}#${index}`,
    type: "BitstringStatusListEntry",
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: address,
    ...(purpose === "message"
      ? {
          statusSize: BITS.message,
          statusMessage: MESSAGES.map((message, value) => ({ status: `0x${value.toString(16)}`, message })),
        }
      : {}),
  };
}

interface PlacedEntry {
  issuerCode: string;
  year: number;
  registerNumber: number;
}

/** The bits of a list. What is not named is valid; the first bit of a byte is its highest. */
export function statusBits(purpose: StatusPurpose, standings: Iterable<{ index: number; status: CertificateStatus }>) {
  const bits = BITS[purpose];
  const bytes = new Uint8Array((LIST_SIZE * bits) / 8);
  for (const { index, status } of standings) {
    const value =
      purpose === "message" ? MESSAGES.indexOf(status) : Number(status === "revoked" || status === "reissued");
    for (let bit = 0; bit < bits; bit += 1) {
      const at = index * bits + bit;
      if ((value >> (bits - 1 - bit)) & 1) bytes[at >> 3]! |= 0x80 >> (at & 7);
    }
  }
  return bytes;
}

export function statusAt(bytes: Uint8Array, purpose: StatusPurpose, index: number): number | null {
  const bits = BITS[purpose];
  if (!Number.isInteger(index) || index < 0 || (index + 1) * bits > bytes.length * 8) return null;
  let value = 0;
  for (let bit = 0; bit < bits; bit += 1) {
    const at = index * bits + bit;
    value = value * 2 + ((bytes[at >> 3]! >> (7 - (at & 7))) & 1);
  }
  return value;
}

/** The list as a credential of its own, without its proof. `encoded`: multibase base64url of the gzipped bits. */
export function composeStatusList(input: {
  addresses: CredentialAddresses;
  list: ListName;
  purpose: StatusPurpose;
  encoded: string;
  asOf: string;
  secondsToKeep: number;
}): StatusListCredential {
  const id = listAddress(input.addresses, input.list, input.purpose);
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    id,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: input.addresses.issuer,
    validFrom: input.asOf,
    credentialSubject: {
      id: `${id}#list`,
      type: "BitstringStatusList",
      statusPurpose: input.purpose,
      encodedList: input.encoded,
      ttl: input.secondsToKeep * 1000,
    },
  };
}

export type ProvenStatusList = Proven<StatusListCredential>;
