import { createHash } from "node:crypto";
import { SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { EvidencePerson } from "~/domain/evaluation/evidence";
import { readCursor } from "~/domain/evaluation/evidence-cursor";
import { readLivePage } from "~/domain/evaluation/evidence-store.server";
import { type EvaluationPeriod, figuresUntil } from "~/domain/evaluation/period";
import { findAnyPeriod, finishClosing } from "~/domain/evaluation/period-store.server";
import { latestSeal } from "~/domain/evaluation/seal-store.server";
import { SNAPSHOT_FORMAT, type SnapshotManifest } from "~/domain/evaluation/snapshot";
import { forgetUnfinished, insertChunk, insertSnapshot, type NewLine } from "~/domain/evaluation/snapshot-store.server";
import { countOpenEnds } from "~/domain/evaluation/snapshot-store.server";
import { templatesFor } from "~/domain/evaluation/template-store.server";
import { lastDayUntil } from "~/domain/evaluation/evidence-of-person";
import { findAgency } from "~/domain/organization/agency-store.server";
import { canonicalJson } from "~/platform/canonical-json";
import { db, inTransaction, LONG_WORK as LONG_TRANSACTION } from "~/platform/db.server";
import { files } from "~/platform/files/files.server";
import { platformKey } from "~/platform/platform-key.server";
import type { LongWork } from "./long-work";

/** People read at a time, and bytes of a piece: what stands in memory, however many people there are. */
const PEOPLE_AT_ONCE = 500;
const PIECE_BYTES = 4 * 1024 * 1024;

/**
 * Freezes the figures of a period: lines of canonical JSON in pieces in the file store, their hashes in a manifest, its hash signed.
 * Begun again after a fault it makes the same from the start; once the snapshot stands it does nothing.
 */
export const freezePeriod: LongWork = async ({ job, progress, now }) => {
  const { periodId, snapshotId } = job.input as { periodId: string; snapshotId: string };
  const period = await findAnyPeriod(db, periodId);
  if (!period || period.snapshotId !== snapshotId) return { refused: "evaluation-not-closing" };
  if (period.state === "closed") return {};
  await forgetUnfinished(db, snapshotId);
  const until = figuresUntil(period, period.closingAt!);
  const lastDay = lastDayUntil({ period, until });
  const { people: total } = await countOpenEnds(db, {
    periodId,
    unitPath: period.unit.path,
    fromOn: period.fromOn,
    lastDay,
  });
  const pieces = pieceWriter(snapshotId);
  let after: string | null = null;
  do {
    const page: { people: EvidencePerson[]; next: string | null } = await readLivePage(db, {
      period,
      scope: [period.unit.path],
      after: readCursor(after),
      limit: PEOPLE_AT_ONCE,
      until,
      now: period.closingAt!,
    });
    for (const person of page.people) await pieces.add(person);
    await progress(pieces.counts.people, Math.max(total, pieces.counts.people));
    after = page.next;
  } while (after !== null);
  await pieces.flush();

  const manifest = await manifestOf(period, { snapshotId, until, ...pieces.counts, chunks: pieces.chunks });
  const manifestText = canonicalJson(manifest);
  const root = createHash("sha256").update(manifestText, "utf8").digest("hex");
  const key = platformKey();
  await inTransaction(async (tx) => {
    await insertSnapshot(tx, {
      id: snapshotId,
      periodId,
      madeAt: now,
      manifest,
      manifestText,
      root,
      keyId: key.publicKeyMultibase.slice(0, 16),
      publicKey: key.publicKeyMultibase,
      signature: Buffer.from(key.sign(Buffer.from(root, "hex"))).toString("base64"),
    });
    if (!(await finishClosing(tx, { id: periodId, snapshotId, now })))
      throw new Error(`period ${periodId} is not closing`);
    await recordAudit(tx, {
      actor: { ...SYSTEM_ACTOR, accountId: job.requestedBy, name: job.requestedByName },
      action: "evaluation.closed",
      subject: { type: "evaluation-period", id: periodId, label: `${period.title} – ${period.unit.name}` },
      unitPath: period.unit.path,
      after: { snapshot: snapshotId, root, people: manifest.people, rows: manifest.rows },
      at: now,
    });
  }, LONG_TRANSACTION);
  const { people, rows, withoutRows, contested } = manifest;
  return { counts: { people, rows, withoutRows, contested } };
};

function pieceWriter(snapshotId: string) {
  const counts = { people: 0, rows: 0, withoutRows: 0, contested: 0 };
  const chunks: SnapshotManifest["chunks"] = [];
  let texts: Buffer[] = [];
  let lines: NewLine[] = [];
  let size = 0;
  async function flush() {
    if (lines.length === 0) return;
    const sha256 = await files().put(Buffer.concat(texts));
    const piece = { sha256, size, lines };
    await inTransaction((tx) => insertChunk(tx, { snapshotId, position: chunks.length, ...piece }), LONG_TRANSACTION);
    chunks.push({ sha256, size, lines: lines.length });
    [texts, lines, size] = [[], [], 0];
  }
  async function add(person: EvidencePerson) {
    const text = Buffer.from(`${canonicalJson(person)}\n`, "utf8");
    const { unitPath, sortName, officialId, rows } = person;
    const sha256 = createHash("sha256").update(text).digest("hex");
    lines.push({ unitPath, sortName, officialId, start: size, size: text.length, rowCount: rows.length, sha256 });
    texts.push(text);
    size += text.length;
    counts.people += 1;
    counts.rows += rows.length;
    if (rows.length === 0) counts.withoutRows += 1;
    if (person.contested || rows.some(({ contested }) => contested)) counts.contested += 1;
    if (size >= PIECE_BYTES) await flush();
  }
  return { counts, chunks, add, flush };
}

async function manifestOf(
  period: EvaluationPeriod,
  made: Pick<SnapshotManifest, "people" | "rows" | "withoutRows" | "contested" | "chunks"> & {
    snapshotId: string;
    until: Date;
  },
): Promise<SnapshotManifest> {
  const { snapshotId, until, ...counts } = made;
  const { name, parentName } = await findAgency(db);
  const { id, kind, title, unit, fromOn, toOn, cutOffOn, objectUntil } = period;
  const templates = [...(await templatesFor(db, unit.path)).values()];
  return {
    format: SNAPSHOT_FORMAT,
    snapshot: snapshotId,
    agency: { name, parentName },
    period: { id, kind, title, unit: { code: unit.code, name: unit.name }, fromOn, toOn, cutOffOn, objectUntil },
    templates: templates.map(({ staffCategory, title, legalBasis, revision, unit: by, criteria }) => {
      return { staffCategory, title, legalBasis, revision, unit: by?.code ?? null, criteria };
    }),
    asOf: until.toISOString(),
    closedBy: period.closingByName ?? "",
    ...counts,
    seal: await latestSeal(db),
  };
}
