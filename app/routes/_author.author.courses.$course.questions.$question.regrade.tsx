import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { regradeForm, wishedChange } from "~/domain/assessment/regrade/regrade-form";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { regradesPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { RegradePage } from "~/ui/regrade/regrade-page";
import { FAULT_WORDS } from "~/ui/regrade/regrade-words";
import { applyRegrade } from "~/use-cases/author/apply-regrade";
import { previewRegrade } from "~/use-cases/author/preview-regrade";
import { viewRegrade } from "~/use-cases/author/view-regrade";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

/** Which question of which version, as the address says. */
function asked({ request, params }: Pick<LoaderFunctionArgs, "request" | "params">) {
  const search = new URL(request.url).searchParams;
  const number = search.get("version") ?? "";
  return {
    slug: params["course"]!,
    questionId: params["question"]!,
    version: /^\d{1,6}$/.test(number) ? Number(number) : null,
    change: search.get("change"),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "questions.regrade");
  const { change: wanted, ...about } = asked(args);
  const view = await viewRegrade({ ...about, now: args.context.now });
  const change = view.offered.find((kind) => kind === wanted) ?? view.offered[0] ?? "key";
  return { title: wordsFor(args)("regrade.title"), view, change };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "questions.regrade");
  const t = wordsFor(args);
  const submission = await readForm(args.request, regradeForm);
  if (submission.status !== "success") return refuseForm(submission);
  const { change: _, ...about } = asked(args);
  const { intent, reason, policy, closedThrough, also = [], fingerprint = "" } = submission.value;
  const wish = { ...about, also, change: wishedChange(submission.value), protection: { policy, closedThrough } };
  const answer =
    intent === "check"
      ? await previewRegrade({ viewer, wish })
      : await applyRegrade({ viewer, wish, reason, expected: fingerprint, now: args.context.now });
  switch (answer.kind) {
    case "preview":
      return { ...submission.reply(), preview: answer.preview, changed: false };
    case "changed":
      return data({ ...submission.reply(), preview: answer.preview, changed: true }, { status: 409 });
    case "refused":
      if (answer.reason === "nothing-changes")
        return refuseForm(submission, { formErrors: [t("regrade.nothingChanges")] });
      return refuseForm(submission, { fieldErrors: { [answer.field]: [t(FAULT_WORDS[answer.fault])] } });
    case "applied": {
      const { raised, lowered, kept } = answer.totals;
      const done = { raised, lowered, kept, completions: answer.completions };
      return redirectWithNotice(regradesPath(about.slug), t("regrade.done", done));
    }
  }
}

export default function RegradeRoute() {
  const { view, change } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const shown = result && "preview" in result ? result : null;
  return (
    <RegradePage
      view={view}
      change={change}
      result={result}
      preview={shown?.preview ?? null}
      changed={shown?.changed ?? false}
    />
  );
}
