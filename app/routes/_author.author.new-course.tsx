import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actorOf } from "~/domain/audit/audit-event";
import { newCourseForm } from "~/domain/courses/drafts/settings-form";
import { addDays, localDay } from "~/domain/time";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { draftPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { NewCoursePage } from "~/ui/library/draft/new-course-page";
import { createCourse, listCourseBases } from "~/use-cases/author/create-course";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library", script: true, words: ["draft", "library"] };

const YEAR = 365;

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const today = localDay(args.context.now);
  const documents = await listCourseBases();
  return { title: wordsFor(args)("draft.newTitle"), documents, today, reviewAgainBy: addDays(today, YEAR) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const submission = await readForm(args.request, newCourseForm);
  if (submission.status !== "success") return refuseForm(submission);
  const course = submission.value;
  const answer = await createCourse({ course, actor: actorOf(viewer), now: args.context.now });
  if (answer.kind === "refused") return refuseForm(submission, { fieldErrors: { slug: [t("draft.slugTaken")] } });
  return redirectWithNotice(draftPath(answer.slug), t("draft.newCreated"));
}

export default function NewCourseRoute() {
  const { documents, today, reviewAgainBy } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <NewCoursePage documents={documents} today={today} reviewAgainBy={reviewAgainBy} result={result} />;
}
