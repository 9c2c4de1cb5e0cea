import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { templatePath } from "~/paths";
import { TemplatesPage } from "~/ui/certificate-template/templates-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { viewTemplates } from "~/use-cases/hr/edit-template";

export const meta = pageMeta;
export const handle: PageHandle = { section: "certificates", script: true, words: ["template", "book"] };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "certificates.manage");
  const unit = new URL(args.request.url).searchParams.get("unit");
  if (unit) return redirect(templatePath(unit));
  return { title: wordsFor(args)("template.title"), view: await viewTemplates({ scope }) };
}

export default function Templates() {
  const { title, view } = useLoaderData<typeof loader>();
  return <TemplatesPage title={title} view={view} />;
}
