import { templateForm } from "~/domain/certificates/template-form";
import { postedForm, readForm } from "./form.server";

/** The form of a template with the picture that came along. */
export async function readTemplateForm(request: Request) {
  const form = await postedForm(request);
  const file = form.get("logoFile");
  const logoFile = file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
  // Read above; what goes back to the page is text only.
  form.delete("logoFile");
  const headers = new Headers(request.headers);
  headers.delete("content-type");
  headers.delete("content-length");
  const text = new Request(request.url, { method: "POST", headers, body: form });
  return { submission: await readForm(text, templateForm), logoFile };
}
