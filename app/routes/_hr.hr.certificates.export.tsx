import type { LoaderFunctionArgs } from "@remix-run/node";
import { registerSheetResponse } from "~/http/register-sheet.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { exportRegister } from "~/use-cases/hr/view-register";

/** A whole book as a workbook, sent while it is read. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "certificates.manage");
  const book = new URL(args.request.url).searchParams.get("book");
  const { now } = args.context;
  const sheet = await exportRegister({ viewer, scope, book, now });
  return registerSheetResponse({ ...sheet, by: viewer.displayName, asOf: now, t: wordsFor(args) });
}
