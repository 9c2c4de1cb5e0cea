import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { outageForm } from "~/domain/assessment/attempt-care/care-forms";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { outagePath } from "~/paths";
import { OutagePage } from "~/ui/attempt-care/outage-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { addTimeToAll, listOpenPapers } from "~/use-cases/hr/add-time-to-all";

export const meta = pageMeta;
export const handle: PageHandle = { section: "overview" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "accommodation.grant");
  return {
    title: wordsFor(args)("accommodation.outageTitle"),
    courses: await listOpenPapers({ scope }),
    madeAt: args.context.now,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "accommodation.grant");
  const t = wordsFor(args);
  const submission = await readForm(args.request, outageForm);
  if (submission.status !== "success") return refuseForm(submission);
  const { course: courseSlug, minutes, reason, seen } = submission.value;
  const answer = await addTimeToAll({ viewer, scope, courseSlug, minutes, reason, seen, now: args.context.now });
  if (answer.kind === "refused") return redirectWithNotice(outagePath(), t("accommodation.outageNone"), "info");
  const { count, courseTitle: course } = answer;
  return redirectWithNotice(outagePath(), t("accommodation.outageDone", { count, minutes, course }));
}

export default function Outage() {
  const { courses, madeAt } = useLoaderData<typeof loader>();
  return <OutagePage courses={courses} madeAt={madeAt} result={useActionData<typeof action>()} />;
}
