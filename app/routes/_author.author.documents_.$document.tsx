import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/domain/auth/permissions";
import { documentName } from "~/domain/documents/document";
import { requirePermission } from "~/http/viewer.server";
import { DocumentPage } from "~/ui/documents/document-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { viewDocument } from "~/use-cases/author/view-document";

export const meta = pageMeta;
export const handle: PageHandle = { section: "documents" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.view");
  const view = await viewDocument({ number: args.params["document"]!, now: args.context.now });
  return { title: documentName(view.document), view, mayWrite: may(viewer, "content.write") };
}

export default function DocumentRoute() {
  const { view, mayWrite } = useLoaderData<typeof loader>();
  return <DocumentPage view={view} mayWrite={mayWrite} />;
}
