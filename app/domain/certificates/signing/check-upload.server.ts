import { createHash, X509Certificate } from "node:crypto";
import { PDF } from "@libpdf/core";
import { contentsOf, findSignatures, signedBytes, type SignaturePlace } from "./byte-range";
import { commonName, organizationOf } from "./certificate-names";
import { traceChain } from "./certificate-chain.server";
import { readCms, type ReadCms } from "./cms";
import { cmsFault } from "./cms-signature.server";
import { equalBytes, readDer } from "./der";
import { readTimeStamp } from "./time-stamp.server";
import { UPLOAD_LIMIT, type UploadCheck, type UploadedSignature, type UploadRefusal } from "./uploaded-signature";

const FORMATS = ["adbe.pkcs7.detached", "ETSI.CAdES.detached"];
const DOCUMENT_TIME_STAMP = "ETSI.RFC3161";

/**
 * Whether an uploaded PDF is the issued document with a signature of the agency's: the same words on the same pages, nothing drawn
 * over them, and a signature that covers the file to its end and holds. Whose certificate it is, is said and not judged, unless
 * roots are given.
 */
export async function checkUpload(input: {
  uploaded: Uint8Array;
  issued: Uint8Array;
  serial: string;
  roots: readonly X509Certificate[] | null;
}): Promise<UploadCheck> {
  const { uploaded, issued } = input;
  const refused = (reason: UploadRefusal): UploadCheck => ({ kind: "refused", reason });
  if (uploaded.length === 0) return refused("no-file");
  if (uploaded.length > UPLOAD_LIMIT) return refused("too-large");
  if (!new TextDecoder("latin1").decode(uploaded.subarray(0, 1024)).includes("%PDF-")) return refused("not-a-pdf");
  if (equalBytes(uploaded, issued)) return refused("same-as-issued");
  const pages = await readPages(uploaded);
  if (pages === null) return refused("not-a-pdf");
  const difference = differenceOf(pages, (await readPages(issued))!, input.serial);
  if (difference) return refused(difference);
  const signature = checkSignatures(uploaded, input.roots);
  if (typeof signature === "string") return refused(signature);
  const prefix = equalBytes(uploaded.subarray(0, issued.length), issued);
  // The issued document may bear a signature of its own; another one must have come to it.
  if (prefix && signature.place.coveredTo <= issued.length) return refused("no-signature");
  return { kind: "accepted", signature: { ...signature.facts, sameBy: prefix ? "prefix" : "text" } };
}

interface PageWords {
  words: string;
  /** Notes, stamps and the like, which lie over the page; fields and links are none. */
  drawnOver: number;
}

async function readPages(bytes: Uint8Array): Promise<PageWords[] | null> {
  try {
    const document = await PDF.load(bytes);
    return document.getPages().map((page) => ({
      words: page.extractText().text.normalize("NFC").replace(/\s+/g, " ").trim(),
      drawnOver: page.getAnnotations().filter(({ type }) => type !== "Link" && type !== "Widget").length,
    }));
  } catch {
    return null;
  }
}

function differenceOf(uploaded: PageWords[], issued: PageWords[], serial: string): UploadRefusal | null {
  if (!issued.some(({ words }) => words.includes(serial)))
    throw new Error("The issued PDF does not say its own serial");
  const same = uploaded.length === issued.length && uploaded.every(({ words }, page) => words === issued[page]!.words);
  if (!same) return "other-document";
  return uploaded.every(({ drawnOver }, page) => drawnOver === issued[page]!.drawnOver) ? null : "drawn-over";
}

type Found = { place: SignaturePlace; facts: Omit<UploadedSignature, "sameBy"> };

function checkSignatures(pdf: Uint8Array, roots: readonly X509Certificate[] | null): Found | UploadRefusal {
  const places = findSignatures(pdf);
  if (places.length === 0) return "no-signature";
  if (places.at(-1)!.coveredTo !== pdf.length) return "not-whole";
  let found: Found | null = null;
  try {
    for (const place of places) {
      const content = signedBytes(pdf, place);
      const bytes = readDer(contentsOf(pdf, place)).bytes;
      if (place.subFilter === DOCUMENT_TIME_STAMP) {
        if (!readTimeStamp(bytes, content).holds) return "signature-wrong";
        continue;
      }
      if (!FORMATS.includes(place.subFilter ?? "")) return "signature-format";
      const cms = readCms(bytes);
      const fault = cmsFault(cms, content);
      if (fault) return fault === "digest-not-accepted" ? fault : "signature-wrong";
      found = { place, facts: factsOf(place, cms, roots) };
    }
  } catch (error) {
    if (error instanceof RangeError) return "signature-format";
    throw error;
  }
  return found ?? "no-signature";
}

function factsOf(place: SignaturePlace, cms: ReadCms, roots: readonly X509Certificate[] | null): Found["facts"] {
  const certificate = new X509Certificate(cms.certificate!);
  const stamp = cms.timeStampToken ? readTimeStamp(cms.timeStampToken, cms.signature) : null;
  const stampedAt = stamp?.holds ? stamp.at : null;
  const statedAt = place.statedAt ?? cms.signingTime;
  return {
    signerName: commonName(certificate.subject),
    organization: organizationOf(certificate.subject),
    issuerName: commonName(certificate.issuer),
    subFilter: place.subFilter!,
    certificateSha256: createHash("sha256").update(certificate.raw).digest("hex"),
    certificateValidTo: new Date(certificate.validTo).toISOString(),
    statedAt: statedAt?.toISOString() ?? null,
    timeStampedAt: stampedAt?.toISOString() ?? null,
    chain: traceChain({
      certificate,
      others: cms.certificates.map((der) => new X509Certificate(der)),
      roots,
      at: stampedAt ?? statedAt,
    }),
  };
}
