import type { LoaderFunctionArgs } from "@remix-run/node";
import { mediaResponse } from "~/http/media-response.server";
import { requireViewer } from "~/http/viewer.server";
import { openMedia } from "~/use-cases/learner/open-media";

/** A medium of a lesson. Its address holds the hash of its bytes, so a browser asks once. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const { sha = "", name = "" } = args.params;
  return mediaResponse(args.request, await openMedia({ viewer, sha256: sha, name }));
}
