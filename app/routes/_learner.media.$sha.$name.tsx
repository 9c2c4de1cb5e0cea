import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer } from "~/http/viewer.server";
import { openMedia } from "~/use-cases/learner/open-media";

/** An image of a lesson. Its address holds the hash of its bytes, so a browser asks once. */
export async function loader(args: LoaderFunctionArgs) {
  await requireViewer(args);
  const { bytes, type } = await openMedia({ sha256: args.params["sha"]!, name: args.params["name"]! });
  return new Response(new Uint8Array(bytes), {
    headers: { "Content-Type": type, "Cache-Control": "private, max-age=31536000, immutable" },
  });
}
