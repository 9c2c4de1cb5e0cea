import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { DocumentsPage } from "~/ui/library/documents-page";
import { listDocuments } from "~/use-cases/author/list-documents";

export const meta = pageMeta;
export const handle: PageHandle = { section: "documents" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.view");
  return { title: wordsFor(args)("library.documentsTitle"), coverage: await listDocuments() };
}

export default function DocumentsRoute() {
  return <DocumentsPage coverage={useLoaderData<typeof loader>().coverage} />;
}
