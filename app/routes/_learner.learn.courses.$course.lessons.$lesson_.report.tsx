import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { reportForm } from "~/domain/courses/reports/report-form";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireOfficial } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { lessonPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { ReportFormPage } from "~/ui/reports/report-form-page";
import { reportLesson, viewReportForm } from "~/use-cases/learner/report-lesson";

export const handle: PageHandle = { section: "learning" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  const { course, lesson } = args.params;
  const page = await viewReportForm({ officialId: official.id, courseSlug: course!, lessonId: lesson! });
  const block = new URL(args.request.url).searchParams.get("block") ?? "";
  return { title: wordsFor(args)("reports.formTitle"), page, block };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOfficial(args);
  const t = wordsFor(args);
  const submission = await readForm(args.request, reportForm);
  if (submission.status !== "success") return refuseForm(submission);
  const [courseSlug, lessonId] = [args.params["course"]!, args.params["lesson"]!];
  const answer = await reportLesson({
    viewer,
    officialId: viewer.official.id,
    courseSlug,
    lessonId,
    values: submission.value,
    now: args.context.now,
  });
  if (answer.kind === "refused") return refuseForm(submission, { formErrors: [t("reports.tooMany")] });
  return redirectWithNotice(lessonPath(courseSlug, lessonId), t("reports.sent"));
}

export default function ReportLessonRoute() {
  const { page, block } = useLoaderData<typeof loader>();
  return <ReportFormPage page={page} block={block} result={useActionData<typeof action>()} />;
}
