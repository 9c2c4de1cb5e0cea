import type { Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Amendment } from "~/domain/evaluation/amendment";
import type { EvidencePerson } from "~/domain/evaluation/evidence";
import { scopeWithin } from "~/domain/evaluation/evidence-cursor";
import { readEvidencePage, readSnapshot } from "~/domain/evaluation/evidence-store.server";
import { type EvaluationPeriod, figuresUntil } from "~/domain/evaluation/period";
import type { Snapshot } from "~/domain/evaluation/snapshot";
import { templatesFor } from "~/domain/evaluation/template-store.server";
import { findAgency } from "~/domain/organization/agency-store.server";
import { noteBulkAccess } from "~/domain/privacy/access-store.server";
import { db, inTransaction } from "~/platform/db.server";
import { findPeriodInScope } from "./evaluation-periods";
import { findClosedPeriod, readAmendments } from "./list-amendments";

export const EVIDENCE_FORMATS = ["xlsx", "csv", "json"] as const;
export type EvidenceFormat = (typeof EVIDENCE_FORMATS)[number];

/** What stands over the rows of a file. Of a closed period every word of it comes from the snapshot. */
export interface EvidenceExport {
  period: Pick<EvaluationPeriod, "id" | "kind" | "title" | "fromOn" | "toOn" | "cutOffOn">;
  agency: { name: string; parentName: string };
  unit: { code: string; name: string };
  /** The codes of the units that it covers; empty: the whole agency. */
  scopeCodes: string[];
  asOf: Date;
  snapshot: Pick<Snapshot, "id" | "root" | "madeAt" | "publicKey" | "signature"> | null;
  templates: { staffCategory: string; title: string; legalBasis: string; criteria: { code: string; name: string }[] }[];
  batches: AsyncIterable<EvidencePerson[]>;
}

const BATCH = 1000;

interface Wish {
  actor: Actor;
  periodId: string;
  scope: readonly string[];
  format: EvidenceFormat;
  now: Date;
}

/** The evidence of a scope, to leave the platform as a file; that it does is on record before the first row leaves. */
export async function exportEvidence(input: Wish): Promise<EvidenceExport> {
  const { now } = input;
  const period = await findPeriodInScope({ id: input.periodId, scope: input.scope });
  const scope = scopeWithin(input.scope, period.unit.path);
  const snapshot = await readSnapshot(db, period.id);
  await noteExport(input, period, { scope, snapshot: snapshot?.id ?? null });
  const batches = readBatches({ periodId: period.id, scope, now });
  const scopeCodes = scope.includes(period.unit.path) ? [] : scope.map((path) => path.slice(path.lastIndexOf("/") + 1));
  if (snapshot) {
    const { manifest, id, root, madeAt, publicKey, signature } = snapshot;
    return {
      period: manifest.period,
      agency: manifest.agency,
      unit: manifest.period.unit,
      scopeCodes,
      asOf: new Date(manifest.asOf),
      snapshot: { id, root, madeAt, publicKey, signature },
      templates: manifest.templates,
      batches,
    };
  }
  const agency = await findAgency(db);
  return {
    period,
    agency,
    unit: period.unit,
    scopeCodes,
    asOf: figuresUntil(period, now),
    snapshot: null,
    templates: [...(await templatesFor(db, period.unit.path)).values()],
    batches,
  };
}

async function noteExport(wish: Wish, period: EvaluationPeriod, more: object): Promise<void> {
  await inTransaction(async (tx) => {
    await recordAudit(tx, {
      actor: wish.actor,
      action: "evaluation.exported",
      subject: { type: "evaluation-period", id: period.id, label: `${period.title} – ${period.unit.name}` },
      unitPath: wish.scope[0] ?? null,
      after: { format: wish.format, ...more },
      at: wish.now,
    });
    const unitPaths = scopeWithin(wish.scope, period.unit.path);
    await noteBulkAccess(tx, { actor: wish.actor, how: "evidence-export", unitPaths, rows: null, now: wish.now });
  });
}

async function* readBatches(input: {
  periodId: string;
  scope: readonly string[];
  now: Date;
}): AsyncGenerator<EvidencePerson[]> {
  let after: string | null = null;
  do {
    const page: { people: EvidencePerson[]; next: string | null } = (await readEvidencePage(db, {
      ...input,
      after,
      limit: BATCH,
    }))!;
    if (page.people.length > 0) yield page.people;
    after = page.next;
  } while (after !== null);
}

export interface AmendmentExport {
  period: EvaluationPeriod;
  snapshot: Snapshot;
  asOf: Date;
  batches: AsyncIterable<Amendment[]>;
}

/** The amendments to a closed period as they are now; its frozen figures are another file, and never change. */
export async function exportAmendments(input: Wish): Promise<AmendmentExport> {
  const { scope, now } = input;
  const { period, snapshot } = await findClosedPeriod(input);
  await noteExport(input, period, { amendments: true, snapshot: snapshot.id });
  async function* batches(): AsyncGenerator<Amendment[]> {
    let after: string | null = null;
    do {
      const page = await readAmendments({ period, snapshot, scope, after, limit: BATCH, now });
      if (page.amendments.length > 0) yield page.amendments;
      after = page.next;
    } while (after !== null);
  }
  return { period, snapshot, asOf: now, batches: batches() };
}
