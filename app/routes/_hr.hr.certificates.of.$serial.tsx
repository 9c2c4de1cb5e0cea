import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { IssuedCertificatePage } from "~/ui/certificate-book/issued-certificate-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { viewIssuedCertificate } from "~/use-cases/hr/view-issued-certificate";

export const meta = pageMeta;
export const handle: PageHandle = { section: "certificates" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "certificates.manage");
  const serial = args.params["serial"] ?? "";
  const view = await viewIssuedCertificate({ viewer, scope, serial, now: args.context.now });
  return { title: wordsFor(args)("book.one", { number: view.certificate.number }), view };
}

export default function IssuedCertificate() {
  const { title, view } = useLoaderData<typeof loader>();
  return <IssuedCertificatePage title={title} view={view} />;
}
