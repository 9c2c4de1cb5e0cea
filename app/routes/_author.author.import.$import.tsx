import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { factsOf, intakeForm } from "~/domain/courses/intake/intake-form";
import { readForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { contentImportPath, draftPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { IntakeCheckPage } from "~/ui/library/intake/check-page";
import { refusalInWords } from "~/ui/library/intake/intake-words";
import { applyIntake } from "~/use-cases/author/apply-intake";
import { discardArchive, viewIntake } from "~/use-cases/author/view-intake";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const view = await viewIntake({ id: args.params["import"]!, now: args.context.now });
  return { title: wordsFor(args)("intake.checkTitle"), view };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const id = args.params["import"]!;
  const submission = await readForm(args.request, intakeForm);
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { value } = submission;
  if (value.intent === "discard") {
    const { fileName } = await discardArchive(id);
    return redirectWithNotice(contentImportPath(), t("intake.discarded", { file: fileName }));
  }
  const answer = await applyIntake({
    viewer,
    id,
    seen: value.seen,
    overDraft: value.over === "on",
    facts: value.intent === "apply-package" ? factsOf(value) : null,
    now: args.context.now,
  });
  if (answer.kind === "refused") {
    const status = answer.reason === "overtaken" ? 409 : 400;
    return data(submission.reply({ formErrors: [refusalInWords(t, answer)] }), { status });
  }
  const { slug, added, changed, removed } = answer;
  return redirectWithNotice(draftPath(slug), t("intake.taken", { added, changed, removed }));
}

export default function IntakeCheckRoute() {
  const { view } = useLoaderData<typeof loader>();
  return <IntakeCheckPage view={view} result={useActionData<typeof action>()} />;
}
