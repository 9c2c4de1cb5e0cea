import { createHash } from "node:crypto";
import { query } from "~/platform/db.server";
import { gathering } from "~/platform/gathering";
import type { HeldRole, Viewer } from "./permissions";

export interface StoredSession {
  accountId: string;
  expiresAt: Date;
}

/** What is stored in place of a session id: who reads the table cannot take over a session. */
export function sessionIdHash(sessionId: string): string {
  return createHash("sha256").update(sessionId).digest("base64url");
}

interface Row {
  idHash: string;
  accountId: string;
  expiresAt: Date;
  displayName: string;
  identifier: string;
  mustChangePassword: boolean;
  officialId: string | null;
  fullName: string;
  positionTitle: string;
  unitId: string;
  unitName: string;
  unitPath: string;
  roles: HeldRole[] | null;
}

// Session, account, person, unit and roles in one statement: it runs on every request.
const FIND = `
SELECT s.id_hash AS "idHash", s.account_id AS "accountId", s.expires_at AS "expiresAt", a.display_name AS "displayName", a.identifier,
  a.must_change_password AS "mustChangePassword", o.id AS "officialId", o.full_name AS "fullName",
  o.position_title AS "positionTitle", u.id AS "unitId", u.name AS "unitName", u.path AS "unitPath",
  (SELECT json_agg(json_build_object('role', g.role, 'unitId', ru.id, 'unitPath', ru.path, 'unitName', ru.name) ORDER BY ru.path, g.role)
   FROM role_grant g JOIN unit ru ON ru.id = g.unit_id
   WHERE g.account_id = a.id AND g.revoked_at IS NULL) AS roles
FROM session s
JOIN account a ON a.id = s.account_id AND a.disabled_at IS NULL
LEFT JOIN official o ON o.id = a.official_id
LEFT JOIN unit u ON u.id = o.unit_id
WHERE s.id_hash = ANY ($1)`;

const findRow = gathering<string, Row | null>({
  work: async (hashes) => {
    const rows = await query<Row>("session.find", FIND, [hashes]);
    const byHash = new Map(rows.map((row) => [row.idHash, row]));
    return hashes.map((hash) => byHash.get(hash) ?? null);
  },
});

/** The session and who is behind it, or null; disabled accounts have no session. */
export async function findSession(sessionId: string): Promise<{ session: StoredSession; viewer: Viewer } | null> {
  const idHash = sessionIdHash(sessionId);
  const row = await findRow(idHash);
  if (!row) return null;
  return {
    session: { accountId: row.accountId, expiresAt: row.expiresAt },
    viewer: {
      accountId: row.accountId,
      sessionIdHash: idHash,
      displayName: row.displayName,
      identifier: row.identifier,
      mustChangePassword: row.mustChangePassword,
      official:
        row.officialId === null
          ? null
          : {
              id: row.officialId,
              fullName: row.fullName,
              positionTitle: row.positionTitle,
              unitId: row.unitId,
              unitName: row.unitName,
              unitPath: row.unitPath,
            },
      roles: row.roles ?? [],
      ip: null,
    },
  };
}

export async function insertSession(input: {
  sessionId: string;
  accountId: string;
  expiresAt: Date;
  ip: string | null;
  userAgent: string | null;
}): Promise<void> {
  await query(
    "session.insert",
    "INSERT INTO session (id_hash, account_id, expires_at, ip, user_agent) VALUES ($1, $2, $3, $4, $5)",
    [sessionIdHash(input.sessionId), input.accountId, input.expiresAt, input.ip, input.userAgent],
  );
}

export async function extendSession(sessionId: string, expiresAt: Date): Promise<void> {
  await query("session.extend", "UPDATE session SET expires_at = $2 WHERE id_hash = $1", [
    sessionIdHash(sessionId),
    expiresAt,
  ]);
}

export async function deleteSession(sessionId: string): Promise<void> {
  await query("session.delete", "DELETE FROM session WHERE id_hash = $1", [sessionIdHash(sessionId)]);
}

export async function deleteSessionsOf(accountId: string): Promise<void> {
  await query("session.delete-of", "DELETE FROM session WHERE account_id = $1", [accountId]);
}

/** `exceptHash` keeps the session in which somebody has just changed their own password. */
export async function deleteOtherSessionsOf(accountId: string, exceptHash: string): Promise<void> {
  await query("session.delete-others", "DELETE FROM session WHERE account_id = $1 AND id_hash <> $2", [
    accountId,
    exceptHash,
  ]);
}

export async function deleteExpiredSessions(now: Date): Promise<void> {
  await query("session.delete-expired", "DELETE FROM session WHERE expires_at <= $1", [now]);
}

export async function listSessionsOf(accountId: string): Promise<(StoredSession & { idHash: string })[]> {
  return query(
    "session.list",
    `SELECT id_hash AS "idHash", account_id AS "accountId", expires_at AS "expiresAt" FROM session WHERE account_id = $1`,
    [accountId],
  );
}
