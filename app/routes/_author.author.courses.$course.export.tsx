import type { LoaderFunctionArgs } from "@remix-run/node";
import { badRequest } from "~/domain/problem";
import { download } from "~/http/download.server";
import { requirePermission } from "~/http/viewer.server";
import { exportCourse, type WhichFiles } from "~/use-cases/author/export-course";

/** The files of the course as a zip, answer keys included: `?version=3` of an earlier version, `?version=draft` of the draft. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const which = whichFiles(new URL(args.request.url).searchParams.get("version"));
  return download({ ...(await exportCourse({ slug: args.params["course"]!, which })), type: "application/zip" });
}

function whichFiles(asked: string | null): WhichFiles {
  if (asked === null) return "current";
  if (asked === "draft") return "draft";
  if (!/^[1-9]\d{0,5}$/.test(asked)) throw badRequest("no such version");
  return { version: Number(asked) };
}
