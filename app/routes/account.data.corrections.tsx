import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { REQUESTS_OPEN_AT_ONCE, requestForm } from "~/domain/privacy/correction-request";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireOfficial } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { myCorrectionsPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { MyCorrectionsPage } from "~/ui/privacy/my-corrections-page";
import { askForCorrection, listMyRequests } from "~/use-cases/account/my-correction-requests";

export const handle: PageHandle = { section: "record" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  return { title: wordsFor(args)("myData.correctionsTitle"), requests: await listMyRequests({ official }) };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOfficial(args);
  const t = wordsFor(args);
  const submission = await readForm(args.request, requestForm);
  if (submission.status !== "success") return refuseForm(submission);
  const answer = await askForCorrection({ viewer, values: submission.value, now: args.context.now });
  if (answer.kind === "refused")
    return refuseForm(submission, { formErrors: [t("myData.tooMany", { most: REQUESTS_OPEN_AT_ONCE })] });
  return redirectWithNotice(myCorrectionsPath(), t("myData.sent"));
}

export default function MyCorrectionsRoute() {
  return (
    <MyCorrectionsPage requests={useLoaderData<typeof loader>().requests} result={useActionData<typeof action>()} />
  );
}
