import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/domain/auth/permissions";
import { answerForm } from "~/domain/evaluation/objection";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { objectionsPath } from "~/paths";
import { ObjectionPage } from "~/ui/evaluation/objection-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { answerObjection, viewObjection } from "~/use-cases/hr/objections";

export const meta = pageMeta;
export const handle: PageHandle = { section: "evaluation" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "evaluation.view");
  const named = { periodId: args.params["period"]!, objectionId: args.params["objection"]! };
  const view = await viewObjection({ ...named, scope, now: args.context.now });
  const title = wordsFor(args)("evaluation.answerTitle", { name: view.objection.official.fullName });
  return { title, view, mayAnswer: may(viewer, "evaluation.manage") };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "evaluation.manage");
  const t = wordsFor(args);
  const named = { periodId: args.params["period"]!, objectionId: args.params["objection"]!, scope };
  const now = args.context.now;
  await viewObjection({ ...named, now });
  const submission = await readForm(args.request, answerForm);
  if (submission.status !== "success") return refuseForm(submission);
  const answer = await answerObjection({ ...named, ...submission.value, viewer, now });
  if (answer.kind === "refused") {
    const why = answer.reason === "own-objection" ? "evaluation.ownObjection" : "evaluation.alreadyAnswered";
    return refuseForm(submission, { formErrors: [t(why)] });
  }
  return redirectWithNotice(objectionsPath(named.periodId), t("evaluation.answeredNotice"));
}

export default function Objection() {
  const { view, mayAnswer } = useLoaderData<typeof loader>();
  return <ObjectionPage {...view} mayAnswer={mayAnswer} result={useActionData<typeof action>()} />;
}
