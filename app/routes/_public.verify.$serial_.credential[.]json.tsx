import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicJson, publicJsonNotFound } from "~/http/public-json.server";
import { readCredential } from "~/use-cases/public/read-credential";

/** The certificate as an Open Badges 3.0 credential. It never changes; what became of the certificate is in the status lists. */
export async function loader(args: LoaderFunctionArgs) {
  const credential = await readCredential({ serial: args.params["serial"] ?? "", now: args.context.now });
  if (credential === null) return publicJsonNotFound("No certificate has this serial.");
  return publicJson(args.request, credential, 3600, "application/vc");
}
