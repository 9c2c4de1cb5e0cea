import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { Compare } from "~/ui/review/compare-page";
import { compareVersions } from "~/use-cases/author/compare-versions";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

const numberIn = (text: string | null) => (text && /^\d{1,6}$/.test(text) ? Number(text) : null);

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.preview");
  const asked = new URL(args.request.url).searchParams;
  const to = asked.get("to");
  const view = await compareVersions({
    slug: args.params["course"]!,
    from: numberIn(asked.get("from")),
    to: to === "draft" ? "draft" : numberIn(to),
    lessonId: asked.get("lesson"),
    now: args.context.now,
  });
  return { title: wordsFor(args)("review.compareTitle"), view };
}

export default function CompareRoute() {
  return <Compare view={useLoaderData<typeof loader>().view} />;
}
