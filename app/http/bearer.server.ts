import { type ApiScope, judgeToken, RATE_LIMIT, type UsedToken } from "~/domain/integrations/api-token";
import { hashToken, tokenOf } from "~/domain/integrations/api-token-secret.server";
import { useToken } from "~/domain/integrations/api-token-store.server";
import { problemJson } from "./problem-json";
import type { GuardArgs } from "./viewer.server";
import { wordsFor } from "./words.server";

export interface Bearer {
  token: UsedToken;
  /** The unit paths that the token reaches. */
  scope: string[];
  /** How much of its measure is left, for the answer. */
  headers: Record<string, string>;
}

/** The guard of the API: a token that holds, is for this, and has not asked too often. Everything else is a problem that is thrown. */
export async function requireToken(args: GuardArgs, needed: ApiScope): Promise<Bearer> {
  const t = wordsFor(args);
  const given = tokenOf(args.request.headers.get("authorization"));
  const { now, ip } = args.context;
  const token = given === null ? null : await useToken({ tokenHash: hashToken(given), ip, now });
  const verdict = judgeToken(token, needed, now);
  if (verdict.kind === "too-many") {
    throw problemJson({
      status: 429,
      kind: "too-many-requests",
      title: t("api.tooMany"),
      detail: t("api.tooManyDetail", { limit: RATE_LIMIT }),
      headers: { "Retry-After": String(verdict.retryAfterSeconds), ...measure(0) },
    });
  }
  if (verdict.kind === "refused") {
    const scopeLacks = verdict.reason === "scope";
    throw problemJson({
      status: scopeLacks ? 403 : 401,
      kind: scopeLacks ? "scope" : "token",
      title: t(scopeLacks ? "api.scopeLacks" : "api.noToken"),
      detail: scopeLacks ? t("api.scopeLacksDetail", { scope: needed }) : t(`api.token_${verdict.reason}`),
      headers: {
        "WWW-Authenticate": scopeLacks
          ? `Bearer error="insufficient_scope", scope="${needed}"`
          : `Bearer${given === null ? "" : ' error="invalid_token"'}`,
      },
    });
  }
  return { token: token!, scope: [token!.unitPath], headers: measure(verdict.remaining) };
}

const measure = (remaining: number) => ({
  "RateLimit-Limit": String(RATE_LIMIT),
  "RateLimit-Remaining": String(remaining),
});
