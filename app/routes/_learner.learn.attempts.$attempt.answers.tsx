import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { postedForm } from "~/http/form.server";
import { JsonAnswer } from "~/http/json-answer";
import { requireOfficial } from "~/http/viewer.server";
import { attemptPath } from "~/paths";
import { claimPaper } from "~/use-cases/learner/claim-paper";
import { saveAnswer } from "~/use-cases/learner/save-answer";

/** Takes one answer, as the paper's script sends it; or says how the paper stands. 409: the paper takes no more. */
export async function action(args: ActionFunctionArgs) {
  const { official } = await requireOfficial(args);
  const form = await postedForm(args.request);
  const key = { officialId: official.id, attemptId: args.params["attempt"]!, now: args.context.now };
  const intent = form.get("intent");
  const device = form.get("device");
  if (intent === "claim" || intent === "look") {
    const state = await claimPaper({ ...key, device: String(device), claim: intent === "claim" });
    return new JsonAnswer(state);
  }
  const answer = await saveAnswer({
    ...key,
    questionId: String(form.get("question")),
    sequence: Number(form.get("sequence")),
    device: typeof device === "string" ? device : null,
    form,
  });
  return new JsonAnswer(answer, answer.kind === "refused" ? 409 : 200);
}

export async function loader(args: LoaderFunctionArgs) {
  await requireOfficial(args);
  return redirect(attemptPath(args.params["attempt"]!));
}
