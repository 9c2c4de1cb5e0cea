import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { ExportPage } from "~/ui/library/bank/export-page";
import { viewBankExport } from "~/use-cases/author/export-bank";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const topic = new URL(args.request.url).searchParams.get("topic") || null;
  const view = await viewBankExport({ slug: args.params["course"]!, topic });
  return { title: wordsFor(args)("bank.exportTitle"), view };
}

export default function BankExportRoute() {
  return <ExportPage {...useLoaderData<typeof loader>().view} />;
}
