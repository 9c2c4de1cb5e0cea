import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { reviewForm } from "~/domain/courses/drafts/review-forms";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { draftReviewPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { messagesOf } from "~/ui/library/form-state";
import { ReviewLesson } from "~/ui/review/review-lesson-page";
import { Review } from "~/ui/review/review-page";
import { actOnReview } from "~/use-cases/author/act-on-review";
import { viewReview, viewReviewLesson } from "~/use-cases/author/view-review";

export const meta = pageMeta;
export const handle: PageHandle = { section: "reviews" };

const lessonOf = (request: Request) => new URL(request.url).searchParams.get("lesson");

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.view");
  const asked = { viewer, slug: args.params["course"]!, now: args.context.now };
  const title = wordsFor(args)("review.title");
  const lessonId = lessonOf(args.request);
  if (lessonId === null) return { title, page: await viewReview(asked), lesson: null };
  const lesson = await viewReviewLesson({ ...asked, lessonId });
  return { title: lesson.lesson.title, page: null, lesson };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.view");
  const slug = args.params["course"]!;
  const t = wordsFor(args);
  const submission = await readForm(args.request, reviewForm);
  if (submission.status !== "success") return refuseForm(submission);
  const { value } = submission;
  const answer = await actOnReview({ viewer, slug, wish: value, now: args.context.now });
  if (answer.kind === "refused") {
    const sentence = t(`review.refused_${answer.reason}`);
    return refuseForm(
      submission,
      answer.field ? { fieldErrors: { [answer.field]: [sentence] } } : { formErrors: [sentence] },
    );
  }
  const lesson = lessonOf(args.request) ?? undefined;
  const at = answer.block ? `#${answer.block}` : "";
  return redirectWithNotice(`${draftReviewPath(slug, lesson)}${at}`, t(`review.${answer.said}`, answer.values));
}

export default function ReviewRoute() {
  const { page, lesson } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (page) return <Review view={page} result={result} />;
  return <ReviewLesson view={lesson} errors={messagesOf(result)} />;
}
