import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { OwedSupplementPage } from "~/ui/supplements/supplement-pages";
import { viewOwedSupplement } from "~/use-cases/hr/view-owed-supplements";

export const meta = pageMeta;
export const handle: PageHandle = { section: "overview" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "staff.view");
  const after = new URL(args.request.url).searchParams.get("after");
  const view = await viewOwedSupplement({ id: args.params["supplement"]!, scope, after });
  return { title: view.supplement.title, ...view };
}

export default function OwedSupplementRoute() {
  const { supplement, owing, next } = useLoaderData<typeof loader>();
  return <OwedSupplementPage supplement={supplement} owing={owing} next={next} />;
}
