import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { MarkingListPage } from "~/ui/marking/marking-list-page";
import { listMarking } from "~/use-cases/author/list-marking";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "answers.mark");
  const asked = new URL(args.request.url).searchParams;
  const after = asked.get("after");
  const list = await listMarking({
    courseSlug: args.params["course"] ?? "",
    scope,
    markerId: viewer.official?.id ?? null,
    view: asked.get("view") === "marked" ? "marked" : "waiting",
    after,
  });
  return { title: wordsFor(args)("marking.title"), list, firstPage: after === null };
}

export default function Marking() {
  const { list, firstPage } = useLoaderData<typeof loader>();
  return <MarkingListPage list={list} firstPage={firstPage} />;
}
