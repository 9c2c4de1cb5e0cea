import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment.server";
import { requireOfficial } from "~/http/viewer.server";
import { openDecision } from "~/use-cases/hr/open-decision";

/** The decision on one's own learning elsewhere. */
export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  const recognitionId = args.params["decision"] ?? "";
  return attachment(await openDecision({ recognitionId, scope: [official.unitPath], officialId: official.id }));
}
