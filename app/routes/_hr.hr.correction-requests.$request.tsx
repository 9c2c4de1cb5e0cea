import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requestAnswerForm } from "~/domain/privacy/correction-request";
import { inScope, may, scopeOf } from "~/domain/auth/permissions";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { correctionRequestPath, correctionRequestsPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { RequestAnswerPage } from "~/ui/privacy/request-answer-page";
import { answerCorrectionRequest, viewCorrectionRequest } from "~/use-cases/hr/correction-requests";

export const meta = pageMeta;
export const handle: PageHandle = { section: "staff" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "record.correct");
  const view = await viewCorrectionRequest({ viewer, scope, id: args.params["request"] ?? "" });
  const title = wordsFor(args)(`myData.subject_${view.request.subject}`);
  // Who has left may be taken on again or renamed; the links follow.
  const changes = inScope(view.unitPath, scopeOf(viewer, "staff.change")) && !view.own;
  return { title, view, seesRecord: may(viewer, "staff.view"), changes };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "record.correct");
  const t = wordsFor(args);
  const id = args.params["request"] ?? "";
  // Before the form is read: somebody else's request is not found, whatever was typed.
  await viewCorrectionRequest({ viewer, scope, id });
  const submission = await readForm(args.request, requestAnswerForm);
  if (submission.status !== "success") return refuseForm(submission);
  const answer = await answerCorrectionRequest({ viewer, scope, id, values: submission.value, now: args.context.now });
  if (answer.kind === "answered") return redirectWithNotice(correctionRequestsPath(), t("myData.answered"));
  const words = answer.reason === "own-request" ? "myData.ownRequest" : "myData.answeredBefore";
  return redirectWithNotice(correctionRequestPath(id), t(words), "info");
}

export default function CorrectionRequestRoute() {
  const { view, seesRecord, changes } = useLoaderData<typeof loader>();
  return <RequestAnswerPage {...{ view, seesRecord, changes }} result={useActionData<typeof action>()} />;
}
