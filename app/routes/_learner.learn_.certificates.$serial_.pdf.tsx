import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireViewer } from "~/http/viewer.server";
import { certificatePath } from "~/paths";
import { downloadCertificate } from "~/use-cases/learner/download-certificate";

/** The file. A withdrawn one leads to its page, which says why there is none. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const file = await downloadCertificate({ viewer, serial: args.params["serial"] ?? "", now: args.context.now });
  if (file.kind === "refused") return redirect(certificatePath(file.serial));
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(file.bytes.length),
      "Content-Disposition": `attachment; filename="certificate.pdf"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      "Cache-Control": "private, no-store",
    },
  });
}
