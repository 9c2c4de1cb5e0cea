import {
  checkCredential,
  checkStatus,
  type CheckingMatter,
  type CredentialCheck,
  type StatusAnswer,
} from "./check-credential";
import { checkDocument, type DocumentCheck } from "./document-statement";

/** What became of a file that somebody wants to know about; for browsers, without asking the platform. */
export type FileCheck =
  | { kind: "pdf"; check: DocumentCheck; status: StatusAnswer | null }
  | { kind: "json"; check: CredentialCheck }
  | { kind: "other" };

export const FILE_LIMIT = 10 * 1024 * 1024;

/** By what the file holds, whatever it is called. */
export async function checkFile(bytes: Uint8Array, matter: CheckingMatter): Promise<FileCheck> {
  if (bytes.length > FILE_LIMIT) return { kind: "other" };
  // Without https a browser has no WebCrypto at all.
  if (!globalThis.crypto?.subtle) return { kind: "pdf", check: { kind: "cannot" }, status: null };
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (head.includes("%PDF-")) {
    const check = await checkDocument(bytes, matter.keys);
    const stated = check.kind === "as-issued" || check.kind === "added-to" ? check.statement : null;
    return { kind: "pdf", check, status: stated && (await checkStatus(stated.credentialStatus, matter)) };
  }
  if (/^(?:\u00ef\u00bb\u00bf)?\s*[{[]/.test(head)) {
    return { kind: "json", check: await checkCredential(new TextDecoder().decode(bytes), matter) };
  }
  return { kind: "other" };
}
