import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { triesName } from "~/domain/assessment/answer-fields";
import { badRequest } from "~/domain/problem";
import { postedForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireOfficial } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { attemptPath, attemptResultPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { PaperView } from "~/ui/paper/paper-view";
import { useWords } from "~/ui/words/use-words";
import { savePaper } from "~/use-cases/learner/save-paper";
import { checkAnswer } from "~/use-cases/learner/check-answer";
import { submitTest } from "~/use-cases/learner/submit-test";
import { viewPaper } from "~/use-cases/learner/view-paper";

export const handle: PageHandle = { section: "learning", script: true, words: ["paper", "result"] };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  const view = await viewPaper({ officialId: official.id, attemptId: args.params["attempt"]!, now: args.context.now });
  if (view.kind === "closed") throw redirect(attemptResultPath(view.attemptId));
  const { page } = view;
  const { searchParams } = new URL(args.request.url);
  const at = Number(searchParams.get("at") ?? 1);
  const title = wordsFor(args)("paper.title", { title: page.testTitle, number: page.number });
  return { title, page, confirming: searchParams.has("confirm"), at: Number.isInteger(at) ? at : 1 };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOfficial(args);
  const key = { viewer, officialId: viewer.official.id, attemptId: args.params["attempt"]!, now: args.context.now };
  const form = await postedForm(args.request);
  const intent = form.get("intent");
  const check = form.get("check");
  if (typeof check === "string") {
    const tries = Number(form.get(triesName(check)));
    const checked = await checkAnswer({ ...key, questionId: check, tries, form });
    if (checked.kind === "refused") return redirect(attemptResultPath(key.attemptId));
    const path = `${attemptPath(key.attemptId, checked.number)}#q-${checked.number}`;
    return checked.kind === "checked" ? redirect(path) : redirectWithNotice(path, wordsFor(args)("paper.checkEmpty"));
  }
  if (intent === "submit") {
    const answer = await submitTest({ ...key, form: null });
    // The paper itself says why there are more questions.
    return redirect(answer.kind === "asked-more" ? attemptPath(key.attemptId) : attemptResultPath(key.attemptId));
  }
  if (intent !== "save" && intent !== "review") throw badRequest("unknown intent");
  const saved = await savePaper({ ...key, form });
  if (saved.kind === "refused") return redirect(attemptResultPath(key.attemptId));
  return intent === "review"
    ? redirect(`${attemptPath(key.attemptId)}?confirm=1`)
    : redirectWithNotice(attemptPath(key.attemptId), wordsFor(args)("paper.savedNotice"));
}

export default function PaperRoute() {
  const t = useWords();
  const { page, confirming, at } = useLoaderData<typeof loader>();
  return (
    <Page title={t("paper.title", { title: page.testTitle, number: page.number })} kicker={page.course.title}>
      <PaperView page={page} confirming={confirming} at={at} />
    </Page>
  );
}
