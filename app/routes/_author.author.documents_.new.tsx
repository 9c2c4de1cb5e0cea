import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { documentForm } from "~/domain/documents/document-form";
import { refuseDocument } from "~/http/document-refusal.server";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { documentPath } from "~/paths";
import { DocumentFormPage } from "~/ui/documents/document-form-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { saveDocument } from "~/use-cases/author/save-document";

export const meta = pageMeta;
export const handle: PageHandle = { section: "documents" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  return { title: wordsFor(args)("register.addTitle") };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const submission = await readForm(args.request, documentForm);
  if (submission.status !== "success") return refuseForm(submission);
  const answer = await saveDocument({ viewer, number: null, values: submission.value, now: args.context.now });
  if (answer.kind === "refused") return refuseDocument(submission, answer.reason, t);
  const { number } = submission.value;
  return redirectWithNotice(documentPath(number), t("register.saved", { number }));
}

export default function NewDocumentRoute() {
  return (
    <DocumentFormPage number={null} values={{ status: "unverified" }} over="" result={useActionData<typeof action>()} />
  );
}
