import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type CertificateProblem, publicView } from "~/domain/certificates/public-view";
import { limitVerification } from "~/http/rate-limit.server";
import { verifyCertificate } from "~/use-cases/public/verify-certificate";

/** Anybody's program may ask what anybody's eyes may read: no cookie is looked at and none is sent. */
const OPEN = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
  "Access-Control-Expose-Headers": "Retry-After",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "X-Robots-Tag": "noindex, noarchive",
  "Cache-Control": "no-store",
};

/** The printed facts of a certificate, whether it holds, since when and why not (domain/certificates/public-view). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request, params } = args;
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: OPEN });
  const wait = limitVerification(context);
  if (wait !== null) {
    const refusal = problem(429, "too-many-requests", `Ask again in ${wait} seconds.`);
    refusal.headers.set("Retry-After", String(wait));
    return refusal;
  }
  const found = await verifyCertificate({ typed: params["serial"] ?? "", now: context.now });
  if (found.kind === "malformed") {
    return problem(400, "malformed-serial", "This is no serial of a certificate.", found.because);
  }
  if (found.kind === "unknown") return problem(404, "unknown-serial", "No certificate was issued with this serial.");
  return Response.json(publicView(found), { headers: OPEN });
}

/** Preflights come here; nothing can be changed. */
export function action({ request }: ActionFunctionArgs) {
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: OPEN });
  return new Response(null, { status: 405, headers: { ...OPEN, Allow: "GET, HEAD, OPTIONS" } });
}

const TITLES = { 400: "Bad Request", 404: "Not Found", 429: "Too Many Requests" } as const;

function problem(
  status: CertificateProblem["status"],
  code: CertificateProblem["code"],
  detail: string,
  because?: CertificateProblem["because"],
): Response {
  const body: CertificateProblem = { type: "about:blank", title: TITLES[status], status, detail, code };
  return new Response(JSON.stringify(because ? { ...body, because } : body), {
    status,
    headers: { ...OPEN, "Content-Type": "application/problem+json" },
  });
}
