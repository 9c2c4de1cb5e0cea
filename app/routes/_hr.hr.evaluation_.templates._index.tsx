import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { TemplatesPage } from "~/ui/evaluation/templates-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { listTemplates } from "~/use-cases/hr/evaluation-templates";

export const meta = pageMeta;
export const handle: PageHandle = { section: "evaluation" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "evaluation.manage");
  const asked = new URL(args.request.url).searchParams.get("unit");
  const { unit, templates } = await listTemplates({ scope, unitCode: asked });
  return { title: wordsFor(args)("evaluation.templatesTitle"), unit, asked, templates };
}

export default function Templates() {
  const { unit, asked, templates } = useLoaderData<typeof loader>();
  return <TemplatesPage unit={unit} asked={asked} templates={templates} />;
}
