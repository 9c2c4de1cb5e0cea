import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { ReviewsPage } from "~/ui/review/reviews-page";
import { listOpenReviews } from "~/use-cases/author/list-reviews";

export const meta = pageMeta;
export const handle: PageHandle = { section: "reviews" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.approve");
  return { title: wordsFor(args)("review.listTitle"), entries: await listOpenReviews({ viewer }) };
}

export default function ReviewsRoute() {
  return <ReviewsPage entries={useLoaderData<typeof loader>().entries} />;
}
