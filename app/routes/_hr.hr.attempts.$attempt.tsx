import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { careForm } from "~/domain/assessment/attempt-care/care-forms";
import { may } from "~/domain/auth/permissions";
import { formatDateTime } from "~/domain/time";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { attemptCarePath } from "~/paths";
import { AttemptCarePage } from "~/ui/attempt-care/attempt-care-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { addTime } from "~/use-cases/hr/add-time";
import { reopenAttempt } from "~/use-cases/hr/reopen-attempt";
import { viewAttemptCare } from "~/use-cases/hr/view-attempt-care";

export const meta = pageMeta;
export const handle: PageHandle = { section: "staff" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "accommodation.grant");
  const { now } = args.context;
  const page = await viewAttemptCare({ viewer, attemptId: args.params["attempt"] ?? "", scope, now });
  return {
    title: wordsFor(args)("accommodation.attemptTitle", { number: page.attempt.number }),
    page,
    seesRecord: may(viewer, "staff.view"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "accommodation.grant");
  const t = wordsFor(args);
  const submission = await readForm(args.request, careForm);
  if (submission.status !== "success") return refuseForm(submission);
  const { intent, ...asked } = submission.value;
  const attemptId = args.params["attempt"] ?? "";
  const input = { ...asked, viewer, scope, attemptId, now: args.context.now };
  const answer = intent === "reopen" ? await reopenAttempt(input) : await addTime(input);
  if (answer.kind === "refused")
    return refuseForm(submission, { formErrors: [t(`accommodation.refused_${answer.reason}`)] });
  const words = answer.kind === "reopened" ? "accommodation.reopenedNotice" : "accommodation.addedNotice";
  return redirectWithNotice(attemptCarePath(attemptId), t(words, { time: formatDateTime(answer.deadlineAt) }));
}

export default function AttemptCare() {
  const { page, seesRecord } = useLoaderData<typeof loader>();
  return <AttemptCarePage page={page} seesRecord={seesRecord} result={useActionData<typeof action>()} />;
}
