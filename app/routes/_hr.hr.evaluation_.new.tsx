import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actorOf } from "~/domain/audit/audit-event";
import { PERIOD_KINDS, type PeriodKind, proposedDays } from "~/domain/evaluation/period";
import { periodForm } from "~/domain/evaluation/period-form";
import { formatDay, localDay } from "~/domain/time";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { evaluationPath, periodPath } from "~/paths";
import { PeriodFormPage } from "~/ui/evaluation/period-form-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import type { Translate } from "~/ui/words/translate";
import { openPeriod } from "~/use-cases/hr/evaluation-periods";
import { listAssignmentChoices } from "~/use-cases/hr/list-assignment-choices";

export const meta = pageMeta;
export const handle: PageHandle = { section: "evaluation" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "evaluation.manage");
  const t = wordsFor(args);
  const asked = new URL(args.request.url).searchParams.get("kind");
  const kind = PERIOD_KINDS.find((each) => each === asked) ?? "year";
  const { units } = await listAssignmentChoices({ scope, unitCode: null });
  const values = { unit: units[0]?.code ?? "", ...proposal(kind, localDay(args.context.now), t) };
  const back = { label: t("evaluation.title"), href: evaluationPath() };
  return { title: t("evaluation.newTitle"), kind, units, values, back };
}

/** The period that today lies in. */
function proposal(kind: PeriodKind, today: string, t: Translate) {
  const [year, month] = today.split("-").map(Number) as [number, number];
  const part = kind === "quarter" ? Math.ceil(month / 3) : month;
  const days = proposedDays(kind, year, part);
  const said = { year: String(year), part: String(part) };
  const names = {
    month: "evaluation.titleMonth",
    quarter: "evaluation.titleQuarter",
    year: "evaluation.titleYear",
  } as const;
  return {
    title: t(names[kind], said),
    fromOn: formatDay(days.fromOn),
    toOn: formatDay(days.toOn),
    cutOffOn: formatDay(days.cutOffOn),
    objectUntil: formatDay(days.objectUntil),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "evaluation.manage");
  const t = wordsFor(args);
  const submission = await readForm(args.request, periodForm);
  if (submission.status !== "success") return refuseForm(submission);
  const { unit, kind, ...wish } = submission.value;
  const by = { actor: actorOf(viewer), scope, now: args.context.now };
  const answer = await openPeriod({ ...wish, ...by, unitCode: unit, periodKind: kind });
  if (answer.kind === "refused")
    return refuseForm(submission, { fieldErrors: { fromOn: [t("evaluation.alreadyThere")] } });
  return redirectWithNotice(periodPath(answer.periodId), t("evaluation.opened", { title: wish.title }));
}

export default function NewPeriod() {
  const { kind, units, values, back } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <PeriodFormPage kind={kind} values={values} units={units} unitName="" result={result} back={back} />;
}
