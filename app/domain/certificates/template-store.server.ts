import { type Db, Prisma } from "~/platform/db.server";
import { withinScopeFilter } from "../organization/unit-scope";
import { ISSUER_SETTING_KEY } from "./issuer";
import { type BookHeader, readTemplate, type Template, type TemplateContent } from "./template";

/**
 * Which template holds for somebody in the unit `u` of the surrounding statement: of the nearest unit upwards that has one, else the
 * installation's own; its latest version. A setting from before there were templates counts where nothing else does.
 */
export const TEMPLATE_FOR_UNIT = Prisma.sql`coalesce(
  (SELECT json_build_object('id', t.id, 'version', t.version, 'unitCode', w.code, 'content', t.content)
   FROM certificate_template t LEFT JOIN unit w ON w.id = t.unit_id
   WHERE t.unit_id IS NULL OR u.path = w.path OR starts_with(u.path, w.path || '/')
   ORDER BY w.depth DESC NULLS LAST, t.version DESC LIMIT 1),
  (SELECT json_build_object('id', NULL, 'version', 1, 'unitCode', NULL, 'content', s.value) FROM setting s WHERE s.key = ${ISSUER_SETTING_KEY}))`;

export interface StoredTemplate {
  id: string | null;
  version: number;
  unitCode: string | null;
  content: unknown;
}

export function templateOf(row: StoredTemplate | null): Template {
  const { configured, content } = readTemplate(row?.content);
  return { id: row?.id ?? null, version: row?.version ?? 1, unitCode: row?.unitCode ?? null, configured, content };
}

/** The template by which a certificate is issued again: of the same agency as before, as it stands now. */
export async function findTemplateOfCertificate(db: Db, certificateId: string): Promise<Template> {
  const [row] = await db.$queryRaw<StoredTemplate[]>`
    SELECT t.id, t.version, w.code AS "unitCode", t.content
    FROM certificate c LEFT JOIN certificate_template o ON o.id = c.template_id
      JOIN certificate_template t ON t.unit_id IS NOT DISTINCT FROM o.unit_id LEFT JOIN unit w ON w.id = t.unit_id
    WHERE c.id = ${certificateId}::uuid ORDER BY t.version DESC LIMIT 1`;
  if (row) return templateOf(row);
  return latestTemplate(db, null);
}

/** The template that holds for the people of a unit, as it stands now. */
export async function templateForUnit(db: Db, unitId: string): Promise<Template> {
  const [row] = await db.$queryRaw<{ template: StoredTemplate | null }[]>`
    SELECT ${TEMPLATE_FOR_UNIT} AS template FROM unit u WHERE u.id = ${unitId}::uuid`;
  return templateOf(row?.template ?? null);
}

/** The latest version of a unit's own template; of the installation for null, where nobody has entered one what the setting says. */
export async function latestTemplate(db: Db, unitId: string | null): Promise<Template> {
  const row = await db.certificateTemplate.findFirst({
    where: { unitId },
    orderBy: { version: "desc" },
    select: { id: true, version: true, content: true, unit: { select: { code: true } } },
  });
  if (row) return templateOf({ ...row, unitCode: row.unit?.code ?? null });
  const setting =
    unitId === null
      ? await db.setting.findUnique({ where: { key: ISSUER_SETTING_KEY }, select: { value: true } })
      : null;
  return { ...templateOf(setting && { id: null, version: 1, unitCode: null, content: setting.value }), version: 0 };
}

export interface TemplateLine {
  /** null: the installation's own. */
  unit: { code: string; name: string } | null;
  version: number;
  issuerName: string;
  issuerCode: string;
  madeAt: Date;
  madeByName: string;
}

/** The agencies of a scope that have a template, each with its latest version; the installation's own first, for who sees the root. */
export async function listTemplates(
  db: Db,
  input: { scope: readonly string[]; withOwn: boolean },
): Promise<TemplateLine[]> {
  const rows = await db.certificateTemplate.findMany({
    where: { OR: [{ unit: { OR: withinScopeFilter(input.scope) } }, ...(input.withOwn ? [{ unitId: null }] : [])] },
    distinct: ["unitId"],
    orderBy: [{ unitId: { sort: "asc", nulls: "first" } }, { version: "desc" }],
    select: {
      version: true,
      content: true,
      madeAt: true,
      madeByName: true,
      unit: { select: { code: true, name: true } },
    },
  });
  return rows.map(({ content, ...row }) => {
    const { issuerName, issuerCode } = readTemplate(content).content;
    return { ...row, issuerName, issuerCode };
  });
}

export interface TemplateVersionLine {
  id: string;
  version: number;
  madeAt: Date;
  madeByName: string;
  content: TemplateContent;
  /** How many certificates were issued by it. */
  certificates: number;
}

export async function listTemplateVersions(db: Db, unitId: string | null): Promise<TemplateVersionLine[]> {
  const rows = await db.certificateTemplate.findMany({
    where: { unitId },
    orderBy: { version: "desc" },
    select: {
      id: true,
      version: true,
      content: true,
      madeAt: true,
      madeByName: true,
      _count: { select: { certificates: true } },
    },
    take: 100,
  });
  return rows.map(({ content, _count, ...row }) => ({
    ...row,
    content: readTemplate(content).content,
    certificates: _count.certificates,
  }));
}

/** Whether another agency numbers its certificates with the same letters: they would share one register book. */
export async function isCodeOfAnother(db: Db, input: { unitId: string | null; issuerCode: string }): Promise<boolean> {
  const rows = await db.$queryRaw<{ taken: boolean }[]>`
    SELECT EXISTS (SELECT FROM certificate_template t
      WHERE t.content->>'issuerCode' = ${input.issuerCode} AND t.unit_id IS DISTINCT FROM ${input.unitId}::uuid) AS taken`;
  return rows[0]!.taken;
}

/** Adds a version. Null when the latest is not `basedOn` any more: somebody has saved in between. */
export async function insertTemplateVersion(
  tx: Prisma.TransactionClient,
  input: {
    unitId: string | null;
    basedOn: number;
    content: TemplateContent;
    by: { accountId: string | null; name: string };
    now: Date;
  },
): Promise<{ id: string; version: number } | null> {
  const { unitId, basedOn, content, by, now } = input;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`certificate template ${unitId ?? "own"}`}, 0))`;
  const latest = await tx.certificateTemplate.findFirst({
    where: { unitId },
    orderBy: { version: "desc" },
    select: { version: true },
  });
  if ((latest?.version ?? 0) !== basedOn) return null;
  return tx.certificateTemplate.create({
    data: {
      unitId,
      version: basedOn + 1,
      content: content as unknown as Prisma.InputJsonObject,
      madeAt: now,
      madeBy: by.accountId,
      madeByName: by.name,
    },
    select: { id: true, version: true },
  });
}

/** The hashes among these that a version of a template bears as its sign. */
export async function logoHashes(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ sha256: string }[]>`
    SELECT DISTINCT h AS sha256 FROM unnest(${[...hashes]}::text[]) AS h
    JOIN certificate_template t ON t.content->'logo'->>'sha256' = h`;
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** What stands over a register book: the names of the agency that numbers with these letters, as its template has them now. */
export async function latestBookHeader(db: Db, issuerCode: string): Promise<BookHeader> {
  const [row] = await db.$queryRaw<{ content: unknown }[]>`
    SELECT t.content FROM certificate_template t WHERE t.content->>'issuerCode' = ${issuerCode} ORDER BY t.made_at DESC LIMIT 1`;
  const { content } = row ? readTemplate(row.content) : await latestTemplate(db, null);
  const { issuerName, issuerParentName, place, signerTitle } = content;
  return { issuerName, issuerParentName, place, signerTitle, title: content.wording.title };
}
