import type { LoaderFunctionArgs } from "@remix-run/node";
import { STATUS_PURPOSES } from "~/domain/certificates/credential/status-list";
import { publicJson, publicJsonNotFound } from "~/http/public-json.server";
import { readStatusList } from "~/use-cases/public/read-issuer";

/** Which certificates of a stretch of a register book no longer hold: W3C Bitstring Status List, signed. */
export async function loader(args: LoaderFunctionArgs) {
  const { issuer = "", year = "", part = "", purpose: asked } = args.params;
  const purpose = STATUS_PURPOSES.find((each) => each === asked);
  const whole = /^\d{4}$/.test(year) && /^[1-9]\d{0,3}$/.test(part);
  if (!purpose || !whole) return publicJsonNotFound("There is no such status list.");
  const list = await readStatusList({
    issuerCode: issuer,
    year: Number(year),
    part: Number(part),
    purpose,
    now: args.context.now,
  });
  if (list === null) return publicJsonNotFound("There is no such status list.");
  return publicJson(args.request, JSON.stringify(list), 60, "application/vc");
}
