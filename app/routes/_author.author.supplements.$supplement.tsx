import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { SupplementFactsPage } from "~/ui/supplements/supplement-pages";
import { viewSupplement } from "~/use-cases/author/list-supplements";

export const meta = pageMeta;
export const handle: PageHandle = { section: "documents" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.view");
  const view = await viewSupplement({ id: args.params["supplement"]! });
  return { title: view.supplement.title, ...view };
}

export default function SupplementRoute() {
  const { supplement, questions } = useLoaderData<typeof loader>();
  return <SupplementFactsPage supplement={supplement} questions={questions} />;
}
