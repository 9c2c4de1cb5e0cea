import { base64urlnopad } from "@scure/base";
import type { CertificateStatus } from "../standing";
import { hashName } from "./credential";
import { checkProof, type JsonObject } from "./data-integrity";
import { MESSAGES, messageListAddress, statusAt, type StatusEntry, type StatusListCredential } from "./status-list";

/** What a page brings along so that files can be checked without asking again. */
export interface CheckingMatter {
  /** The public keys of the platform. */
  keys: string[];
  lists: StatusListCredential[];
}

/** The status that a list has for a certificate, and as of when; why there is none otherwise. */
export type StatusAnswer =
  | { kind: "known"; status: CertificateStatus; asOf: string }
  | { kind: "unknown"; because: "no-list" | "list-not-proven" | "outside-list" };

/**
 * Reads the status of a credential or of a document from lists that the platform has signed: from the list of messages, which says
 * more, whichever list is named.
 */
export async function checkStatus(
  entries: StatusEntry | readonly StatusEntry[],
  matter: CheckingMatter,
): Promise<StatusAnswer> {
  const [entry] = [entries].flat();
  // By the path: papers keep the address that the platform had when they were issued.
  const path = entry && messageListAddress(pathOf(entry.statusListCredential));
  const list = matter.lists.find(({ id }) => pathOf(id) === path);
  if (!entry || !list || list.credentialSubject.statusPurpose !== "message")
    return { kind: "unknown", because: "no-list" };
  if ((await checkProof(list, matter.keys)).kind !== "verified") return { kind: "unknown", because: "list-not-proven" };
  const value = statusAt(
    await decodeList(list.credentialSubject.encodedList),
    "message",
    Number(entry.statusListIndex),
  );
  const status = value === null ? undefined : MESSAGES[value];
  return status ? { kind: "known", status, asOf: list.validFrom } : { kind: "unknown", because: "outside-list" };
}

const pathOf = (address: string) => (URL.canParse(address) ? new URL(address).pathname : address);

export async function decodeList(encoded: string): Promise<Uint8Array> {
  const zipped = new Uint8Array(base64urlnopad.decode(encoded.slice(1)));
  const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What is shown of a credential whose proof holds. */
export interface CredentialFacts {
  serial: string;
  number: string;
  issuerName: string;
  courseName: string;
  result: string;
  completedOn: string;
  issuedAt: string;
  /** The salt and the hash that a name is compared with. */
  name: { salt: string; hash: string } | null;
}

export type CredentialCheck =
  | { kind: "verified"; facts: CredentialFacts; status: StatusAnswer }
  | { kind: "failed"; because: "no-json" | "no-credential" | "no-proof" | "unknown-key" | "altered" }
  | { kind: "cannot" };

/** Checks a file that should be a credential of this platform: proof, then status. */
export async function checkCredential(text: string, matter: CheckingMatter): Promise<CredentialCheck> {
  let document: JsonObject;
  try {
    document = JSON.parse(text) as JsonObject;
  } catch {
    return { kind: "failed", because: "no-json" };
  }
  if (typeof document !== "object" || document === null || !isCredential(document)) {
    return { kind: "failed", because: "no-credential" };
  }
  const proof = await checkProof(document, matter.keys);
  if (proof.kind === "cannot") return proof;
  if (proof.kind === "failed") return proof;
  return {
    kind: "verified",
    facts: factsOf(document),
    status: await checkStatus(document["credentialStatus"] as StatusEntry | StatusEntry[], matter),
  };
}

function isCredential(document: JsonObject): boolean {
  const { type, credentialStatus } = document;
  return (
    Array.isArray(type) &&
    type.includes("OpenBadgeCredential") &&
    !!credentialStatus &&
    typeof credentialStatus === "object"
  );
}

/** Only of what the platform has signed, so its shape is known. */
function factsOf(document: JsonObject): CredentialFacts {
  const subject = document["credentialSubject"] as {
    licenseNumber: string;
    narrative: string;
    activityEndDate: string;
    achievement: { name: string };
    identifier: { salt: string; identityHash: string }[];
    id: string;
  };
  const [name] = subject.identifier;
  return {
    serial: subject.id.split(":").at(-1)!,
    number: subject.licenseNumber,
    issuerName: (document["issuer"] as { name: string }).name,
    courseName: subject.achievement.name,
    result: subject.narrative,
    completedOn: subject.activityEndDate.slice(0, 10),
    issuedAt: document["validFrom"] as string,
    name: name ? { salt: name.salt, hash: name.identityHash } : null,
  };
}

/** Whether the credential is about somebody of this name, down to the last mark over a letter. */
export async function isNamed(fullName: string, facts: Pick<CredentialFacts, "name">): Promise<boolean> {
  return facts.name !== null && (await hashName(fullName, facts.name.salt)) === facts.name.hash;
}
