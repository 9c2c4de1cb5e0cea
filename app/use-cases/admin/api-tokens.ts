import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { type ApiScope, type ApiTokenRow, expiryOf } from "~/domain/integrations/api-token";
import { makeToken } from "~/domain/integrations/api-token-secret.server";
import { insertToken, listTokens, revokeToken } from "~/domain/integrations/api-token-store.server";
import { findUnit } from "~/domain/organization/unit-store.server";
import { notFound } from "~/domain/problem";
import type { LocalDay } from "~/domain/time";
import { db, inTransaction } from "~/platform/db.server";

export function listApiTokens({ scope }: { scope: readonly string[] }): Promise<ApiTokenRow[]> {
  return listTokens(db, { scope });
}

export type TokenCreated = { kind: "created"; token: string } | { kind: "refused"; reason: "unit" | "expiry" };

/** A new token for a program. The token itself is in the answer and nowhere else. */
export async function createApiToken(input: {
  viewer: Viewer;
  scope: readonly string[];
  name: string;
  unitCode: string;
  scopes: ApiScope[];
  expiresOn: LocalDay;
  now: Date;
}): Promise<TokenCreated> {
  const { viewer, now, name, scopes } = input;
  const unit = await findUnit(db, { code: input.unitCode, scope: input.scope });
  if (!unit) return { kind: "refused", reason: "unit" };
  const expiresAt = expiryOf(input.expiresOn, now);
  if (!expiresAt) return { kind: "refused", reason: "expiry" };
  const { token, tokenHash, hint } = makeToken();
  await inTransaction(async (tx) => {
    const by = { accountId: viewer.accountId, name: viewer.displayName };
    const { id } = await insertToken(tx, { name, hint, tokenHash, scopes, unitId: unit.id, expiresAt, by, now });
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "api-token.created",
      subject: { type: "api-token", id, label: name },
      unitPath: unit.path,
      after: { begins: hint, scopes, unit: unit.name, expiresAt: expiresAt.toISOString() },
      at: now,
    });
  });
  return { kind: "created", token };
}

/** Ends a token at once. What was ended already, or lies outside, is not found. */
export async function revokeApiToken(input: {
  viewer: Viewer;
  scope: readonly string[];
  tokenId: string;
  now: Date;
}): Promise<{ name: string }> {
  const { viewer, scope, tokenId, now } = input;
  return inTransaction(async (tx) => {
    const revoked = await revokeToken(tx, { id: tokenId, scope, byName: viewer.displayName, now });
    if (!revoked) throw notFound(`token ${tokenId}`);
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "api-token.revoked",
      subject: { type: "api-token", id: tokenId, label: revoked.name },
      unitPath: revoked.unitPath,
      before: { begins: revoked.hint },
      at: now,
    });
    return { name: revoked.name };
  });
}
