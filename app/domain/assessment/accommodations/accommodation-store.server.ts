import { type Db, Prisma, query } from "~/platform/db.server";
import { withinScopeSql } from "../../organization/unit-scope";
import type { LocalDay } from "../../time";
import type { Accommodation } from "./accommodation";
import type { AccommodationWish } from "./accommodation-form";

interface Row extends Omit<Accommodation, "revoked"> {
  revokedAt: Date | null;
  revokedByName: string | null;
  revokeReason: string | null;
}

const SELECT = `
SELECT w.id, CASE WHEN c.id IS NULL THEN NULL ELSE json_build_object('slug', c.slug, 'title', coalesce(v.manifest->>'title', c.title)) END AS course,
  w.time_factor::float8 AS "timeFactor", w.untimed, w.extra_attempts AS "extraAttempts", w.closes_on::text AS "closesOn",
  w.valid_from::text AS "validFrom", w.valid_to::text AS "validTo", w.reason, w.granted_at AS "grantedAt", w.granted_by_name AS "grantedByName",
  w.revoked_at AS "revokedAt", w.revoked_by_name AS "revokedByName", w.revoke_reason AS "revokeReason"
FROM accommodation w JOIN official o ON o.id = w.official_id JOIN unit u ON u.id = o.unit_id
  LEFT JOIN course c ON c.id = w.course_id LEFT JOIN course_version v ON v.id = c.current_version_id`;

const read = ({ revokedAt, revokedByName, revokeReason, ...row }: Row): Accommodation => ({
  ...row,
  revoked: revokedAt && { at: revokedAt, byName: revokedByName ?? "", reason: revokeReason ?? "" },
});

/** Everything that an official within the scope was ever granted, the latest first. */
export async function listAccommodations(input: {
  officialId: string;
  scope: readonly string[];
}): Promise<Accommodation[]> {
  const rows = await query<Row>(
    "accommodation.list",
    `${SELECT} WHERE w.official_id = $2::uuid AND ${withinScopeSql("u.path", 1)} ORDER BY w.granted_at DESC, w.id`,
    [input.scope, input.officialId],
  );
  return rows.map(read);
}

/** One of them, locked until the transaction ends; null outside the scope. */
export async function lockAccommodation(
  tx: Db,
  input: { accommodationId: string; officialId: string; scope: readonly string[] },
): Promise<Accommodation | null> {
  const rows = await tx.$queryRawUnsafe<Row[]>(
    `${SELECT} WHERE w.id = $2::uuid AND w.official_id = $3::uuid AND ${withinScopeSql("u.path", 1)} FOR UPDATE OF w`,
    input.scope,
    input.accommodationId,
    input.officialId,
  );
  return rows[0] ? read(rows[0]) : null;
}

/** Is the very same granted already and neither revoked nor over? */
export async function isGranted(
  tx: Db,
  input: { officialId: string; courseId: string | null; wish: AccommodationWish },
): Promise<boolean> {
  const { wish } = input;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM accommodation WHERE official_id = ${input.officialId}::uuid AND revoked_at IS NULL
      AND course_id IS NOT DISTINCT FROM ${input.courseId}::uuid AND time_factor = ${wish.timeFactor}::numeric AND untimed = ${wish.untimed}
      AND extra_attempts = ${wish.extraAttempts} AND closes_on IS NOT DISTINCT FROM ${wish.closesOn}::date
      AND valid_from = ${wish.validFrom}::date AND valid_to IS NOT DISTINCT FROM ${wish.validTo}::date LIMIT 1`;
  return rows.length > 0;
}

export async function insertAccommodation(
  tx: Db,
  input: {
    officialId: string;
    courseId: string | null;
    wish: AccommodationWish;
    grantedAt: Date;
    grantedBy: string | null;
    grantedByName: string;
  },
): Promise<string> {
  const { wish } = input;
  const rows = await tx.$queryRaw<[{ id: string }]>`
    INSERT INTO accommodation (official_id, course_id, time_factor, untimed, extra_attempts, closes_on, valid_from, valid_to, reason,
      granted_at, granted_by, granted_by_name)
    VALUES (${input.officialId}::uuid, ${input.courseId}::uuid, ${wish.timeFactor}::numeric, ${wish.untimed}, ${wish.extraAttempts},
      ${wish.closesOn}::date, ${wish.validFrom}::date, ${wish.validTo}::date, ${wish.reason}, ${input.grantedAt},
      ${input.grantedBy}::uuid, ${input.grantedByName})
    RETURNING id`;
  return rows[0].id;
}

export async function markRevoked(
  tx: Db,
  input: { accommodationId: string; at: Date; byName: string; reason: string },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE accommodation SET revoked_at = ${input.at}, revoked_by_name = ${input.byName}, revoke_reason = ${input.reason}
    WHERE id = ${input.accommodationId}::uuid AND revoked_at IS NULL`;
}

/** Whom one may grant something: an official within the scope, locked so that two grants follow each other. */
export async function lockGrantee(
  tx: Db,
  input: { officialId: string; scope: readonly string[] },
): Promise<{ fullName: string; unitPath: string; leftOn: LocalDay | null } | null> {
  const rows = await tx.$queryRawUnsafe<{ fullName: string; unitPath: string; leftOn: LocalDay | null }[]>(
    `SELECT o.full_name AS "fullName", u.path AS "unitPath", o.left_on::text AS "leftOn"
     FROM official o JOIN unit u ON u.id = o.unit_id WHERE o.id = $2::uuid AND ${withinScopeSql("u.path", 1)} FOR UPDATE OF o`,
    input.scope,
    input.officialId,
  );
  return rows[0] ?? null;
}

/** The papers that a person has open, in one course or in all, locked. */
export async function lockOpenPapers(
  tx: Db,
  input: { officialId: string; courseId: string | null },
): Promise<{ id: string; enrolmentId: string; versionId: string; startedAt: Date; deadlineAt: Date }[]> {
  const ofCourse = input.courseId === null ? Prisma.empty : Prisma.sql`AND v.course_id = ${input.courseId}::uuid`;
  return tx.$queryRaw`
    SELECT t.id, t.enrolment_id AS "enrolmentId", t.version_id AS "versionId", t.started_at AS "startedAt", t.deadline_at AS "deadlineAt"
    FROM attempt t JOIN course_version v ON v.id = t.version_id
    WHERE t.official_id = ${input.officialId}::uuid AND t.status = 'open' ${ofCourse} ORDER BY t.id FOR UPDATE OF t`;
}
