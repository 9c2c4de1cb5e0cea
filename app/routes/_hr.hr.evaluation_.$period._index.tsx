import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { inScope, scopeOf } from "~/domain/auth/permissions";
import { readEvidenceFilter } from "~/http/evidence-filter";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { EvidencePage } from "~/ui/evaluation/evidence-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { viewEvidence } from "~/use-cases/hr/view-evidence";

export const meta = pageMeta;
export const handle: PageHandle = { section: "evaluation" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "evaluation.view");
  const { filter, after } = readEvidenceFilter(args.request);
  const view = await viewEvidence({ periodId: args.params["period"]!, scope, filter, after, now: args.context.now });
  const own = inScope(view.period.unit.path, scopeOf(viewer, "evaluation.manage"));
  return { title: wordsFor(args)("evaluation.evidenceTitle", { title: view.period.title }), view, filter, after, own };
}

export default function Evidence() {
  const { view, filter, after, own } = useLoaderData<typeof loader>();
  return <EvidencePage view={view} filter={filter} after={after} own={own} />;
}
