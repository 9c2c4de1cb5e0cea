import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerForm } from "~/domain/courses/reports/report-form";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { readerReportsPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { InboxReportPage } from "~/ui/reports/inbox-report-page";
import { answerReaderReport, viewReaderReport } from "~/use-cases/author/reader-reports";

export const meta = pageMeta;
export const handle: PageHandle = { section: "documents" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const view = await viewReaderReport({ id: args.params["report"]! });
  return { title: wordsFor(args)("reports.report"), view };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const submission = await readForm(args.request, answerForm);
  if (submission.status !== "success") return refuseForm(submission);
  const id = args.params["report"]!;
  const answer = await answerReaderReport({ viewer, id, values: submission.value, now: args.context.now });
  if (answer.kind === "refused")
    return refuseForm(submission, { fieldErrors: { mendedIn: [t("reports.noSuchVersion")] } });
  return redirectWithNotice(readerReportsPath(), t("reports.saved"));
}

export default function InboxReportRoute() {
  return <InboxReportPage view={useLoaderData<typeof loader>().view} result={useActionData<typeof action>()} />;
}
