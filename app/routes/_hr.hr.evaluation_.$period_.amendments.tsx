import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { AmendmentsPage } from "~/ui/evaluation/amendments-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { listAmendments } from "~/use-cases/hr/list-amendments";

export const meta = pageMeta;
export const handle: PageHandle = { section: "evaluation" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "evaluation.view");
  const after = new URL(args.request.url).searchParams.get("after");
  const page = await listAmendments({ periodId: args.params["period"]!, scope, after, now: args.context.now });
  return { title: wordsFor(args)("evaluation.amendmentsTitle", { title: page.period.title }), page, after };
}

export default function Amendments() {
  const { page, after } = useLoaderData<typeof loader>();
  return <AmendmentsPage {...page} after={after} />;
}
