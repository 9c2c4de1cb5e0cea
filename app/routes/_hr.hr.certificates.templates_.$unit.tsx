import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fieldsOf, spellLogo } from "~/domain/certificates/template-form";
import { refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { readTemplateForm } from "~/http/template-form.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { templatePath } from "~/paths";
import { TemplatePage } from "~/ui/certificate-template/template-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { previewTemplate, saveTemplate, tryTemplate, viewTemplate } from "~/use-cases/hr/edit-template";

export const meta = pageMeta;
export const handle: PageHandle = {
  section: "certificates",
  script: true,
  words: ["template", "book", "settings", "certificate"],
};

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "certificates.manage");
  const t = wordsFor(args);
  const code = args.params["unit"] ?? "";
  const view = await viewTemplate({ scope, code });
  const title = view.unit ? t("template.ofUnit", { unit: view.unit.name }) : t("template.ownTitle");
  return { title, code, view, values: fieldsOf(view.template), today: args.context.now };
}

/** Shows a sample of what was entered, or saves it as a new version. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "certificates.manage");
  const t = wordsFor(args);
  const code = args.params["unit"] ?? "";
  await viewTemplate({ scope, code });
  const { submission, logoFile } = await readTemplateForm(args.request);
  if (submission.status !== "success") return { ...refuseForm(submission).data, preview: null };
  const tried = await tryTemplate({ form: submission.value, logoFile });
  const { now } = args.context;
  if (tried.kind === "refused") {
    const { data: reply } = refuseForm(submission, { fieldErrors: { logoFile: [t(`template.logo_${tried.reason}`)] } });
    return data({ ...reply, preview: null }, { status: 400 });
  }
  const { content } = tried;
  // What was handed up stays with the form: a file cannot be typed in again.
  const kept = { ...submission.payload, logo: content.logo ? spellLogo(content.logo) : "", removeLogo: "" };
  const reply = { ...submission.reply(), initialValue: kept };
  if (submission.value.intent === "preview") {
    return data({ ...reply, preview: await previewTemplate({ content, now }) });
  }
  const { basedOn } = submission.value;
  const answer = await saveTemplate({ viewer, scope, code, basedOn, content, now });
  if (answer.kind === "saved") {
    return redirectWithNotice(templatePath(code), t("template.saved", { version: answer.version }));
  }
  const said = t(`template.refused_${answer.reason}`);
  const fault = answer.reason === "code-taken" ? { issuerCode: [said] } : { "": [said] };
  return data({ ...reply, status: "error" as const, error: fault, preview: null }, { status: 409 });
}

export default function TemplateRoute() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <TemplatePage {...page} result={result} preview={result?.preview ?? null} />;
}
