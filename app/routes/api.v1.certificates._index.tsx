import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiCertificates } from "~/domain/integrations/api-schemas";
import { absolute, apiAnswer, apiLinks, nextUrl } from "~/http/api-answer.server";
import { readApiQuestion } from "~/http/api-question.server";
import { requireToken } from "~/http/bearer.server";
import { certificateApiPath } from "~/domain/integrations/api-addresses";
import { readCertificatesForApi } from "~/use-cases/api/read-feeds";

export async function loader(args: LoaderFunctionArgs) {
  const { scope, headers } = await requireToken(args, "certificates:read");
  const page = await readCertificatesForApi({ scope, ...readApiQuestion(args) });
  const value = {
    certificates: page.certificates.map(({ id: _, issuedAt, changedAt, ...row }) => ({
      ...row,
      issuedAt: issuedAt.toISOString(),
      changedAt: changedAt.toISOString(),
      links: { certificate: absolute(certificateApiPath(row.serial)), verify: apiLinks.verify(row.serial) },
    })),
    next: nextUrl(args.request, page.next),
  };
  return apiAnswer({ request: args.request, schema: apiCertificates, value, headers });
}
