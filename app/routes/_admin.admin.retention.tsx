import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TIMED_CLASSES } from "~/domain/privacy/retention";
import { retentionForm, typedPlan } from "~/domain/privacy/retention-form";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { retentionPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { RetentionPlanPage } from "~/ui/privacy/retention-page";
import { changeRetention, viewRetention } from "~/use-cases/admin/retention";

export const handle: PageHandle = { section: "settings" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "settings.manage");
  return { title: wordsFor(args)("retention.title"), page: await viewRetention({ now: args.context.now }) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "settings.manage");
  const t = wordsFor(args);
  const submission = await readForm(args.request, retentionForm);
  if (submission.status !== "success") return refuseForm(submission);
  const typed = typedPlan(submission.value);
  if (typed.kind === "refused") {
    const limits = (field: string) => TIMED_CLASSES.find(({ name }) => `days.${name}` === field)!;
    const sentence = (field: string) => {
      const { least, most } = limits(field);
      return [t("retention.periodWrong", { least, most })];
    };
    return refuseForm(submission, {
      fieldErrors: Object.fromEntries(typed.fields.map((field) => [field, sentence(field)])),
    });
  }
  await changeRetention({ viewer, scope, plan: typed.plan, now: args.context.now });
  return redirectWithNotice(retentionPath(), t("retention.saved"));
}

export default function RetentionRoute() {
  return <RetentionPlanPage page={useLoaderData<typeof loader>().page} result={useActionData<typeof action>()} />;
}
