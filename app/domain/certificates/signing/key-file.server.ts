import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { errorCode, PlainSentence } from "~/platform/plain-sentence";
import type { Secret } from "~/platform/signing-settings";

/** A file that a setting names. Throws a plain sentence when it cannot be read. */
export function readKeyFile(setting: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new PlainSentence(
      `${setting}: không đọc được ${file} (${errorCode(error)}).`,
      `${setting}: ${file} cannot be read (${errorCode(error)}).`,
    );
  }
}

export function readSecret(fileSetting: string, secret: Secret): string {
  return secret.kind === "value"
    ? secret.value
    : readKeyFile(fileSetting, secret.file).toString("utf8").split(/\r?\n/)[0]!;
}

/** Throws what node throws when the file is not there or a certificate in it is none; a RangeError when it holds none. */
export function readPemCertificates(file: string): X509Certificate[] {
  const blocks = readFileSync(file, "utf8").match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
  if (!blocks) throw new RangeError("no certificate");
  return blocks.map((block) => new X509Certificate(block));
}
