import { verify, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { P12Signer, SignerError } from "@libpdf/core";
import { errorCode, PlainSentence } from "~/platform/plain-sentence";
import type { SigningSettings } from "~/platform/signing-settings";
import type { DocumentSigner } from "./document-signer";

/** The signer whose key lies in a P12 file. Throws a plain sentence when the file, the password or the key is not right. */
export async function p12Signer(settings: Pick<SigningSettings, "p12" | "password">): Promise<DocumentSigner> {
  const bytes = read("SIGNING_P12", settings.p12);
  const { password } = settings;
  const secret =
    password.kind === "value"
      ? password.value
      : read("SIGNING_P12_PASSWORD_FILE", password.file).toString("utf8").split(/\r?\n/)[0]!;
  const key = await P12Signer.create(new Uint8Array(bytes), secret).catch((error: unknown) => {
    if (!(error instanceof SignerError)) throw error;
    throw new PlainSentence(
      `SIGNING_P12: không mở được ${settings.p12}: mật khẩu không đúng, hoặc tệp không phải PKCS #12 có khóa và chứng thư.`,
      `SIGNING_P12: ${settings.p12} cannot be opened: the password is wrong, or the file is no PKCS #12 with a key and a certificate.`,
    );
  });
  const certificates = [key.certificate, ...(key.certificateChain ?? [])];
  const probe = Buffer.from("probe");
  const signature = await key.sign(probe, "SHA-256");
  // In a P12 the certificates stand in any order: the signer's own is the one that the key's signature fits.
  const own = certificates.findIndex((der) => verify("sha256", probe, new X509Certificate(der).publicKey, signature));
  if (own < 0) {
    throw new PlainSentence(
      `SIGNING_P12: ${settings.p12} không có chứng thư của chính khóa trong tệp.`,
      `SIGNING_P12: ${settings.p12} holds no certificate of the key that is in it.`,
    );
  }
  return {
    certificates: [certificates[own]!, ...certificates.filter((_, index) => index !== own)],
    algorithm: key.keyType === "EC" ? "ecdsa-sha256" : "rsa-sha256",
    sign: ({ content }) => key.sign(content, "SHA-256"),
  };
}

function read(setting: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new PlainSentence(
      `${setting}: không đọc được ${file} (${errorCode(error)}).`,
      `${setting}: ${file} cannot be read (${errorCode(error)}).`,
    );
  }
}
