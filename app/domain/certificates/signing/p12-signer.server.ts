import { verify, X509Certificate } from "node:crypto";
import { P12Signer, SignerError } from "@libpdf/core";
import { PlainSentence } from "~/platform/plain-sentence";
import type { P12Settings } from "~/platform/signing-settings";
import type { DocumentSigner } from "./document-signer";
import { readKeyFile, readSecret } from "./key-file.server";

/** The signer whose key lies in a P12 file. Throws a plain sentence when the file, the password or the key is not right. */
export async function p12Signer(settings: P12Settings): Promise<DocumentSigner> {
  const bytes = readKeyFile("SIGNING_P12", settings.p12);
  const secret = readSecret("SIGNING_P12_PASSWORD_FILE", settings.password);
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
