import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { ObjectionsPage } from "~/ui/evaluation/objections-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { listPeriodObjections } from "~/use-cases/hr/objections";

export const meta = pageMeta;
export const handle: PageHandle = { section: "evaluation" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "evaluation.view");
  const asked = new URL(args.request.url).searchParams;
  const [answered, after] = [asked.get("view") === "answered", asked.get("after")];
  const page = await listPeriodObjections({ periodId: args.params["period"]!, scope, answered, after });
  return { title: wordsFor(args)("evaluation.objectionsTitle", { title: page.period.title }), page, answered, after };
}

export default function Objections() {
  const { page, answered, after } = useLoaderData<typeof loader>();
  return <ObjectionsPage {...page} answered={answered} after={after} />;
}
