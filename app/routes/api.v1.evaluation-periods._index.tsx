import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiPeriods, periodForApi } from "~/domain/integrations/api-schemas";
import { apiAnswer, apiLinks } from "~/http/api-answer.server";
import { requireToken } from "~/http/bearer.server";
import { listPeriodsForApi } from "~/use-cases/api/read-evidence";

export async function loader(args: LoaderFunctionArgs) {
  const { scope, headers } = await requireToken(args, "evidence:read");
  const periods = await listPeriodsForApi({ scope });
  const value = { periods: periods.map((period) => periodForApi(period, apiLinks)) };
  return apiAnswer({ request: args.request, schema: apiPeriods, value, headers });
}
