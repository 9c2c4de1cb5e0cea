import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { scopeOf } from "~/domain/auth/permissions";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { PeriodsPage } from "~/ui/evaluation/periods-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { listEvaluationPeriods } from "~/use-cases/hr/evaluation-periods";

export const meta = pageMeta;
export const handle: PageHandle = { section: "evaluation" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "evaluation.view");
  const manages = scopeOf(viewer, "evaluation.manage");
  const periods = await listEvaluationPeriods({ scope, manages });
  return { title: wordsFor(args)("evaluation.title"), periods, manages: manages.length > 0 };
}

export default function Periods() {
  const { periods, manages } = useLoaderData<typeof loader>();
  return <PeriodsPage periods={periods} manages={manages} />;
}
