import type { AnswerFileContent, SealedAnswerFile } from "~/domain/assessment/answer-file/answer-file";
// Without the schemas, which the page of a paper has no use for.
import {
  ANSWER_FILE_FORMAT,
  ANSWER_FILE_VERSION,
  answerFilePurpose,
} from "~/domain/assessment/answer-file/answer-file-format";

/** Sealing needs WebCrypto, which browsers give to pages that came over https or from this very computer. */
export function canSeal(): boolean {
  return typeof crypto !== "undefined" && typeof crypto.subtle !== "undefined";
}

/**
 * The text of an answer file: sealed with a key made for it alone, so that only the server can open it, not even this device.
 * `publicKey` is the server's, as its page gave it.
 */
export async function sealAnswers(publicKey: string, content: AnswerFileContent): Promise<string> {
  const { attemptId } = content;
  const { subtle } = crypto;
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const own = await subtle.generateKey(curve, false, ["deriveBits"]);
  const server = await subtle.importKey("raw", fromBase64Url(publicKey), curve, false, []);
  const agreed = await subtle.deriveBits({ name: "ECDH", public: server }, own.privateKey, 256);
  const secret = await subtle.importKey("raw", agreed, "HKDF", false, ["deriveKey"]);
  const key = await subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: bytesOf(answerFilePurpose(attemptId)) },
    secret,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt"],
  );
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await subtle.encrypt(
    { name: "AES-GCM", iv, additionalData: bytesOf(attemptId) },
    key,
    bytesOf(JSON.stringify(content)),
  );
  const file: SealedAnswerFile = {
    format: ANSWER_FILE_FORMAT,
    version: ANSWER_FILE_VERSION,
    attempt: attemptId,
    key: toBase64Url(new Uint8Array(await subtle.exportKey("raw", own.publicKey))),
    iv: toBase64Url(iv),
    data: toBase64Url(new Uint8Array(data)),
  };
  return JSON.stringify(file);
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(text));

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
}
