import path from "node:path";
import { archiveName } from "~/domain/certificates/archive-names";
import { zipInput } from "~/domain/certificates/bulk";
import { makeDocument, readDocument } from "~/domain/certificates/document-store.server";
import { readSelected, type Selection, type SelectionCursor } from "~/domain/certificates/selection-store.server";
import { db } from "~/platform/db.server";
import { files } from "~/platform/files/files.server";
import { writeZip, type ZipEntry } from "~/platform/zip.server";
import type { LongWork } from "./long-work";

const BATCH = 100;

/** The documents of the certificates of a selection in one ZIP, as they were issued. One document at a time stands in memory. */
export const zipCertificates: LongWork = async ({ job, progress, folder, now }) => {
  const { selection, count, name } = zipInput.parse(job.input);
  const file = path.join(folder, "certificates.zip");
  let done = 0;
  async function* entries(): AsyncGenerator<ZipEntry> {
    for await (const certificate of selected(selection, "any")) {
      const document = await makeDocument(db, certificate, now);
      const { issuerCode, year, number, facts } = certificate;
      yield {
        name: archiveName({ issuerCode, year, number, fullName: facts.fullName }),
        bytes: await readDocument(document),
      };
      await progress(++done, count);
    }
  }
  const written = await writeZip(file, entries(), now);
  const sha256 = await files().putFile(file);
  return {
    file: { sha256, name, type: "application/zip", size: written.size },
    counts: { certificates: written.entries },
  };
};

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
