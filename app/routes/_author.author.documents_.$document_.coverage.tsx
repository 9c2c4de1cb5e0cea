import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { CoveragePage } from "~/ui/documents/coverage-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { viewCoverage } from "~/use-cases/author/view-document";

export const meta = pageMeta;
export const handle: PageHandle = { section: "documents" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.view");
  const view = await viewCoverage({ number: args.params["document"]!, now: args.context.now });
  return { title: wordsFor(args)("register.coverageTitle", { number: view.document.number }), ...view };
}

export default function CoverageRoute() {
  const { document, matrix } = useLoaderData<typeof loader>();
  return <CoveragePage document={document} matrix={matrix} />;
}
