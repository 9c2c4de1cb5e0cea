import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { postedForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { closePeriodPath, jobPath, periodPath } from "~/paths";
import { ClosingPage } from "~/ui/evaluation/closing-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { closePeriod, reopenFailedPeriod, viewClosing } from "~/use-cases/hr/close-period";

export const meta = pageMeta;
export const handle: PageHandle = { section: "evaluation" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "evaluation.manage");
  const view = await viewClosing({ periodId: args.params["period"]!, scope, viewer, now: args.context.now });
  return { title: wordsFor(args)("evaluation.closeTitle", { title: view.period.title }), view };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "evaluation.manage");
  const t = wordsFor(args);
  const periodId = args.params["period"]!;
  const asked = { periodId, scope, viewer, now: args.context.now };
  if ((await postedForm(args.request)).get("intent") === "reopen") {
    if (await reopenFailedPeriod(asked)) return redirectWithNotice(periodPath(periodId), t("evaluation.reopened"));
    return redirectWithNotice(closePeriodPath(periodId), t("evaluation.reopenRefused"), "warning");
  }
  const answer = await closePeriod(asked);
  // The page itself says why it cannot be closed, or how far it is.
  return redirect(answer.kind === "begun" ? jobPath(answer.jobId) : closePeriodPath(periodId));
}

export default function ClosePeriod() {
  return <ClosingPage {...useLoaderData<typeof loader>().view} />;
}
