import { type Db, query } from "~/platform/db.server";
import { withinScopeFilter } from "../organization/unit-scope";
import { type ApiScope, type ApiTokenRow, RATE_WINDOW, type UsedToken } from "./api-token";

export async function insertToken(
  db: Db,
  input: {
    name: string;
    hint: string;
    tokenHash: string;
    scopes: ApiScope[];
    unitId: string;
    expiresAt: Date;
    by: { accountId: string; name: string };
    now: Date;
  },
): Promise<{ id: string }> {
  const { by, now, ...data } = input;
  return db.apiToken.create({
    data: { ...data, createdAt: now, createdBy: by.accountId, createdByName: by.name },
    select: { id: true },
  });
}

const ROW = {
  id: true,
  name: true,
  hint: true,
  scopes: true,
  createdAt: true,
  createdByName: true,
  expiresAt: true,
  lastUsedAt: true,
  lastUsedIp: true,
  revokedAt: true,
  revokedByName: true,
  unit: { select: { name: true, path: true } },
} as const;

/** Those of the scope, the newest first; how many there are is a matter of dozens. */
export async function listTokens(db: Db, input: { scope: readonly string[] }): Promise<ApiTokenRow[]> {
  const rows = await db.apiToken.findMany({
    where: { unit: { OR: withinScopeFilter(input.scope) } },
    select: ROW,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: 500,
  });
  return rows.map(({ unit, scopes, ...row }) => ({ ...row, scopes: scopes as ApiScope[], unitName: unit.name }));
}

/** Ends a token; null when there is none in the scope that could be ended. */
export async function revokeToken(
  db: Db,
  input: { id: string; scope: readonly string[]; byName: string; now: Date },
): Promise<{ name: string; hint: string; unitPath: string } | null> {
  const found = await db.apiToken.findFirst({
    where: { id: input.id, unit: { OR: withinScopeFilter(input.scope) } },
    select: { name: true, hint: true, unit: { select: { path: true } } },
  });
  if (!found) return null;
  const { count } = await db.apiToken.updateMany({
    where: { id: input.id, revokedAt: null },
    data: { revokedAt: input.now, revokedByName: input.byName },
  });
  return count === 1 ? { name: found.name, hint: found.hint, unitPath: found.unit.path } : null;
}

/** Finds the token of a request, counts the request and notes the use: one statement, so that a burst is counted whole. */
export async function useToken(input: { tokenHash: string; ip: string | null; now: Date }): Promise<UsedToken | null> {
  const rows = await query<UsedToken>(
    "api-token-use",
    `UPDATE api_token t SET last_used_at = $2, last_used_ip = $3,
       window_start = CASE WHEN t.window_start > $4 AND t.window_start <= $2 THEN t.window_start ELSE $2 END,
       window_count = CASE WHEN t.window_start > $4 AND t.window_start <= $2 THEN t.window_count + 1 ELSE 1 END
     FROM unit u WHERE t.token_hash = $1 AND u.id = t.unit_id
     RETURNING t.id, t.name, t.scopes, u.path AS "unitPath", t.expires_at AS "expiresAt", t.revoked_at AS "revokedAt",
       t.window_count AS "windowCount", t.window_start AS "windowStart"`,
    [input.tokenHash, input.now, input.ip, new Date(input.now.getTime() - RATE_WINDOW)],
  );
  return rows[0] ?? null;
}
