import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiEvidence, periodForApi, personForApi } from "~/domain/integrations/api-schemas";
import { apiAnswer, apiLinks, nextUrl } from "~/http/api-answer.server";
import { readApiQuestion } from "~/http/api-question.server";
import { requireToken } from "~/http/bearer.server";
import { readEvidenceForApi } from "~/use-cases/api/read-evidence";

export async function loader(args: LoaderFunctionArgs) {
  const { token, scope, headers } = await requireToken(args, "evidence:read");
  const asked = readApiQuestion(args);
  const page = await readEvidenceForApi({
    scope,
    periodId: args.params["period"]!,
    ...asked,
    tokenName: token.name,
    now: args.context.now,
  });
  const value = {
    period: periodForApi(page.period, apiLinks),
    asOf: page.asOf.toISOString(),
    snapshot: page.snapshot,
    people: page.people.map((person) => personForApi(person, apiLinks)),
    next: nextUrl(args.request, page.next),
    changesSince: page.changesSince?.toISOString() ?? null,
  };
  const timeOnly = ["asOf", "changesSince"];
  return apiAnswer({ request: args.request, schema: apiEvidence, value, headers, timeOnly });
}
