import { type Db, query } from "~/platform/db.server";
import { dayToColumn } from "../../time";
import type { CodeDraft, CodeUnit, CodeVersion } from "./local-code";
import type { LocalCodeValues } from "./local-code-form";

const VERSION = `v.id, v.number, v.title, v.decision_number AS "decisionNumber", v.decided_on::text AS "decidedOn", v.text,
  v.published_at AS "publishedAt", v.published_by_name AS "publishedByName"`;
const WITHIN = `EXISTS (SELECT 1 FROM unnest($1::text[]) AS s(path) WHERE u.path = s.path OR starts_with(u.path, s.path || '/'))`;

/** The codes of units within a scope, with the number of the version that holds. */
export async function listLocalCodes(input: {
  scope: readonly string[];
}): Promise<{ unit: CodeUnit; title: string; version: number | null; updatedAt: Date }[]> {
  return query(
    "local-code.list",
    `SELECT json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'path', u.path) AS unit, c.title, c.updated_at AS "updatedAt",
       (SELECT max(number) FROM local_code_version v WHERE v.code_id = c.id) AS version
     FROM local_code c JOIN unit u ON u.id = c.unit_id WHERE ${WITHIN} ORDER BY u.path`,
    [input.scope],
  );
}

export interface StoredCode {
  id: string;
  draft: CodeDraft;
  versions: (CodeVersion & { acknowledged: number })[];
}

/** The code of a unit as it is written, with its versions, newest first. The caller has made sure of the scope. */
export async function findLocalCode(input: { unitId: string }): Promise<StoredCode | null> {
  const [code] = await query<{ id: string } & CodeDraft>(
    "local-code.find",
    `SELECT id, title, decision_number AS "decisionNumber", decided_on::text AS "decidedOn", text, revision, updated_at AS "updatedAt",
       updated_by_name AS "updatedByName" FROM local_code WHERE unit_id = $1::uuid`,
    [input.unitId],
  );
  if (!code) return null;
  const { id, ...draft } = code;
  const versions = await query<CodeVersion & { acknowledged: number }>(
    "local-code.versions",
    `SELECT ${VERSION}, (SELECT count(*)::int FROM code_acknowledgement a WHERE a.version_id = v.id) AS acknowledged
     FROM local_code_version v WHERE v.code_id = $1::uuid ORDER BY v.number DESC`,
    [id],
  );
  return { id, draft, versions };
}

/** Saves what was typed over the revision that the writer had before them; null when somebody saved meanwhile. */
export async function saveLocalCode(
  tx: Db,
  input: { unitId: string; values: LocalCodeValues; byName: string; now: Date },
): Promise<{ id: string; revision: number } | null> {
  const { unitId, values, byName, now } = input;
  const { title, decisionNumber, decidedOn, text, over } = values;
  const [saved] = await tx.$queryRaw<{ id: string; revision: number }[]>`
    INSERT INTO local_code (unit_id, title, decision_number, decided_on, text, revision, updated_at, updated_by_name)
    SELECT ${unitId}::uuid, ${title}, ${decisionNumber}, ${decidedOn}::date, ${text}, 1, ${now}, ${byName}
    WHERE ${over} = 0 OR EXISTS (SELECT 1 FROM local_code WHERE unit_id = ${unitId}::uuid)
    ON CONFLICT (unit_id) DO UPDATE SET title = excluded.title, decision_number = excluded.decision_number,
      decided_on = excluded.decided_on, text = excluded.text, revision = local_code.revision + 1, updated_at = excluded.updated_at,
      updated_by_name = excluded.updated_by_name WHERE local_code.revision = ${over}
    RETURNING id, revision`;
  return saved ?? null;
}

/** Makes what is written the next version. Call it in the transaction that saved it, which holds the row. */
export async function publishLocalCode(
  tx: Db,
  input: { codeId: string; values: LocalCodeValues; accountId: string; byName: string; now: Date },
): Promise<number> {
  const { codeId, values, accountId, byName, now } = input;
  const last = await tx.localCodeVersion.findFirst({
    where: { codeId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const number = (last?.number ?? 0) + 1;
  const { title, decisionNumber, decidedOn, text } = values;
  await tx.localCodeVersion.create({
    data: {
      codeId,
      number,
      title,
      decisionNumber,
      decidedOn: dayToColumn(decidedOn!),
      text,
      publishedAt: now,
      publishedBy: accountId,
      publishedByName: byName,
    },
    select: { id: true },
  });
  return number;
}

export interface CodeInForce {
  codeId: string;
  unitName: string;
  version: CodeVersion;
  acknowledgedAt: Date | null;
}

/** The codes that hold for somebody of a unit, the nearest unit first, each in its latest version. */
export async function listCodesFor(input: { unitPath: string; officialId: string }): Promise<CodeInForce[]> {
  const rows = await query<CodeVersion & { codeId: string; unitName: string; acknowledgedAt: Date | null }>(
    "local-code.for",
    `SELECT ${VERSION}, c.id AS "codeId", u.name AS "unitName",
       (SELECT a.at FROM code_acknowledgement a WHERE a.version_id = v.id AND a.official_id = $2::uuid) AS "acknowledgedAt"
     FROM local_code c JOIN unit u ON u.id = c.unit_id
     JOIN LATERAL (SELECT * FROM local_code_version x WHERE x.code_id = c.id ORDER BY x.number DESC LIMIT 1) v ON true
     WHERE $1 = u.path OR starts_with($1, u.path || '/') ORDER BY length(u.path) DESC`,
    [input.unitPath, input.officialId],
  );
  return rows.map(({ codeId, unitName, acknowledgedAt, ...version }) => ({
    codeId,
    unitName,
    acknowledgedAt,
    version,
  }));
}

/** All versions of a code that holds for this reader, newest first, each with when they confirmed it; none of other units. */
export async function listVersionsFor(input: {
  codeId: string;
  unitPath: string;
  officialId: string;
}): Promise<(CodeVersion & { acknowledgedAt: Date | null })[]> {
  return query(
    "local-code.versions-for",
    `SELECT ${VERSION}, (SELECT a.at FROM code_acknowledgement a WHERE a.version_id = v.id AND a.official_id = $3::uuid) AS "acknowledgedAt"
     FROM local_code_version v JOIN local_code c ON c.id = v.code_id JOIN unit u ON u.id = c.unit_id
     WHERE c.id::text = $1 AND ($2 = u.path OR starts_with($2, u.path || '/')) ORDER BY v.number DESC`,
    [input.codeId, input.unitPath, input.officialId],
  );
}

/** Notes for good that an official has read a version; false when they had said so before. */
export async function insertAcknowledgement(
  tx: Db,
  input: { versionId: string; officialId: string; fullName: string; unitName: string; now: Date },
): Promise<boolean> {
  const { versionId, officialId, fullName, unitName, now } = input;
  const made = await tx.$executeRaw`
    INSERT INTO code_acknowledgement (version_id, official_id, at, full_name, unit_name)
    VALUES (${versionId}::uuid, ${officialId}::uuid, ${now}, ${fullName}, ${unitName}) ON CONFLICT DO NOTHING`;
  return made > 0;
}
