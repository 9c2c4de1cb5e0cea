import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uploadForm } from "~/domain/courses/intake/intake-form";
import { readForm, refuseForm } from "~/http/form.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { contentImportCheckPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { IntakeUploadPage } from "~/ui/library/intake/upload-page";
import { uploadArchive, viewIntakeStart } from "~/use-cases/author/view-intake";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  return { title: wordsFor(args)("intake.title"), ...(await viewIntakeStart()) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const submission = await readForm(args.request, uploadForm);
  if (submission.status !== "success") return refuseForm(submission);
  const { file } = submission.value;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const answer = await uploadArchive({ viewer, fileName: file.name, bytes, now: args.context.now });
  if (answer.kind === "stored") return redirect(contentImportCheckPath(answer.id));
  const t = wordsFor(args);
  const words = answer.reason === "empty" ? t("intake.fileEmpty") : t("intake.fileTooLarge");
  return refuseForm(submission, { fieldErrors: { file: [words] } });
}

export default function IntakeRoute() {
  const { waiting, limitMb } = useLoaderData<typeof loader>();
  return <IntakeUploadPage waiting={waiting} limitMb={limitMb} result={useActionData<typeof action>()} />;
}
