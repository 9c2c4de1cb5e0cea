import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { refuseForm } from "~/http/form.server";
import { readTemplateForm } from "~/http/template-form.server";
import { requirePermission } from "~/http/viewer.server";
import { templatePath } from "~/paths";
import { previewTemplatePdf, tryTemplate, viewTemplate } from "~/use-cases/hr/edit-template";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "certificates.manage");
  return redirect(templatePath(args.params["unit"] ?? ""));
}

/** A sample as PDF by what stands in the form, saved or not. */
export async function action(args: ActionFunctionArgs) {
  const { scope } = await requirePermission(args, "certificates.manage");
  const code = args.params["unit"] ?? "";
  const { template } = await viewTemplate({ scope, code });
  const { submission, logoFile } = await readTemplateForm(args.request);
  if (submission.status !== "success") return refuseForm(submission);
  const tried = await tryTemplate({ form: submission.value, logoFile });
  const content = tried.kind === "content" ? tried.content : template.content;
  const bytes = await previewTemplatePdf({ content, now: args.context.now });
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": 'inline; filename="mau-giay-chung-nhan.pdf"',
      "Cache-Control": "private, no-store",
    },
  });
}
