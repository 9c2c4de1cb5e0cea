import { problemJson } from "./problem-json";
import type { GuardArgs } from "./viewer.server";
import { wordsFor } from "./words.server";

const MOST = 500;
const USUAL = 200;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

export interface ApiQuestion {
  after: string | null;
  since: Date | null;
  limit: number;
}

/** `after`, `since` and `limit` of an address; what cannot be read is a problem that names it. */
export function readApiQuestion(args: GuardArgs): ApiQuestion {
  const asked = new URL(args.request.url).searchParams;
  const t = wordsFor(args);
  const wrong = (name: string, detail: string) =>
    problemJson({ status: 400, kind: "parameter", title: t("api.badParameter", { name }), detail });
  const since = asked.get("since");
  if (since !== null && !(INSTANT.test(since) && !Number.isNaN(Date.parse(since))))
    throw wrong("since", t("api.badSince"));
  const limit = asked.get("limit");
  if (limit !== null && !(/^\d{1,4}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= MOST))
    throw wrong("limit", t("api.badLimit", { most: MOST }));
  return {
    after: asked.get("after"),
    since: since === null ? null : new Date(since),
    limit: limit === null ? USUAL : Number(limit),
  };
}
