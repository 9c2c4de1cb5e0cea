import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/domain/auth/permissions";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { DocumentsPage } from "~/ui/library/documents-page";
import { listDocuments } from "~/use-cases/author/list-documents";
import { countNewReports } from "~/use-cases/author/reader-reports";

export const meta = pageMeta;
export const handle: PageHandle = { section: "documents" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.view");
  const mayWrite = may(viewer, "content.write");
  const [coverage, newReports] = await Promise.all([
    listDocuments({ now: args.context.now }),
    mayWrite ? countNewReports() : 0,
  ]);
  return { title: wordsFor(args)("library.documentsTitle"), coverage, mayWrite, newReports };
}

export default function DocumentsRoute() {
  const { coverage, mayWrite, newReports } = useLoaderData<typeof loader>();
  return <DocumentsPage coverage={coverage} mayWrite={mayWrite} newReports={newReports} />;
}
