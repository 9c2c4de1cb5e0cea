import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sampleForm } from "~/domain/official-reports/sample/sample";
import { readFormWithUnits } from "~/http/unit-form.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { jobPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { SamplePage } from "~/ui/official-reports/sample-page";
import { listUnitsToChoose } from "~/use-cases/admin/list-units-to-choose";
import { askForSample, viewSampleChoice } from "~/use-cases/hr/audit-sample";

export const handle: PageHandle = { section: "audit" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, ["evaluation.manage", "audit.view"]);
  const [view, choice] = await Promise.all([viewSampleChoice({ scope }), listUnitsToChoose({ scope, text: "" })]);
  return { title: wordsFor(args)("officialReport.sampleTitle"), ...view, choice };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, ["evaluation.manage", "audit.view"]);
  const t = wordsFor(args);
  const read = await readFormWithUnits(args.request, sampleForm, (asked) => listUnitsToChoose({ scope, ...asked }));
  if (read.kind === "back") return read.answer;
  const { form, refuse } = read;
  const { period: periodId, unit: unitCode, size, seed, reason } = form;
  const asked = await askForSample({ viewer, scope, periodId, unitCode, size, seed, reason, now: args.context.now });
  if (asked.kind === "asked") return redirect(jobPath(asked.jobId));
  const fieldErrors: Record<string, string[]> =
    asked.reason === "unit"
      ? { unit: [t("officialReport.unitWrong")] }
      : { period: [t("officialReport.choosePeriod")] };
  return refuse({ fieldErrors });
}

export default function Samples() {
  const { periods, seed, choice } = useLoaderData<typeof loader>();
  return <SamplePage periods={periods} seed={seed} choice={choice} answer={useActionData<typeof action>()} />;
}
