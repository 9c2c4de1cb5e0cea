import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { reportForm } from "~/domain/official-reports/report";
import { readForm, refuseForm } from "~/http/form.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { jobPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { ReportPage } from "~/ui/official-reports/report-page";
import { askForReport, viewReportChoice } from "~/use-cases/hr/official-report";

export const handle: PageHandle = { section: "evaluation" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "evaluation.manage");
  const choice = await viewReportChoice({ periodId: args.params["period"]!, scope });
  return { title: wordsFor(args)("officialReport.reportTitle"), ...choice };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "evaluation.manage");
  const periodId = args.params["period"]!;
  // Somebody else's period is not found, whatever is asked of it.
  await viewReportChoice({ periodId, scope });
  const submission = await readForm(args.request, reportForm);
  if (submission.status !== "success") return refuseForm(submission);
  const { intent: _, unit: unitCode, ...words } = submission.value;
  const answer = await askForReport({ viewer, scope, periodId, unitCode, words, now: args.context.now });
  if (answer.kind === "asked") return redirect(jobPath(answer.jobId));
  return refuseForm(submission, { fieldErrors: { unit: [wordsFor(args)("officialReport.unitWrong")] } });
}

export default function OfficialReport() {
  const { period, units, proposed } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  return <ReportPage period={period} units={units} proposed={proposed} lastResult={lastResult} />;
}
