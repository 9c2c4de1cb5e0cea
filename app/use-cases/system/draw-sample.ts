import path from "node:path";
import { noteAccesses } from "~/domain/privacy/access-store.server";
import { SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import { recordAudit, recordAudits } from "~/domain/audit/audit-store.server";
import { readSnapshot } from "~/domain/evaluation/evidence-store.server";
import { findPeriod } from "~/domain/evaluation/period-store.server";
import { latestSeal } from "~/domain/evaluation/seal-store.server";
import { drawOf } from "~/domain/official-reports/sample/draw.server";
import type { ChainOfEvidence, SampleHead } from "~/domain/official-reports/sample/sample";
import { indexPage, personPage } from "~/domain/official-reports/sample/sample-pages";
import { presentOfficials, readChain, snapshotOfficials } from "~/domain/official-reports/sample/sample-store.server";
import { db, inTransaction } from "~/platform/db.server";
import { files, readOrWhy } from "~/platform/files/files.server";
import { writeZip, type ZipEntry } from "~/platform/zip.server";
import type { LongWork } from "./long-work";

export interface SampleWish {
  periodId: string;
  unit: { code: string; name: string; path: string };
  size: number;
  seed: string;
  reason: string;
}

const RULE =
  "Sắp xếp danh sách gốc theo SHA-256 của chuỗi «mã rút thăm:mã người» (viết thường, hệ 16) và lấy những người đầu tiên. Ai có danh sách gốc và mã rút thăm đều tính lại được.";

/**
 * Draws a sample and packs the whole chain of evidence of each person into a zip, one after the other. From a closed period the same seed draws the
 * same people for ever. Whom it drew is on record before anybody can fetch the file.
 */
export const drawSample: LongWork = async ({ job, progress, folder, now }) => {
  const wish = job.input as SampleWish;
  const period = await findPeriod(db, { id: wish.periodId, scope: [wish.unit.path] });
  if (!period) return { refused: "report-no-period" };
  const snapshot = await readSnapshot(db, period.id);
  const scope = [wish.unit.path];
  const officialIds = snapshot
    ? await snapshotOfficials({ snapshotId: snapshot.id, scope })
    : await presentOfficials({ scope, fromOn: period.fromOn, toOn: period.toOn });
  const drawn = drawOf({ officialIds, seed: wish.seed, size: wish.size });
  if (drawn.length === 0) return { refused: "sample-nobody" };

  const head: SampleHead = {
    period: { id: period.id, title: period.title },
    unit: { code: wish.unit.code, name: wish.unit.name },
    snapshot: snapshot && {
      id: snapshot.id,
      root: snapshot.root,
      publicKey: snapshot.publicKey,
      signature: snapshot.signature,
    },
    seal: await latestSeal(db),
    rule: RULE,
    seed: wish.seed,
    population: officialIds.length,
    size: wish.size,
    reason: wish.reason,
    drawnAt: now.toISOString(),
    drawnBy: job.requestedByName,
    missingFiles: [],
    officials: [],
  };

  async function* entries(): AsyncGenerator<ZipEntry> {
    for (const [index, id] of drawn.entries()) {
      const chain = await readChain(db, id);
      if (!chain) continue;
      const { fullName, staffNumber, unit } = chain.official;
      const place = index + 1;
      const name = `nguoi/${String(place).padStart(3, "0")}_${staffNumber.replace(/[^\w-]/g, "-")}`;
      head.officials.push({ place, folder: name, id, fullName, staffNumber, unit });
      yield text(`${name}/ho-so.html`, personPage(chain));
      yield text(`${name}/ho-so.json`, JSON.stringify(chain, null, 2));
      yield* documentsOf(chain, name, head);
      await progress(place, drawn.length);
    }
    if (snapshot) yield text("ban-so-lieu.json", snapshot.manifestText);
    yield text("mau.json", JSON.stringify(head, null, 2));
    yield text("index.html", indexPage(head));
  }

  const file = path.join(folder, "sample.zip");
  const { size } = await writeZip(file, entries(), now);
  const sha256 = await files().putFile(file);
  const label = `${period.title} – ${wish.unit.name}`;
  const actor = { ...SYSTEM_ACTOR, accountId: job.requestedBy, name: job.requestedByName };
  const told = { seed: wish.seed, reason: wish.reason, snapshot: snapshot?.id ?? null };
  await inTransaction(async (tx) => {
    const drawnIds = head.officials.map(({ id }) => id);
    const about = { actor, action: "sample.drawn" as const, at: now };
    await recordAudit(tx, {
      ...about,
      subject: { type: "evaluation-period", id: period.id, label },
      unitPath: wish.unit.path,
      after: { ...told, population: officialIds.length, officials: drawnIds },
    });
    // One for each person, so that everybody finds who has looked at their record.
    await noteAccesses(tx, { actor, how: "auditor-sample", officialIds: drawnIds, now });
    await recordAudits(
      tx,
      head.officials.map(({ id, fullName }) => ({
        ...about,
        subject: { type: "official", id, label: fullName },
        unitPath: wish.unit.path,
        after: { ...told, period: period.title },
      })),
    );
  });
  const missing = head.missingFiles.length;
  const counts = { people: head.officials.length, ...(missing > 0 && { missingFiles: missing }) };
  const name = `mau-kiem-tra_${wish.unit.code}_${period.fromOn}_${wish.seed}.zip`;
  return { file: { sha256, name, type: "application/zip", size }, counts };
};

const text = (name: string, content: string): ZipEntry => ({ name, bytes: Buffer.from(content, "utf8") });

/** The certificates as they were issued, byte for byte; what the file store has lost is noted in the head. */
async function* documentsOf(chain: ChainOfEvidence, folder: string, head: SampleHead): AsyncGenerator<ZipEntry> {
  for (const { number, serial, documents } of chain.certificates) {
    for (const { sha256 } of documents) {
      const bytes = await readOrWhy(sha256);
      if (typeof bytes === "string") head.missingFiles.push({ folder, number, serial, sha256, why: bytes });
      else yield { name: `${folder}/giay-chung-nhan/${sha256}.pdf`, bytes };
    }
  }
}
