import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { postedForm } from "~/http/form.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { TrialPage } from "~/ui/library/draft/trial-page";
import { gradeTrial, viewTrial } from "~/use-cases/author/try-test";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

const SEED = /^[\w-]{1,64}$/;

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const asked = new URL(args.request.url).searchParams.get("seed") ?? "";
  // Without a code in the address each visit draws anew.
  const seed = SEED.test(asked) ? asked : args.context.requestId.replace(/[^\w-]/g, "").slice(0, 12);
  const view = await viewTrial({ slug: args.params["course"]!, seed });
  return { title: wordsFor(args)("draft.toTrial"), view };
}

export async function action(args: ActionFunctionArgs) {
  await requirePermission(args, "content.write");
  const slug = args.params["course"]!;
  const form = await postedForm(args.request);
  const said = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const seed = SEED.test(said("seed")) ? said("seed") : "1";
  const answer = await gradeTrial({ slug, seed, stand: said("stand"), form });
  if (answer.kind === "refused") return data({ result: null, seed, changed: true }, { status: 409 });
  return { result: answer.result, seed, changed: false };
}

export default function TrialRoute() {
  const { view } = useLoaderData<typeof loader>();
  const { result = null, seed = view.seed, changed = false } = useActionData<typeof action>() ?? {};
  // The paper that was graded, and not the one that this visit would have drawn.
  return <TrialPage view={changed ? view : { ...view, seed }} result={result} changed={changed} />;
}
