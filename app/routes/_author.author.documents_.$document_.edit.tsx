import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { documentForm, formValues } from "~/domain/documents/document-form";
import { refuseDocument } from "~/http/document-refusal.server";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { documentPath } from "~/paths";
import { DocumentFormPage } from "~/ui/documents/document-form-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { openDocument, saveDocument } from "~/use-cases/author/save-document";

export const meta = pageMeta;
export const handle: PageHandle = { section: "documents" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const { document, over } = await openDocument({ number: args.params["document"]! });
  const title = wordsFor(args)("register.editTitle", { number: document.number });
  return { title, number: document.number, values: formValues(document), over };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const number = args.params["document"]!;
  const submission = await readForm(args.request, documentForm);
  if (submission.status !== "success") return refuseForm(submission);
  const answer = await saveDocument({ viewer, number, values: submission.value, now: args.context.now });
  if (answer.kind === "refused") return refuseDocument(submission, answer.reason, t);
  return redirectWithNotice(documentPath(number), t(`register.${answer.kind}`, { number }));
}

export default function EditDocumentRoute() {
  const { number, values, over } = useLoaderData<typeof loader>();
  return <DocumentFormPage number={number} values={values} over={over} result={useActionData<typeof action>()} />;
}
