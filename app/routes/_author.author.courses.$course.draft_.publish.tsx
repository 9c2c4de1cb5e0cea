import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { publishForm } from "~/domain/courses/drafts/review-forms";
import { notFound } from "~/domain/problem";
import { readForm, refuseForm } from "~/http/form.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { draftPublishPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { Publish } from "~/ui/review/publish-page";
import { forecastPublication, publicationJob, requestPublication } from "~/use-cases/author/publish-draft";

export const meta = pageMeta;
export const handle: PageHandle = { section: "reviews", script: true, words: ["review", "library"] };

const LOOK_AGAIN_MS = 1000;

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.approve");
  const slug = args.params["course"]!;
  const publication = await forecastPublication({ viewer, slug, now: args.context.now });
  const job = publication ? publication.job : await publicationJob(slug);
  if (!publication && !job) throw notFound(`publication of ${slug}`);
  const course = { slug, title: publication?.course.title ?? slug };
  return { title: wordsFor(args)("review.publishTitle"), course, publication, job };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.approve");
  const slug = args.params["course"]!;
  const submission = await readForm(args.request, publishForm);
  if (submission.status !== "success") return refuseForm(submission);
  const { underWay } = submission.value;
  const answer = await requestPublication({
    viewer,
    slug,
    wish: {
      underWay: underWay === "stay" ? "stay" : "move",
      changedLessons: underWay === "move-unread" ? "unread" : "keep",
    },
    now: args.context.now,
  });
  if (answer.kind === "refused") {
    return refuseForm(submission, { formErrors: [wordsFor(args)(`review.refused_${answer.reason}`)] });
  }
  return redirect(draftPublishPath(slug));
}

export default function PublishRoute() {
  const { course, publication, job } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { revalidate, state } = useRevalidator();
  const running = job?.state === "waiting" || job?.state === "running";
  // Without script the page has a button for it.
  useEffect(() => {
    if (!running || state !== "idle") return;
    const timer = setTimeout(revalidate, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [running, state, revalidate]);
  return <Publish course={course} publication={publication} job={job} result={result} />;
}
