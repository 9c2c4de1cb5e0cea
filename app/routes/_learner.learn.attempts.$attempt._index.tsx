import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { badRequest } from "~/domain/problem";
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
import { submitTest } from "~/use-cases/learner/submit-test";
import { viewPaper } from "~/use-cases/learner/view-paper";

export const handle: PageHandle = { section: "learning", script: true, words: ["paper"] };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  const view = await viewPaper({ officialId: official.id, attemptId: args.params["attempt"]!, now: args.context.now });
  if (view.kind === "closed") throw redirect(attemptResultPath(view.attemptId));
  const { page } = view;
  const confirming = new URL(args.request.url).searchParams.has("confirm");
  return { title: wordsFor(args)("paper.title", { title: page.testTitle, number: page.number }), page, confirming };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOfficial(args);
  const key = { viewer, officialId: viewer.official.id, attemptId: args.params["attempt"]!, now: args.context.now };
  const form = await args.request.formData();
  const intent = form.get("intent");
  if (intent === "submit") {
    await submitTest({ ...key, form: null });
    return redirect(attemptResultPath(key.attemptId));
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
  const { page, confirming } = useLoaderData<typeof loader>();
  return (
    <Page title={t("paper.title", { title: page.testTitle, number: page.number })} kicker={page.course.title}>
      <PaperView page={page} confirming={confirming} />
    </Page>
  );
}
