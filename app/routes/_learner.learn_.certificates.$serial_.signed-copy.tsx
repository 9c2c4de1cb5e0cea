import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { download } from "~/http/download.server";
import { requireViewer } from "~/http/viewer.server";
import { certificatePath } from "~/paths";
import { openOwnSignedCopy } from "~/use-cases/learner/open-signed-copy";

/** The copy that the agency signed. Of a withdrawn certificate there is none: its page says why. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const file = await openOwnSignedCopy({ viewer, serial: args.params["serial"] ?? "", now: args.context.now });
  if (file.kind === "refused") return redirect(certificatePath(file.serial));
  return download({ ...file, type: "application/pdf" });
}
