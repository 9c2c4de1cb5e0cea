import { listUndocumented, makeDocument } from "~/domain/certificates/document-store.server";
import type { Job, JobOutcome } from "~/domain/jobs/job";
import { findAgency } from "~/domain/organization/agency-store.server";
import { listAccessesOf } from "~/domain/privacy/access-store.server";
import { ownDataJson } from "~/domain/privacy/own-data/data-file";
import {
  findOwner,
  listOwnCertificateFiles,
  listReviewableAttempts,
  readOwnAudit,
  readOwnRows,
} from "~/domain/privacy/own-data/own-data-store.server";
import { ownDataPage } from "~/domain/privacy/own-data/page";
import { OWN_DATA_PART_NAMES, type OwnData, type OwnDataRow } from "~/domain/privacy/own-data/parts";
import { localDay } from "~/domain/time";
import { db } from "~/platform/db.server";
import { DamagedFile } from "~/platform/files/file-store";
import { files, readOrWhy } from "~/platform/files/files.server";
import { PlainSentence } from "~/platform/plain-sentence";
import { zip, type ZipEntry } from "~/platform/zip.server";
import { viewResult } from "../learner/view-result";
import type { LongWork } from "./long-work";

const MOST_ACCESSES = 10_000;
const MOST_CERTIFICATES = 1000;

/** Everything that is kept of who asked for it, as a zip: data.json, a page to read, and the certificates. */
export const makeOwnData: LongWork = async ({ job, progress, now }): Promise<JobOutcome> => {
  const accountId = ownerOf(job);
  const owner = await findOwner(db, accountId);
  if (!owner) return { refused: "own-data-no-account" };
  const { officialId } = owner;
  const reviews = officialId === null ? [] : await readReviews({ officialId, progress, now });
  const certificates = officialId === null ? { entries: [], missing: [] } : await readCertificates(officialId, now);
  const data = {
    ...(await readOwnRows({ accountId, officialId })),
    reviews,
    missingFiles: certificates.missing,
    accesses: officialId === null ? [] : await readAccesses(officialId),
    audit: await readOwnAudit({ accountId, officialId }),
  } as OwnData;
  const { name: agency } = await findAgency(db);
  const about = { data, person: owner.name, agency, at: now };
  const text = new TextEncoder();
  const entries: ZipEntry[] = [
    { name: "index.html", bytes: text.encode(ownDataPage(about)) },
    { name: "data.json", bytes: text.encode(ownDataJson(about)) },
    ...certificates.entries,
  ];
  const bytes = await zip(entries, now);
  const name = `du-lieu-cua-toi-${localDay(now)}.zip`;
  return {
    file: { sha256: await files().put(bytes), name, type: "application/zip", size: bytes.length },
    counts: {
      "own-data": OWN_DATA_PART_NAMES.reduce((sum, part) => sum + data[part].length, 0),
      ...(data.missingFiles.length > 0 && { missingFiles: data.missingFiles.length }),
    },
  };
};

/** Never from the input of the job: it is about who asked for it. */
function ownerOf({ requestedBy, id }: Job): string {
  if (requestedBy === null) throw new Error(`job ${id} was asked for by nobody`);
  return requestedBy;
}

/** What the pages of one's results show now, and nothing beyond it. */
async function readReviews(input: {
  officialId: string;
  progress: (done: number, total: number | null) => Promise<void>;
  now: Date;
}): Promise<OwnDataRow[]> {
  const { officialId, progress, now } = input;
  const attempts = await listReviewableAttempts({ officialId });
  const rows: OwnDataRow[] = [];
  for (const [index, { id, ...attempt }] of attempts.entries()) {
    const answer = await viewResult({ officialId, attemptId: id, now });
    if (answer.kind === "result") {
      const { result, markings } = answer.page;
      for (const question of result?.questions ?? []) {
        rows.push({
          ...attempt,
          number: question.number,
          question: question.id,
          stem: question.stem,
          outcome: question.outcome,
          points: question.points,
          maxPoints: question.maxPoints,
          answer: question.body,
          explanation: question.explanation,
          comment: markings[question.id]?.comment ?? null,
        });
      }
    }
    await progress(index + 1, attempts.length + 1);
  }
  return rows;
}

async function readAccesses(officialId: string): Promise<OwnDataRow[]> {
  const rows: OwnDataRow[] = [];
  let before: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listAccessesOf>> = await listAccessesOf(db, {
      officialId,
      before,
      limit: 500,
    });
    rows.push(...page.accesses.map(({ at, actorName, roles, how, unit }) => ({ at, actorName, roles, how, unit })));
    before = page.next;
  } while (before !== null && rows.length < MOST_ACCESSES);
  return rows;
}

/** The certificates as they were issued, and a row for each that the file store no longer has or that could not be made. */
async function readCertificates(
  officialId: string,
  now: Date,
): Promise<{ entries: ZipEntry[]; missing: OwnDataRow[] }> {
  const taken = new Set<string>();
  const entries: ZipEntry[] = [];
  const missing = await makeOwnDocuments(officialId, now);
  for (const { name, sha256, ...certificate } of await listOwnCertificateFiles({ officialId })) {
    let free = name;
    for (let again = 2; taken.has(free); again += 1) free = `${name}-${again}`;
    taken.add(free);
    const file = `giay-chung-nhan/${free}.pdf`;
    const bytes = await readOrWhy(sha256);
    if (typeof bytes === "string") missing.push({ ...certificate, file, why: `file-${bytes}` });
    else entries.push({ name: file, bytes });
  }
  return { entries, missing };
}

/** Those of which nothing was drawn yet; a row for each that cannot be, because its sign is lost or the signing key does not answer. */
async function makeOwnDocuments(officialId: string, now: Date): Promise<OwnDataRow[]> {
  const missing: OwnDataRow[] = [];
  const waiting = await listUndocumented(db, { issuedAfter: new Date(0), limit: MOST_CERTIFICATES, officialId });
  for (const certificate of waiting) {
    const { number, serial, issuerName: issuer } = certificate.facts;
    try {
      await makeDocument(db, certificate, now);
    } catch (error) {
      if (!(error instanceof DamagedFile || error instanceof PlainSentence)) throw error;
      missing.push({ number, serial, issuer, file: null, why: "file-not-made" });
    }
  }
  return missing;
}
