import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { SupplementsPage } from "~/ui/supplements/supplement-pages";
import { listOwedSupplements } from "~/use-cases/hr/view-owed-supplements";

export const meta = pageMeta;
export const handle: PageHandle = { section: "overview" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "staff.view");
  return { title: wordsFor(args)("supplement.listTitle"), supplements: await listOwedSupplements({ scope }) };
}

export default function OwedSupplementsRoute() {
  return <SupplementsPage supplements={useLoaderData<typeof loader>().supplements} hr />;
}
