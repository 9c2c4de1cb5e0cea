import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uploadForm } from "~/domain/assessment/question-import/import-form";
import { readForm, refuseForm } from "~/http/form.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { importCheckPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { UploadPage } from "~/ui/library/importing/upload-page";
import type { Translate } from "~/ui/words/translate";
import { type UploadAnswer, uploadQuestions, viewImportStart } from "~/use-cases/author/upload-questions";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const view = await viewImportStart({ slug: args.params["course"]! });
  return { title: wordsFor(args)("importing.title"), ...view };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const slug = args.params["course"]!;
  const submission = await readForm(args.request, uploadForm);
  if (submission.status !== "success") return refuseForm(submission);
  const { file, format = null, defaults } = submission.value;
  const answer = await uploadQuestions({
    viewer,
    slug,
    file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
    format,
    defaults,
    now: args.context.now,
  });
  if (answer.kind === "stored") return redirect(importCheckPath(slug, answer.id));
  const field = answer.reason === "format-unknown" ? "format" : "file";
  return refuseForm(submission, { fieldErrors: { [field]: [refusalWords(wordsFor(args), answer)] } });
}

function refusalWords(t: Translate, answer: Exclude<UploadAnswer, { kind: "stored" }>): string {
  if (answer.reason === "too-large") return t("importing.fileTooLarge", { limit: answer.limit });
  return t(answer.reason === "empty" ? "importing.fileEmpty" : "importing.formatUnknown");
}

export default function ImportRoute() {
  const { start, limits } = useLoaderData<typeof loader>();
  return <UploadPage start={start} limits={limits} result={useActionData<typeof action>()} />;
}
