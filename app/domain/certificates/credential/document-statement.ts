import type { CertificateFacts } from "../facts";
import { contentsOf, findSignatures } from "../signing/byte-range";
import { findStatementRoom, outside, readRoom, roomHolds, type Span } from "../signing/statement-room";
import { canonicalJson } from "~/platform/canonical-json";
import { checkProof, hex, sha256Of, type JsonObject, type ProofAnswer } from "./data-integrity";
import { credentialAddresses } from "./addresses";
import { statusEntries, type StatusEntry } from "./status-list";

/** What the platform states, and signs, about the file that it stands in. */
export interface DocumentStatement extends JsonObject {
  type: "DocumentStatement";
  issuer: string;
  serial: string;
  number: string;
  /** The length of the file as it was issued, and the parts of it that are not hashed: `[start, end)` each. */
  length: number;
  notHashed: [number, number][];
  sha256: string;
  credentialStatus: StatusEntry[];
}

/** The certificate that a document is. */
export type StatementSubject = Pick<CertificateFacts, "serial" | "number" | "registerNumber" | "verifyAddress"> & {
  issuerCode: string;
  year: number;
};

export function statementOf(
  subject: StatementSubject,
  file: Pick<DocumentStatement, "length" | "notHashed" | "sha256">,
): DocumentStatement {
  const addresses = credentialAddresses(subject.verifyAddress);
  return {
    type: "DocumentStatement",
    issuer: addresses.issuer,
    serial: subject.serial,
    number: subject.number,
    ...file,
    credentialStatus: statusEntries(addresses, subject),
  };
}

export type DocumentCheck =
  /** Every byte is as it was issued. `digitallySigned`: the agency's own signature is in it (not checked here). */
  | { kind: "as-issued"; statement: DocumentStatement; digitallySigned: boolean }
  /** As it was issued, and then something was added behind it: a signature, or anything else. */
  | { kind: "added-to"; statement: DocumentStatement; addedBytes: number }
  | { kind: "changed"; serial: string | null }
  | { kind: "no-statement" }
  | { kind: "cannot" };

/** Compares a file with the statement in it. Needs nothing but the keys of the platform. */
export async function checkDocument(pdf: Uint8Array, keys: readonly string[]): Promise<DocumentCheck> {
  const room = findStatementRoom(pdf);
  if (room === null) return { kind: "no-statement" };
  const text = readRoom(pdf, room);
  const read = parse(text);
  if (read === null) return { kind: "changed", serial: null };
  const proof: ProofAnswer = await checkProof(read, keys);
  if (proof.kind === "cannot") return proof;
  // What an unproven statement says of itself is not repeated.
  if (proof.kind === "failed") return { kind: "changed", serial: null };
  const statement = read as DocumentStatement;
  const changed = { kind: "changed", serial: statement.serial } as const;
  const holes = statement.notHashed.map(([start, end]): Span => ({ start, end }));
  const issued = pdf.subarray(0, statement.length);
  if (issued.length !== statement.length || !roomHolds(pdf, room, canonicalJson(read))) return changed;
  const [first, ...others] = holes;
  if (first?.start !== room.start || first.end !== room.end) return changed;
  if (!others.every((hole) => isSignatureRoom(issued, hole))) return changed;
  if (hex(await sha256Of(outside(issued, holes))) !== statement.sha256) return changed;
  const addedBytes = pdf.length - statement.length;
  if (addedBytes > 0) return { kind: "added-to", statement, addedBytes };
  return { kind: "as-issued", statement, digitallySigned: others.length > 0 };
}

/** The hole may hold a signature and nothing that a reader could show. */
function isSignatureRoom(pdf: Uint8Array, hole: Span): boolean {
  const place = findSignatures(pdf).find(({ contents }) => contents.start === hole.start && contents.end === hole.end);
  return place !== undefined && contentsOf(pdf, place).length > 0;
}

function parse(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as JsonObject) : null;
  } catch {
    return null;
  }
}
