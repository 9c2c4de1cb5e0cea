import type { TemplatesView, TemplateView } from "~/domain/certificates/pages";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { logoAddress, readLogo, takeLogo } from "~/domain/certificates/logo.server";
import { certificatePaper } from "~/domain/certificates/paper";
import { renderCertificatePdf } from "~/domain/certificates/pdf/certificate-pdf.server";
import { qrCode } from "~/domain/certificates/qr-code";
import { sampleFacts } from "~/domain/certificates/sample";
import type { Logo, TemplateContent } from "~/domain/certificates/template";
import { contentOf, readLogoField, type TemplateForm } from "~/domain/certificates/template-form";
import {
  insertTemplateVersion,
  isCodeOfAnother,
  latestTemplate,
  listTemplates,
  listTemplateVersions,
} from "~/domain/certificates/template-store.server";
import { reachesRoot } from "~/domain/organization/unit-scope";
import { notFound } from "~/domain/problem";
import { env } from "~/platform/env.server";
import { db, inTransaction } from "~/platform/db.server";
import { findUnitInScope } from "./find-unit-in-scope";
import { listAssignmentChoices } from "./list-assignment-choices";

/** How the installation's own template is named in addresses; no unit has such a code. */
export const OWN_TEMPLATE = "~own";

export async function viewTemplates(input: { scope: readonly string[] }): Promise<TemplatesView> {
  const whole = reachesRoot(input.scope);
  const [templates, { units }] = await Promise.all([
    listTemplates(db, { scope: input.scope, withOwn: whole }),
    listAssignmentChoices({ scope: input.scope, unitCode: null }),
  ]);
  const having = new Set(templates.map(({ unit }) => unit?.code));
  return { templates, units: units.filter(({ code }) => !having.has(code)), whole };
}

interface Whose {
  id: string | null;
  code: string | null;
  name: string | null;
  path: string | null;
}

/** The unit whose template an address names, or the installation. Outside the scope there is none. */
async function whoseTemplate(scope: readonly string[], code: string): Promise<Whose> {
  if (code === OWN_TEMPLATE) {
    if (!reachesRoot(scope)) throw notFound("the installation's own template");
    return { id: null, code: null, name: null, path: null };
  }
  const { id, name, path } = await findUnitInScope({ code, scope });
  return { id, code, name, path };
}

export async function viewTemplate(input: { scope: readonly string[]; code: string }): Promise<TemplateView> {
  const whose = await whoseTemplate(input.scope, input.code);
  const [own, versions] = await Promise.all([latestTemplate(db, whose.id), listTemplateVersions(db, whose.id)]);
  const begun = versions.length > 0 || whose.id === null;
  const template = begun ? own : { ...(await latestTemplate(db, null)), id: null, version: 0, unitCode: whose.code };
  const verifyAddress = `${env().origin}/verify`;
  return {
    unit: whose.code === null ? null : { code: whose.code, name: whose.name! },
    template,
    begun,
    versions,
    logo: await logoAddress(template.content.logo),
    qr: qrCode(verifyAddress),
    verifyAddress,
  };
}

export type TemplateTried =
  | { kind: "content"; content: TemplateContent }
  | { kind: "refused"; field: "logoFile"; reason: "no-picture" | "too-large" | "too-small" };

/** What would be printed by a form, with a sign that was handed up together with it or before. */
export async function tryTemplate(input: { form: TemplateForm; logoFile: Uint8Array | null }): Promise<TemplateTried> {
  const { form, logoFile } = input;
  if (logoFile && logoFile.byteLength > 0) {
    const taken = await takeLogo(logoFile);
    if (taken.kind === "refused") return { kind: "refused", field: "logoFile", reason: taken.reason };
    return { kind: "content", content: contentOf(form, taken.logo) };
  }
  const kept = form.removeLogo ? null : await keptLogo(readLogoField(form.logo));
  return { kind: "content", content: contentOf(form, kept) };
}

/** Only a picture that was taken in here before: nobody names another file of the store. */
async function keptLogo(logo: Logo | null): Promise<Logo | null> {
  const bytes = await readLogo(logo);
  if (!bytes) return null;
  const taken = await takeLogo(bytes);
  return taken.kind === "taken" ? taken.logo : null;
}

export type TemplateSaved =
  { kind: "saved"; version: number } | { kind: "refused"; reason: "code-taken" | "changed-meanwhile" };

/** A new version; what was issued by the ones before stays as it is. */
export async function saveTemplate(input: {
  viewer: Viewer;
  scope: readonly string[];
  code: string;
  basedOn: number;
  content: TemplateContent;
  now: Date;
}): Promise<TemplateSaved> {
  const { viewer, scope, basedOn, content, now } = input;
  const whose = await whoseTemplate(scope, input.code);
  if (await isCodeOfAnother(db, { unitId: whose.id, issuerCode: content.issuerCode })) {
    return { kind: "refused", reason: "code-taken" };
  }
  const before = await latestTemplate(db, whose.id);
  return inTransaction(async (tx) => {
    const by = { accountId: viewer.accountId, name: viewer.displayName };
    const made = await insertTemplateVersion(tx, { unitId: whose.id, basedOn, content, by, now });
    if (!made) return { kind: "refused", reason: "changed-meanwhile" };
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "certificate.template-saved",
      subject: { type: "certificate-template", id: whose.code ?? "own", label: whose.name ?? content.issuerName },
      unitPath: whose.path ?? scope[0] ?? null,
      before: before.version === 0 ? null : { version: before.version, ...flat(before.content) },
      after: { version: made.version, ...flat(content) },
      at: now,
    });
    return { kind: "saved", version: made.version };
  });
}

const flat = ({ wording, english, logo, ...rest }: TemplateContent) => ({
  ...rest,
  ...wording,
  english: english && [english.issuerName, english.signerTitle].join(" · "),
  logo: logo?.sha256.slice(0, 12) ?? null,
});

/** The PDF of a sample by what was entered. */
export async function previewTemplatePdf(input: { content: TemplateContent; now: Date }): Promise<Uint8Array> {
  const { content, now } = input;
  const facts = sampleFacts({ issuer: content, verifyAddress: `${env().origin}/verify`, now });
  return new Uint8Array(await renderCertificatePdf(facts, await readLogo(content.logo)));
}

/** The paper of a sample by what was entered, for a page without script. */
export async function previewTemplate(input: { content: TemplateContent; now: Date }) {
  const { content, now } = input;
  const facts = sampleFacts({ issuer: content, verifyAddress: `${env().origin}/verify`, now });
  return { paper: certificatePaper(facts), logo: await logoAddress(content.logo), kept: content.logo };
}
