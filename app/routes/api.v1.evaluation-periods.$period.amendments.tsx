import type { LoaderFunctionArgs } from "@remix-run/node";
import { amendmentForApi, apiAmendments } from "~/domain/integrations/api-amendments";
import { periodForApi } from "~/domain/integrations/api-schemas";
import { apiAnswer, apiLinks, nextUrl } from "~/http/api-answer.server";
import { readApiQuestion } from "~/http/api-question.server";
import { requireToken } from "~/http/bearer.server";
import { readAmendmentsForApi } from "~/use-cases/api/read-amendments";

export async function loader(args: LoaderFunctionArgs) {
  const { token, scope, headers } = await requireToken(args, "evidence:read");
  const { after, limit } = readApiQuestion(args);
  const { now } = args.context;
  const periodId = args.params["period"]!;
  const page = await readAmendmentsForApi({ scope, periodId, after, limit, tokenName: token.name, now });
  const value = {
    period: periodForApi(page.period, apiLinks),
    asOf: now.toISOString(),
    snapshot: page.snapshot,
    amendments: page.amendments.map(amendmentForApi),
    next: nextUrl(args.request, page.next),
  };
  return apiAnswer({ request: args.request, schema: apiAmendments, value, headers, timeOnly: ["asOf"] });
}
