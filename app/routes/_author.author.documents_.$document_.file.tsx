import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "~/http/download.server";
import { requirePermission } from "~/http/viewer.server";
import { exportDocument } from "~/use-cases/author/save-document";

/** The document as its file in `content/documents`. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  return download({
    ...(await exportDocument({ number: args.params["document"]! })),
    type: "text/yaml; charset=utf-8",
  });
}
