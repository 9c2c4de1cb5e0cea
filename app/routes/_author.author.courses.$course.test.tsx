import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { TestPreviewPage } from "~/ui/library/test-preview-page";
import { previewTest } from "~/use-cases/author/preview-test";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.preview");
  const asked = new URL(args.request.url).searchParams.get("seed") ?? "";
  // Without a code in the address each visit draws anew.
  const seed = /^[\w-]{1,64}$/.test(asked) ? asked : args.context.requestId.replace(/[^\w-]/g, "").slice(0, 12);
  const preview = await previewTest({ slug: args.params["course"]!, seed });
  return { title: preview.policy.title, preview };
}

export default function TestPreviewRoute() {
  return <TestPreviewPage {...useLoaderData<typeof loader>().preview} />;
}
