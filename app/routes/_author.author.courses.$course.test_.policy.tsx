import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { policyForm } from "~/domain/assessment/test-policy/policy-form";
import { savedWords } from "~/http/draft-answer.server";
import { readForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { refusePolicy } from "~/http/policy-refusal.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { draftPath, testPolicyPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { PolicyPage } from "~/ui/library/policy/policy-page";
import { changeTestPolicy, previewTestPolicy, viewTestPolicy } from "~/use-cases/author/change-test-policy";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  return { title: wordsFor(args)("policy.title"), view: await viewTestPolicy({ slug: args.params["course"]! }) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const slug = args.params["course"]!;
  const submission = await readForm(args.request, policyForm);
  if (submission.status !== "success") return refusePolicy(submission, null, t);
  const { over, intent, changeNote, policy } = submission.value;
  if (intent === "check") {
    const answer = await previewTestPolicy({ slug, over, policy });
    if (answer.kind === "refused") return refusePolicy(submission, answer, t);
    return { result: submission.reply(), preview: answer.preview, refusal: null };
  }
  const answer = await changeTestPolicy({ viewer, slug, over, policy, changeNote, now: args.context.now });
  if (answer.kind === "refused") return refusePolicy(submission, answer, t);
  if (answer.kind === "unchanged") return redirectWithNotice(testPolicyPath(slug), t("draft.unchanged"), "info");
  return redirectWithNotice(draftPath(slug), savedWords(t, answer), answer.errors > 0 ? "warning" : "success");
}

export default function TestPolicyRoute() {
  const { view } = useLoaderData<typeof loader>();
  const { result, preview = null, refusal = null } = useActionData<typeof action>() ?? {};
  return <PolicyPage view={view} result={result} preview={preview} refusal={refusal} />;
}
