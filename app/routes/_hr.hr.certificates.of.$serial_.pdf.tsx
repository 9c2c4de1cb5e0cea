import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "~/http/download.server";
import { requirePermission } from "~/http/viewer.server";
import { downloadIssuedCertificate } from "~/use-cases/hr/view-issued-certificate";

/** The document as it was issued, for the files of the agency. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "certificates.manage");
  const serial = args.params["serial"] ?? "";
  const file = await downloadIssuedCertificate({ scope, serial, now: args.context.now });
  return download({ ...file, type: "application/pdf" });
}
