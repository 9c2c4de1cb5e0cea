import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatDate } from "~/domain/time";
import { requireViewer } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { certificatePdfPath, learningPath } from "~/paths";
import { CertificateNotes, CertificateNotice } from "~/ui/certificates/certificate-notes";
import { CertificateSheet } from "~/ui/certificates/certificate-sheet";
import { OwnSignedCopy } from "~/ui/certificates/signed-copy-facts";
import { Page } from "~/ui/frame/page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { Button } from "~/ui/kit/button";
import { useWords } from "~/ui/words/use-words";
import { viewOwnSignedCopy } from "~/use-cases/learner/open-signed-copy";
import { viewCertificate } from "~/use-cases/learner/view-certificate";

export const handle: PageHandle = { section: "learning" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const certificate = await viewCertificate({ viewer, serial: args.params["serial"] ?? "", now: args.context.now });
  const signedCopy = await viewOwnSignedCopy({ viewer, serial: certificate.serial, now: args.context.now });
  return { title: wordsFor(args)("certificate.title"), certificate, signedCopy };
}

export default function CertificatePage() {
  const t = useWords();
  const { title, certificate, signedCopy } = useLoaderData<typeof loader>();
  const { serial, number, issuedAt, standing } = certificate;
  const printable = standing.status === "valid" || standing.status === "expired";
  return (
    <Page
      title={title}
      lead={t("certificate.lead", { number, date: formatDate(issuedAt) })}
      crumbs={[{ label: t("frame.learning"), href: learningPath() }]}
      actions={
        printable ? (
          <Button icon="download" href={certificatePdfPath(serial)}>
            {t("certificate.download")}
          </Button>
        ) : null
      }
    >
      <CertificateNotice standing={standing} />
      <CertificateSheet paper={certificate.paper} qr={certificate.qr} logo={certificate.logo} />
      {signedCopy ? <OwnSignedCopy serial={serial} copy={signedCopy} open={printable} /> : null}
      <CertificateNotes certificate={certificate} />
    </Page>
  );
}
