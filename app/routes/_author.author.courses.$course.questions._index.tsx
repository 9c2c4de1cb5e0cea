import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { statusForm } from "~/domain/assessment/bank/status-form";
import { readBankSearch } from "~/http/bank-search";
import { draftRefusal, savedWords } from "~/http/draft-answer.server";
import { readForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { BankPage } from "~/ui/library/bank/bank-page";
import { STATUSES } from "~/ui/library/question-words";
import { changeQuestionStatus } from "~/use-cases/author/change-question-status";
import { listBank } from "~/use-cases/author/list-bank";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const view = await listBank({ slug: args.params["course"]!, search: readBankSearch(args.request) });
  return { title: wordsFor(args)("bank.title"), view };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const submission = await readForm(args.request, statusForm);
  if (submission.status !== "success") {
    return data({ result: submission.reply(), refusal: null }, { status: 400 });
  }
  const { over, question: ids, status } = submission.value;
  const changeNote =
    submission.value.changeNote || t("bank.defaultNote", { count: ids.length, status: t(STATUSES[status]) });
  const slug = args.params["course"]!;
  const answer = await changeQuestionStatus({ viewer, slug, over, ids, status, changeNote, now: args.context.now });
  if (answer.kind === "refused") {
    return data({ result: submission.reply(), refusal: draftRefusal(answer) }, { status: 409 });
  }
  const { pathname, search } = new URL(args.request.url);
  if (answer.kind === "unchanged") return redirectWithNotice(pathname + search, t("draft.unchanged"), "info");
  return redirectWithNotice(pathname + search, savedWords(t, answer), answer.errors > 0 ? "warning" : "success");
}

export default function BankRoute() {
  const { view } = useLoaderData<typeof loader>();
  const { result, refusal = null } = useActionData<typeof action>() ?? {};
  return <BankPage view={view} result={result} refusal={refusal} />;
}
