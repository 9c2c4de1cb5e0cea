import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { ChecksPage } from "~/ui/library/checks-page";
import { listContentChecks } from "~/use-cases/author/list-content-checks";

export const meta = pageMeta;
export const handle: PageHandle = { section: "checks" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.preview");
  return { title: wordsFor(args)("library.checksTitle"), checks: await listContentChecks() };
}

export default function ChecksRoute() {
  return <ChecksPage checks={useLoaderData<typeof loader>().checks} />;
}
