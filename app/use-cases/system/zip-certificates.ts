import path from "node:path";
import { archiveName } from "~/domain/certificates/archive-names";
import { zipInput } from "~/domain/certificates/bulk";
import { type CertificateToDraw, makeDocument } from "~/domain/certificates/document-store.server";
import { MISSING_PAGE_NAME, type MissingDocument, missingPage } from "~/domain/certificates/missing-page";
import { readSelected, type Selection, type SelectionCursor } from "~/domain/certificates/selection-store.server";
import { db } from "~/platform/db.server";
import { DamagedFile } from "~/platform/files/file-store";
import { files, readOrWhy } from "~/platform/files/files.server";
import { writeZip, type ZipEntry } from "~/platform/zip.server";
import type { LongWork } from "./long-work";

const BATCH = 100;

/**
 * The documents of the certificates of a selection in one ZIP, as they were issued. One document at a time stands in memory. What the file store
 * has lost does not keep the others from their officer: a page in the ZIP lists it.
 */
export const zipCertificates: LongWork = async ({ job, progress, folder, now }) => {
  const { selection, count, name } = zipInput.parse(job.input);
  const file = path.join(folder, "certificates.zip");
  const missing: MissingDocument[] = [];
  let done = 0;
  async function* entries(): AsyncGenerator<ZipEntry> {
    for await (const certificate of selected(selection, "any")) {
      const { issuerCode, year, number, serial, facts } = certificate;
      const { fullName } = facts;
      const document = await documentOf(certificate, now);
      if (document.bytes) yield { name: archiveName({ issuerCode, year, number, fullName }), bytes: document.bytes };
      else missing.push({ number, serial, fullName, ...document.fault });
      await progress(++done, count);
    }
    if (missing.length > 0) yield { name: MISSING_PAGE_NAME, bytes: Buffer.from(missingPage(missing, now), "utf8") };
  }
  const written = await writeZip(file, entries(), now);
  const sha256 = await files().putFile(file);
  return {
    file: { sha256, name, type: "application/zip", size: written.size },
    counts: {
      certificates: done - missing.length,
      ...(missing.length > 0 && { missingFiles: missing.length }),
    },
  };
};

type Found = { bytes: Uint8Array } | { bytes: null; fault: Pick<MissingDocument, "why" | "sha256"> };

async function documentOf(certificate: CertificateToDraw, now: Date): Promise<Found> {
  const sha256 = await makeDocument(db, certificate, now).then(
    (document) => document.sha256,
    (error: unknown) => {
      if (error instanceof DamagedFile) return null;
      throw error;
    },
  );
  if (sha256 === null) return { bytes: null, fault: { why: "not-made", sha256 } };
  const bytes = await readOrWhy(sha256);
  return typeof bytes === "string" ? { bytes: null, fault: { why: bytes, sha256 } } : { bytes };
}

/** All certificates of a selection, batch after batch. */
export async function* selected(selection: Selection, status: "valid" | "any") {
  let after: SelectionCursor | null = null;
  do {
    const batch: Awaited<ReturnType<typeof readSelected>> = await readSelected(db, selection, {
      status,
      after,
      limit: BATCH,
    });
    yield* batch;
    const last = batch.at(-1);
    after = last && batch.length === BATCH ? { issuedAt: last.issuedAt, id: last.id } : null;
  } while (after);
}
