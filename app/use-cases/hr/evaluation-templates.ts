import type { Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Criterion, EvaluationTemplate } from "~/domain/evaluation/template";
import { insertTemplate, ownRevision, templatesFor } from "~/domain/evaluation/template-store.server";
import { isStaffCategory, type StaffCategory } from "~/domain/organization/staff-category";
import type { UnitNode } from "~/domain/organization/unit";
import { topUnitsWithPeople } from "~/domain/organization/unit-store.server";
import { notFound } from "~/domain/problem";
import { db, inTransaction } from "~/platform/db.server";
import { findUnitInScope } from "./find-unit-in-scope";

/** The agency whose templates are meant: the one that the address names, else the first of the scope. */
async function agencyOf(input: { scope: readonly string[]; unitCode: string | null }): Promise<UnitNode> {
  if (input.unitCode) return findUnitInScope({ code: input.unitCode, scope: input.scope });
  const [top] = await topUnitsWithPeople({ scope: [...input.scope] });
  if (!top) throw notFound("a unit with templates");
  return top;
}

export async function listTemplates(input: {
  scope: readonly string[];
  unitCode: string | null;
}): Promise<{ unit: UnitNode; templates: EvaluationTemplate[] }> {
  const unit = await agencyOf(input);
  return { unit, templates: [...(await templatesFor(db, unit.path)).values()] };
}

export async function viewTemplate(input: {
  scope: readonly string[];
  unitCode: string | null;
  category: string;
}): Promise<{ unit: UnitNode; template: EvaluationTemplate; ownRevision: number }> {
  if (!isStaffCategory(input.category)) throw notFound(`staff category ${input.category}`);
  const unit = await agencyOf(input);
  const template = (await templatesFor(db, unit.path)).get(input.category)!;
  const own = await ownRevision(db, { unitId: unit.id, staffCategory: input.category });
  return { unit, template, ownRevision: own };
}

export type WriteTemplateAnswer = { kind: "written" } | { kind: "refused"; reason: "changed-meanwhile" };

/** Periods that are open go by it from now on; what is closed has its templates in its snapshot. */
export async function writeTemplate(input: {
  actor: Actor;
  scope: readonly string[];
  unitCode: string | null;
  category: StaffCategory;
  revision: number;
  title: string;
  legalBasis: string;
  criteria: Criterion[];
  now: Date;
}): Promise<WriteTemplateAnswer> {
  const { actor, category, revision, title, legalBasis, criteria, now } = input;
  const { unit, template } = await viewTemplate(input);
  return inTransaction(async (tx) => {
    const written = await insertTemplate(tx, {
      unitId: unit.id,
      staffCategory: category,
      revision,
      title,
      legalBasis,
      criteria,
      by: { accountId: actor.accountId, name: actor.name },
      now,
    });
    if (!written) return { kind: "refused", reason: "changed-meanwhile" };
    await recordAudit(tx, {
      actor,
      action: "evaluation.template-written",
      subject: { type: "evaluation-template", id: `${unit.code}/${category}`, label: unit.name },
      unitPath: unit.path,
      before: {
        title: template.title,
        legalBasis: template.legalBasis,
        criteria: template.criteria.map(({ code }) => code).join(", "),
      },
      after: { title, legalBasis, criteria: criteria.map(({ code }) => code).join(", ") },
      at: now,
    });
    return { kind: "written" };
  });
}
