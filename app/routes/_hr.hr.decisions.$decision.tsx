import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment.server";
import { requirePermission } from "~/http/viewer.server";
import { openDecision } from "~/use-cases/hr/open-decision";

/** The decision on somebody's learning elsewhere, for those who see the person. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "staff.view");
  return attachment(await openDecision({ recognitionId: args.params["decision"] ?? "", scope }));
}
