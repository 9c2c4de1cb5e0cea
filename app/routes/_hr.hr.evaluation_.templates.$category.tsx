import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actorOf } from "~/domain/audit/audit-event";
import { readCriteria, templateForm } from "~/domain/evaluation/template-form";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { evaluationTemplatesPath } from "~/paths";
import { TemplateFormPage } from "~/ui/evaluation/template-form-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { categoryWord } from "~/ui/words/staff-words";
import type { WordKey } from "~/ui/words/catalogue.server";
import { viewTemplate, writeTemplate } from "~/use-cases/hr/evaluation-templates";

export const meta = pageMeta;
export const handle: PageHandle = { section: "evaluation" };

const unitAsked = (request: Request) => new URL(request.url).searchParams.get("unit");

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "evaluation.manage");
  const asked = unitAsked(args.request);
  const view = await viewTemplate({ scope, unitCode: asked, category: args.params["category"]! });
  const t = wordsFor(args);
  const category = categoryWord(t, view.template.staffCategory);
  return { title: t("evaluation.template", { category }), asked, ...view };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "evaluation.manage");
  const t = wordsFor(args);
  const named = { scope, unitCode: unitAsked(args.request), category: args.params["category"]! };
  const { template } = await viewTemplate(named);
  const submission = await readForm(args.request, templateForm);
  if (submission.status !== "success") return refuseForm(submission);
  const { revision, title, legalBasis = "", criteria: typed = "" } = submission.value;
  const { criteria, problems } = readCriteria(typed);
  if (problems.length > 0) {
    const sentences = problems.map(({ line, key }) => t(key as WordKey, { line: String(line) }));
    return refuseForm(submission, { fieldErrors: { criteria: sentences } });
  }
  const written = { revision, title, legalBasis, criteria, category: template.staffCategory };
  const answer = await writeTemplate({ ...named, ...written, actor: actorOf(viewer), now: args.context.now });
  if (answer.kind === "refused") return refuseForm(submission, { formErrors: [t("evaluation.templateChanged")] });
  return redirectWithNotice(evaluationTemplatesPath(named.unitCode ?? undefined), t("evaluation.templateSaved"));
}

export default function Template() {
  const { unit, asked, template, ownRevision } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <TemplateFormPage unit={unit} asked={asked} template={template} ownRevision={ownRevision} result={result} />;
}
