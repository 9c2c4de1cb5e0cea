import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer } from "~/http/viewer.server";
import { openMyJobFile } from "~/use-cases/account/my-jobs";

/** What a job made, for who asked for it. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const file = await openMyJobFile({ viewer, id: args.params["job"]! });
  const plain = file.name.replace(/[^\x20-\x7e]|["\\]/g, "_");
  return new Response(Readable.toWeb(await file.open()) as ReadableStream, {
    headers: {
      "Content-Type": file.type,
      "Content-Length": String(file.size),
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
