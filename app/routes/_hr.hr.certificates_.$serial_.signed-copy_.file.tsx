import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "~/http/download.server";
import { requirePermission } from "~/http/viewer.server";
import { downloadForSigning } from "~/use-cases/hr/signed-copy";

/** The copy that the agency signed; with `?which=issued` the issued file, to be signed. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "certificates.manage");
  const which = new URL(args.request.url).searchParams.get("which") === "issued" ? "issued" : "signed";
  const file = await downloadForSigning({ scope, serial: args.params["serial"] ?? "", which, now: args.context.now });
  return download({ ...file, type: "application/pdf" });
}
