import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actorOf } from "~/domain/audit/audit-event";
import { periodForm } from "~/domain/evaluation/period-form";
import { formatDay } from "~/domain/time";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { periodPath } from "~/paths";
import { PeriodFormPage } from "~/ui/evaluation/period-form-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { changePeriod, findOwnPeriod } from "~/use-cases/hr/evaluation-periods";

export const meta = pageMeta;
export const handle: PageHandle = { section: "evaluation" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "evaluation.manage");
  const period = await findOwnPeriod({ id: args.params["period"]!, scope });
  return { title: wordsFor(args)("evaluation.editTitle"), period };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "evaluation.manage");
  const t = wordsFor(args);
  const periodId = args.params["period"]!;
  const submission = await readForm(args.request, periodForm);
  if (submission.status !== "success") {
    await findOwnPeriod({ id: periodId, scope });
    return refuseForm(submission);
  }
  const { title, fromOn, toOn, cutOffOn, objectUntil } = submission.value;
  const wish = { title, fromOn, toOn, cutOffOn, objectUntil };
  const answer = await changePeriod({ ...wish, actor: actorOf(viewer), scope, periodId, now: args.context.now });
  if (answer.kind === "refused" && answer.reason === "not-open")
    return refuseForm(submission, { formErrors: [t("evaluation.notOpen")] });
  if (answer.kind === "refused")
    return refuseForm(submission, { fieldErrors: { fromOn: [t("evaluation.alreadyThere")] } });
  return redirectWithNotice(periodPath(periodId), t("evaluation.saved", { title }));
}

export default function EditPeriod() {
  const { period } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { kind, unit, title } = period;
  const values = {
    unit: unit.code,
    title,
    fromOn: formatDay(period.fromOn),
    toOn: formatDay(period.toOn),
    cutOffOn: formatDay(period.cutOffOn),
    objectUntil: formatDay(period.objectUntil),
  };
  const back = { label: title, href: periodPath(period.id) };
  return <PeriodFormPage kind={kind} values={values} units={null} unitName={unit.name} result={result} back={back} />;
}
