import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicJson } from "~/http/public-json.server";
import { readIssuerDocument } from "~/use-cases/public/read-issuer";

/** Who signs credentials here, and the keys to check them with. */
export async function loader(args: LoaderFunctionArgs) {
  const document = await readIssuerDocument({ now: args.context.now });
  return publicJson(args.request, JSON.stringify(document, null, 2), 300);
}
