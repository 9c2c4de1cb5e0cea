import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicJson } from "~/http/public-json.server";
import { readDidDocument } from "~/use-cases/public/read-issuer";

/** The same keys under the name did:web. */
export async function loader(args: LoaderFunctionArgs) {
  const document = await readDidDocument({ now: args.context.now });
  return publicJson(args.request, JSON.stringify(document, null, 2), 300, "application/did+json");
}
