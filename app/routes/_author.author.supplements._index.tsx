import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { SupplementsPage } from "~/ui/supplements/supplement-pages";
import { listSupplements } from "~/use-cases/author/list-supplements";

export const meta = pageMeta;
export const handle: PageHandle = { section: "documents" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.view");
  return { title: wordsFor(args)("supplement.listTitle"), supplements: await listSupplements() };
}

export default function SupplementsRoute() {
  return <SupplementsPage supplements={useLoaderData<typeof loader>().supplements} hr={false} />;
}
