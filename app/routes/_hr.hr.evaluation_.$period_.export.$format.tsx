import type { LoaderFunctionArgs } from "@remix-run/node";
import { actorOf } from "~/domain/audit/audit-event";
import { notFound } from "~/domain/problem";
import { amendmentFileResponse } from "~/http/amendment-sheet.server";
import { evidenceFileResponse } from "~/http/evidence-sheet.server";
import { requirePermission } from "~/http/viewer.server";
import { EVIDENCE_FORMATS, exportAmendments, exportEvidence } from "~/use-cases/hr/export-evidence";

/** Evidence as a file; `?what=amendments`: what differs from the frozen figures of a closed period. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "evaluation.view");
  const format = EVIDENCE_FORMATS.find((each) => each === args.params["format"]);
  if (!format) throw notFound(`evidence as ${args.params["format"]}`);
  const wish = { actor: actorOf(viewer), periodId: args.params["period"]!, scope, format, now: args.context.now };
  if (new URL(args.request.url).searchParams.get("what") === "amendments")
    return amendmentFileResponse({ file: await exportAmendments(wish), format });
  return evidenceFileResponse({ file: await exportEvidence(wish), format });
}
