import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import type { CodeInStudio, CodeUnit, CodeVersion } from "~/domain/documents/local-code/local-code";
import type { LocalCodeValues } from "~/domain/documents/local-code/local-code-form";
import {
  findLocalCode,
  listLocalCodes,
  publishLocalCode,
  saveLocalCode,
} from "~/domain/documents/local-code/local-code-store.server";
import { listOverlaysOf } from "~/domain/documents/local-code/overlay-store.server";
import { isUnitCode } from "~/domain/organization/unit";
import { countPeople, findUnit, unitsToChoose } from "~/domain/organization/unit-store.server";
import { notFound } from "~/domain/problem";
import { db, inTransaction } from "~/platform/db.server";

const MOST = 30;

export interface LocalCodeList {
  codes: { unit: CodeUnit; title: string; version: number | null; updatedAt: Date }[];
  /** Units to write a code for: the upper ones, or those whose name has the text in it. */
  units: { code: string; name: string }[];
  text: string;
}

export async function listCodes(input: { scope: readonly string[]; text: string }): Promise<LocalCodeList> {
  const { scope, text } = input;
  const top = Math.min(...scope.map((path) => path.split("/").length - 1));
  const [codes, units] = await Promise.all([
    listLocalCodes({ scope }),
    unitsToChoose({ scope: [...scope], text, limit: MOST, ...(text === "" && { maxDepth: top + 1 }) }),
  ]);
  return { codes, units: units.map(({ code, name }) => ({ code, name })), text };
}

/** The unit of an address; outside the scope there is none. */
export async function unitOfCode(input: { unitCode: string; scope: readonly string[] }): Promise<CodeUnit> {
  const { unitCode: code, scope } = input;
  const unit = isUnitCode(code) ? await findUnit(db, { code, scope }) : null;
  if (!unit) throw notFound(`unit ${code}`);
  return { id: unit.id, code: unit.code, name: unit.name, path: unit.path };
}

/** A unit's code as it is written, with its versions and how many have confirmed each. */
export async function viewCode(input: { unitCode: string; scope: readonly string[] }): Promise<CodeInStudio> {
  const unit = await unitOfCode(input);
  const [code, people, overlays] = await Promise.all([
    findLocalCode({ unitId: unit.id }),
    countPeople({ scope: [unit.path] }),
    listOverlaysOf({ unitId: unit.id }),
  ]);
  const latest = code?.versions[0];
  return {
    unit,
    draft: code?.draft ?? null,
    versions: (code?.versions ?? []).map(({ text: _, ...version }) => version),
    people,
    changedSinceVersion: code !== null && (latest === undefined || !saysTheSame(code.draft, latest)),
    overlays: overlays.length,
  };
}

const saysTheSame = (
  a: Pick<CodeVersion, "title" | "decisionNumber" | "text"> & { decidedOn: string | null },
  b: Pick<CodeVersion, "title" | "decisionNumber" | "decidedOn" | "text">,
) => a.title === b.title && a.decisionNumber === b.decisionNumber && a.decidedOn === b.decidedOn && a.text === b.text;

export type SaveCodeAnswer =
  | { kind: "saved" }
  | { kind: "published"; number: number }
  | { kind: "refused"; reason: "overtaken" | "same-as-before" };

/** Keeps what was typed, and with `intent` "publish" makes it the next version. */
export async function saveCode(input: {
  viewer: Viewer;
  scope: readonly string[];
  unitCode: string;
  values: LocalCodeValues;
  now: Date;
}): Promise<SaveCodeAnswer> {
  const { viewer, values, now } = input;
  const unit = await unitOfCode(input);
  const before = await findLocalCode({ unitId: unit.id });
  const latest = before?.versions[0];
  const publish = values.intent === "publish";
  if (publish && latest && saysTheSame(values, latest)) return { kind: "refused", reason: "same-as-before" };
  return inTransaction(async (tx): Promise<SaveCodeAnswer> => {
    const byName = viewer.displayName;
    const saved = await saveLocalCode(tx, { unitId: unit.id, values, byName, now });
    if (!saved) return { kind: "refused", reason: "overtaken" };
    const { title, decisionNumber, decidedOn } = values;
    const number = publish
      ? await publishLocalCode(tx, { codeId: saved.id, values, accountId: viewer.accountId, byName, now })
      : null;
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: publish ? "code.published" : "code.saved",
      subject: { type: "code", id: saved.id, label: `${title}, ${unit.name}` },
      unitPath: unit.path,
      after: { title, decisionNumber, decidedOn, ...(number !== null && { version: number }) },
      at: now,
    });
    return number === null ? { kind: "saved" } : { kind: "published", number };
  });
}
