import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { objectionForm } from "~/domain/evaluation/objection";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireOfficial } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { myPeriodPath } from "~/paths";
import { MyEvaluationPage } from "~/ui/evaluation/my-evaluation-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { objectToEvidence } from "~/use-cases/learner/object-to-evidence";
import { viewMyEvaluation } from "~/use-cases/learner/view-my-evaluation";

export const meta = pageMeta;
export const handle: PageHandle = { section: "record" };

const REFUSED = {
  "too-late": "evaluation.tooLate",
  "no-such-row": "evaluation.noSuchRow",
  "already-objected": "evaluation.alreadyObjected",
} as const;

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  const mine = await viewMyEvaluation({ periodId: args.params["period"]!, official, now: args.context.now });
  const row = new URL(args.request.url).searchParams.get("row");
  return { title: wordsFor(args)("evaluation.extractTitle", { title: mine.period.title }), mine, row };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOfficial(args);
  const { now } = args.context;
  const periodId = args.params["period"]!;
  await viewMyEvaluation({ periodId, official: viewer.official, now });
  const submission = await readForm(args.request, objectionForm);
  if (submission.status !== "success") return refuseForm(submission);
  const { row = null, reason } = submission.value;
  const answer = await objectToEvidence({ periodId, viewer, rowKey: row, reason, now });
  const t = wordsFor(args);
  if (answer.kind === "refused") return refuseForm(submission, { formErrors: [t(REFUSED[answer.reason])] });
  return redirectWithNotice(myPeriodPath(periodId), t("evaluation.objected"));
}

export default function MyEvaluation() {
  const { mine, row } = useLoaderData<typeof loader>();
  return <MyEvaluationPage {...mine} row={row} result={useActionData<typeof action>()} />;
}
