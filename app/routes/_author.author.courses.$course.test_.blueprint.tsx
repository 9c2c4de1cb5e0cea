import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { blueprintOf, drawOf } from "~/domain/assessment/test-policy/blueprint";
import { blueprintForm } from "~/domain/assessment/test-policy/blueprint-form";
import { savedWords } from "~/http/draft-answer.server";
import { readForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { refuseBlueprint } from "~/http/policy-refusal.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { blueprintPath, testPolicyPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { BlueprintPage } from "~/ui/library/policy/blueprint-page";
import { changeTestPolicy, previewTestPolicy, viewTestPolicy } from "~/use-cases/author/change-test-policy";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const view = await viewTestPolicy({ slug: args.params["course"]! });
  // A course without a test begins with its rules: how long, how often, from which mark on.
  if (!view.policy) throw redirect(testPolicyPath(view.course.slug));
  const { policy, topics, questions } = view;
  const blueprint = blueprintOf({ draw: policy.draw, topics: Object.keys(topics), questions });
  return { title: wordsFor(args)("blueprint.title"), view, blueprint };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const slug = args.params["course"]!;
  const submission = await readForm(args.request, blueprintForm);
  const { policy: before } = await viewTestPolicy({ slug });
  if (!before) return redirect(testPolicyPath(slug));
  if (submission.status !== "success") {
    return data({ result: submission.reply(), refusal: null, enough: null }, { status: 400 });
  }
  const { over, intent, rows } = submission.value;
  const draw = drawOf(before.draw, rows);
  if (draw.length === 0) {
    const result = submission.reply({ formErrors: [t("policy.drawNeedsLine")] });
    return data({ result, refusal: null, enough: null }, { status: 400 });
  }
  const policy = { ...before, draw };
  const looked = await previewTestPolicy({ slug, over, policy });
  if (looked.kind === "refused") return refuseBlueprint(submission, looked, draw, rows, t);
  if (intent === "check") {
    return { result: submission.reply(), refusal: null, enough: draw.reduce((sum, { count }) => sum + count, 0) };
  }
  const answer = await changeTestPolicy({ viewer, slug, over, policy, changeNote: null, now: args.context.now });
  if (answer.kind === "refused") return refuseBlueprint(submission, answer, draw, rows, t);
  if (answer.kind === "unchanged") return redirectWithNotice(blueprintPath(slug), t("draft.unchanged"), "info");
  return redirectWithNotice(blueprintPath(slug), savedWords(t, answer), answer.errors > 0 ? "warning" : "success");
}

export default function BlueprintRoute() {
  const { view, blueprint } = useLoaderData<typeof loader>();
  const { result, refusal = null, enough = null } = useActionData<typeof action>() ?? {};
  return <BlueprintPage view={view} blueprint={blueprint} result={result} refusal={refusal} enough={enough} />;
}
