import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { OfficialIdentity, Viewer } from "~/domain/auth/permissions";
import type { CodePage } from "~/domain/documents/local-code/local-code";
import {
  insertAcknowledgement,
  listCodesFor,
  listVersionsFor,
} from "~/domain/documents/local-code/local-code-store.server";
import { notFound } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";

interface Reader {
  official: OfficialIdentity;
}

/** The id of the code of the reader's nearest unit that has one; null where none has. */
export async function nearestCode({ official }: Reader): Promise<string | null> {
  const [nearest] = await listCodesFor({ unitPath: official.unitPath, officialId: official.id });
  return nearest?.codeId ?? null;
}

/** A code that holds for the reader, in its latest version or another one, beside one more when asked; other units' are not found. */
export async function readCode(
  input: Reader & { codeId: string; version: number | null; against: number | null },
): Promise<CodePage> {
  const { official, codeId } = input;
  const reader = { unitPath: official.unitPath, officialId: official.id };
  const [versions, codes] = await Promise.all([listVersionsFor({ codeId, ...reader }), listCodesFor(reader)]);
  const latest = versions[0];
  const here = codes.find((code) => code.codeId === codeId);
  if (!latest || !here) throw notFound(`code ${codeId}`);
  const numbered = (number: number | null) => versions.find((version) => version.number === number);
  const { acknowledgedAt, ...version } = numbered(input.version) ?? latest;
  return {
    code: { id: codeId, unitName: here.unitName },
    version,
    latest: latest.number,
    versions: versions.map(({ number, decisionNumber, decidedOn }) => ({ number, decisionNumber, decidedOn })),
    acknowledgedAt,
    others: codes
      .filter((code) => code.codeId !== codeId)
      .map((code) => ({ id: code.codeId, unitName: code.unitName, title: code.version.title })),
    against: numbered(input.against) ?? null,
  };
}

/** "I have read it": of the latest version, for good. */
export async function acknowledgeCode(input: {
  viewer: Viewer & Reader;
  codeId: string;
  version: number;
  now: Date;
}): Promise<{ kind: "done" } | { kind: "refused"; reason: "overtaken" }> {
  const { viewer, codeId, now } = input;
  const { official } = viewer;
  const page = await readCode({ official, codeId, version: null, against: null });
  if (page.latest !== input.version) return { kind: "refused", reason: "overtaken" };
  const { id: versionId, title, number } = page.version;
  await inTransaction(async (tx) => {
    const { id: officialId, fullName, unitName } = official;
    if (!(await insertAcknowledgement(tx, { versionId, officialId, fullName, unitName, now }))) return;
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "code.acknowledged",
      subject: { type: "code", id: codeId, label: title },
      unitPath: official.unitPath,
      after: { version: number },
      at: now,
    });
  });
  return { kind: "done" };
}
