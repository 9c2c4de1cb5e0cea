import type { X509Certificate } from "node:crypto";
import { env } from "~/platform/env.server";
import { errorCode, PlainSentence } from "~/platform/plain-sentence";
import { readPemCertificates } from "./key-file.server";
import type { ChainAnswer } from "./uploaded-signature";

/** The roots of SIGNING_ROOTS; null when none are named. Throws a plain sentence when the file is not right: called at the start too. */
export function configuredRoots(): X509Certificate[] | null {
  const file = env().signingRoots;
  if (file === null) return null;
  try {
    return readPemCertificates(file);
  } catch (error) {
    const because = errorCode(error);
    throw new PlainSentence(
      `SIGNING_ROOTS: ${file} phải là tệp PEM có ít nhất một chứng thư gốc${because && ` (${because})`}.`,
      `SIGNING_ROOTS: ${file} must be a PEM file with at least one root certificate${because && ` (${because})`}.`,
    );
  }
}

/** Whether the certificate hangs on one of the roots, each link signed by the next and in its time. Revocation is not asked for. */
export function traceChain(input: {
  certificate: X509Certificate;
  others: readonly X509Certificate[];
  roots: readonly X509Certificate[] | null;
  at: Date | null;
}): ChainAnswer {
  const { roots, at } = input;
  if (roots === null) return "not-checked";
  const inTime = (each: X509Certificate) =>
    at === null || (new Date(each.validFrom) <= at && at <= new Date(each.validTo));
  const signed = (each: X509Certificate, by: X509Certificate) => each.checkIssued(by) && each.verify(by.publicKey);
  let link = input.certificate;
  // A chain of more than eight is none.
  for (let length = 0; length < 8; length += 1) {
    if (!inTime(link)) return "not-trusted";
    const here = link;
    if (roots.some((root) => root.fingerprint256 === here.fingerprint256 || (signed(here, root) && inTime(root)))) {
      return "trusted";
    }
    const next = input.others.find(
      (each) => each.ca && each.fingerprint256 !== here.fingerprint256 && signed(here, each),
    );
    if (!next) return "not-trusted";
    link = next;
  }
  return "not-trusted";
}
