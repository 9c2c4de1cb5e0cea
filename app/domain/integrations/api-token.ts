import { z } from "zod";
import { findUnitForm } from "../organization/unit-choice";
import { addDays, endOfDay, type LocalDay, localDay, minutes } from "../time";
import { dayField } from "../typed-fields";

/** What a token may be used for; each opens the addresses that name it in `http/bearer.server`. */
export const API_SCOPES = ["evidence:read", "certificates:read", "events:read"] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** How long a token may be valid at most: a program whose keeper is forgotten does not read for ever. */
export const LONGEST_DAYS = 366;
/** Requests of one token within `RATE_WINDOW`. */
export const RATE_LIMIT = 120;
export const RATE_WINDOW = minutes(1);

export interface ApiTokenRow {
  id: string;
  name: string;
  hint: string;
  scopes: ApiScope[];
  unitName: string;
  createdAt: Date;
  createdByName: string;
  expiresAt: Date;
  lastUsedAt: Date | null;
  lastUsedIp: string | null;
  revokedAt: Date | null;
  revokedByName: string | null;
}

export type TokenState = "valid" | "expired" | "revoked";

export function tokenState(token: Pick<ApiTokenRow, "expiresAt" | "revokedAt">, now: Date): TokenState {
  if (token.revokedAt !== null) return "revoked";
  return now.getTime() >= token.expiresAt.getTime() ? "expired" : "valid";
}

/** The token as it was found by what a request brought along, already counted. */
export interface UsedToken {
  id: string;
  name: string;
  scopes: ApiScope[];
  unitPath: string;
  expiresAt: Date;
  revokedAt: Date | null;
  /** Requests in the minute that began at `windowStart`, this one among them. */
  windowCount: number;
  windowStart: Date;
}

export type TokenVerdict =
  | { kind: "admitted"; remaining: number }
  | { kind: "refused"; reason: "unknown" | "expired" | "revoked" | "scope" }
  | { kind: "too-many"; retryAfterSeconds: number };

/** May a request with this token do what needs `scope`? */
export function judgeToken(token: UsedToken | null, scope: ApiScope, now: Date): TokenVerdict {
  if (!token) return { kind: "refused", reason: "unknown" };
  const state = tokenState(token, now);
  if (state !== "valid") return { kind: "refused", reason: state };
  if (token.windowCount > RATE_LIMIT) {
    const left = token.windowStart.getTime() + RATE_WINDOW - now.getTime();
    return { kind: "too-many", retryAfterSeconds: Math.max(1, Math.ceil(left / 1000)) };
  }
  if (!token.scopes.includes(scope)) return { kind: "refused", reason: "scope" };
  return { kind: "admitted", remaining: RATE_LIMIT - token.windowCount };
}

const asList = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.enum(API_SCOPES)).min(1, "integrations.scopesNeeded"),
);

export const newTokenForm = z.discriminatedUnion("intent", [
  findUnitForm,
  z.object({
    intent: z.literal("create"),
    name: z.string().trim().min(2).max(100),
    unit: z.string().min(1),
    scopes: asList,
    expiresOn: dayField("integrations.dayWrong"),
  }),
]);

/** Until the end of that day in Vietnam; null when it is past, or further away than a token may live. */
export function expiryOf(day: LocalDay, now: Date): Date | null {
  const today = localDay(now);
  return day >= today && day <= addDays(today, LONGEST_DAYS) ? endOfDay(day) : null;
}
