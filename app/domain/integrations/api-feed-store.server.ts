import { query } from "~/platform/db.server";
import { withinScopeSql } from "../organization/unit-scope";

export interface CertificateFeedRow {
  id: string;
  serial: string;
  number: string;
  officialId: string;
  courseSlug: string;
  cycle: string;
  issuedAt: Date;
  lastEvent: "issued" | "revoked" | "expired" | "reissued";
  changedAt: Date;
}

/** Certificates of the people of a scope, with what happened to each last; `since`: only those to which something happened since. */
export async function readCertificateFeed(input: {
  scope: readonly string[];
  after: string | null;
  since: Date | null;
  limit: number;
}): Promise<CertificateFeedRow[]> {
  return query<CertificateFeedRow>(
    "api-certificates",
    `SELECT c.id, c.serial, c.number, c.official_id AS "officialId", k.slug AS "courseSlug", c.cycle, c.issued_at AS "issuedAt",
       e.kind::text AS "lastEvent", e.at AS "changedAt"
     FROM certificate c JOIN official o ON o.id = c.official_id JOIN unit u ON u.id = o.unit_id JOIN course k ON k.id = c.course_id
     CROSS JOIN LATERAL (SELECT kind, at FROM certificate_event WHERE certificate_id = c.id ORDER BY at DESC LIMIT 1) e
     WHERE ${withinScopeSql("u.path", 1)} AND ($2::uuid IS NULL OR c.id > $2) AND ($3::timestamptz IS NULL OR e.at >= $3)
     ORDER BY c.id LIMIT $4`,
    [input.scope, input.after, input.since, input.limit],
  );
}
