import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "~/http/download.server";
import { requirePermission } from "~/http/viewer.server";
import { exportCourse } from "~/use-cases/author/export-course";

/** The files of the course as a zip, answer keys included. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  return download({ ...(await exportCourse({ slug: args.params["course"]! })), type: "application/zip" });
}
