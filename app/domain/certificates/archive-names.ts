import { STANDARD_WORDING } from "./template";

/**
 * The name of a certificate inside a ZIP: "SNV-2026/0001-GCN-SNV Nguyễn Văn An.pdf". No sign that any system takes for something
 * else, no name that Windows keeps for itself, and never two alike: the folder is the book, and the name begins with the number.
 */
export function archiveName(input: { issuerCode: string; year: number; number: string; fullName: string }): string {
  const folder = safe(`${input.issuerCode}-${input.year}`);
  const number = safe(input.number.replace(/\//g, "-"));
  const name = safe(input.fullName).slice(0, 80).trim();
  return `${folder}/${name === "" ? number : `${number} ${name}`}.pdf`;
}

/** Letters, marks, digits and few signs; no dot at either end, so that "..", hidden files and endings cannot come about. */
function safe(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N} .&_-]+/gu, "-")
    .replace(/\.{2,}/g, ".")
    .replace(/\s+/g, " ")
    .replace(/^[ .]+|[ .]+$/g, "");
}

/** The name under which one certificate is downloaded. */
export function documentName(certificate: { number: string; facts: { wording?: { title: string } } }): string {
  const title = safe(certificate.facts.wording?.title ?? STANDARD_WORDING.title);
  return `${title} ${safe(certificate.number.replace(/\//g, "-"))}.pdf`;
}

/** The name of the copy that the agency signed. */
export function signedCopyName(certificate: Parameters<typeof documentName>[0]): string {
  return documentName(certificate).replace(/\.pdf$/, " (đã ký số).pdf");
}
