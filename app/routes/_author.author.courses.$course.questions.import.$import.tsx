import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { defaultsOf, importForm } from "~/domain/assessment/question-import/import-form";
import { savedWords } from "~/http/draft-answer.server";
import { readForm } from "~/http/form.server";
import { importFaults } from "~/http/import-refusal.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { bankPath, importCheckPath, importPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { CheckPage } from "~/ui/library/importing/check-page";
import { applyImport } from "~/use-cases/author/apply-import";
import { checkImport, discardImport, rereadImport } from "~/use-cases/author/check-import";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const { course = "", import: importId = "" } = args.params;
  return { title: wordsFor(args)("importing.checkTitle"), view: await checkImport({ slug: course, importId }) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const { course: slug = "", import: importId = "" } = args.params;
  const submission = await readForm(args.request, importForm);
  if (submission.status !== "success") {
    return data({ result: submission.reply(), refusal: null }, { status: 400 });
  }
  const { value } = submission;
  if (value.intent === "defaults") {
    await rereadImport({ slug, importId, defaults: defaultsOf(value) });
    return redirectWithNotice(importCheckPath(slug, importId), t("importing.rereadDone"));
  }
  if (value.intent === "discard") {
    const { fileName } = await discardImport({ slug, importId });
    return redirectWithNotice(importPath(slug), t("importing.discarded", { file: fileName }));
  }
  const answer = await applyImport({
    viewer,
    slug,
    importId,
    over: value.over,
    replace: value.replaceAll ? "all" : new Set(value.replace),
    leaveOut: value.leaveOut === "on",
    titles: Object.fromEntries(value.titles.flatMap(({ topic, title }) => (title ? [[topic, title]] : []))),
    changeNote: value.changeNote ?? null,
    now: args.context.now,
  });
  if (answer.kind === "refused") {
    const { status, ...faults } = importFaults(submission, value.titles, answer, t);
    return data(faults, { status });
  }
  if (answer.kind === "unchanged") return redirectWithNotice(bankPath(slug), t("draft.unchanged"), "info");
  const { added, replaced, errors } = answer;
  const told = `${t("importing.applied", { added, replaced })} ${savedWords(t, answer)}`;
  return redirectWithNotice(bankPath(slug), told, errors > 0 ? "warning" : "success");
}

export default function ImportCheckRoute() {
  const { view } = useLoaderData<typeof loader>();
  const { result, refusal = null } = useActionData<typeof action>() ?? {};
  return <CheckPage view={view} result={result} refusal={refusal} />;
}
