import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { ANSWER_FILE_LIMIT } from "~/domain/assessment/answer-file/answer-file-format";
import { answerFileConfirmation } from "~/domain/assessment/answer-file/answer-file-page";
import { postedForm, readForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { attemptCarePath } from "~/paths";
import { type AnswerFileOutcome, AnswerFilePage } from "~/ui/answer-file/answer-file-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { formatPercent } from "~/ui/words/format";
import type { Translate } from "~/ui/words/translate";
import { applyAnswerFile, type ApplyAnswerFileAnswer } from "~/use-cases/hr/apply-answer-file";
import { readAnswerFile } from "~/use-cases/hr/read-answer-file";

export const meta = pageMeta;
export const handle: PageHandle = { section: "overview" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "accommodation.grant");
  return { title: wordsFor(args)("answerFile.title") };
}

const refused = (outcome: AnswerFileOutcome) => data(outcome, { status: 400 });

/** First the file, to see what it would do; then, with the text of the same file and a reason, it is done. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "accommodation.grant");
  const t = wordsFor(args);
  const form = await postedForm(args.request.clone());
  if (form.get("intent") !== "confirm") {
    const file = form.get("file");
    if (file === null || typeof file === "string" || file.size === 0) {
      const named = file !== null && typeof file !== "string" && file.name !== "";
      return refused({ kind: "refused", reason: named ? "empty" : "no-file" });
    }
    if (file.size > ANSWER_FILE_LIMIT) return refused({ kind: "refused", reason: "too-large" });
    const text = await file.text();
    const read = await readAnswerFile({ viewer, scope, text, now: args.context.now });
    if (read.kind === "refused") return refused(read);
    return data<AnswerFileOutcome>({ ...read, text: text.trim(), result: undefined });
  }
  const submission = await readForm(args.request, answerFileConfirmation);
  if (submission.status !== "success") {
    const text = String(form.get("text") ?? "");
    const read = await readAnswerFile({ viewer, scope, text, now: args.context.now });
    if (read.kind === "refused") return refused(read);
    return refused({ ...read, text, result: submission.reply({ hideFields: ["text"] }) });
  }
  const { text, reason, handIn } = submission.value;
  const now = args.context.now;
  const answer = await applyAnswerFile({ viewer, scope, text, reason, handIn: handIn === "on", now });
  if (answer.kind === "refused") return refused(answer);
  return redirectWithNotice(attemptCarePath(answer.attemptId), doneInWords(t, answer));
}

function doneInWords(t: Translate, answer: Extract<ApplyAnswerFileAnswer, { kind: "applied" }>): string {
  const count = answer.taken;
  if (answer.open) return t("answerFile.doneOpen", { count });
  if (answer.percent === null) return t("answerFile.doneAwaiting", { count });
  const decimals = Number.isInteger(answer.percent) ? 0 : 1;
  const percent = formatPercent(answer.percent / 100, { decimals, language: t.language });
  return t(answer.completed ? "answerFile.doneCompleted" : "answerFile.doneGraded", { count, percent });
}

export default function AnswerFile() {
  return <AnswerFilePage outcome={useActionData<typeof action>()} />;
}
