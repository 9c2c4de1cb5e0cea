import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireOfficial } from "~/http/viewer.server";
import { attemptPath } from "~/paths";
import { saveAnswer } from "~/use-cases/learner/save-answer";

/** Takes one answer, as the paper's script sends it. 409: the paper takes no more. */
export async function action(args: ActionFunctionArgs) {
  const { official } = await requireOfficial(args);
  const form = await args.request.formData();
  const answer = await saveAnswer({
    officialId: official.id,
    attemptId: args.params["attempt"]!,
    questionId: String(form.get("question")),
    sequence: Number(form.get("sequence")),
    form,
    now: args.context.now,
  });
  return Response.json(answer, {
    status: answer.kind === "refused" ? 409 : 200,
    headers: { "Cache-Control": "no-store" },
  });
}

export async function loader(args: LoaderFunctionArgs) {
  await requireOfficial(args);
  return redirect(attemptPath(args.params["attempt"]!));
}
