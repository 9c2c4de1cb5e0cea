import { formatDate, formatDateTime } from "~/domain/time";
import {
  certificateActionPath,
  issuedCertificatePath,
  issuedCertificatePdfPath,
  personPath,
  registerPath,
  signedCopyPath,
  verifyPath,
} from "~/paths";
import { CertificateHistory } from "~/ui/certificates/certificate-history";
import { STATUS_LABEL, STATUS_TONE } from "~/ui/certificates/certificate-notes";
import { CertificateSheet } from "~/ui/certificates/certificate-sheet";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DescriptionList } from "~/ui/kit/description-list";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { formatBytes } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import type { IssuedCertificateView } from "~/domain/certificates/pages";

/** A certificate as HR keeps it: what was issued, what happened to it, what may be done. */
export function IssuedCertificatePage({ title, view }: { title: string; view: IssuedCertificateView }) {
  const t = useWords();
  const { certificate, standing, document, actions } = view;
  const { serial, issuerCode, year } = certificate;
  return (
    <Page
      title={title}
      lead={t("book.oneLead", { name: view.printed.fullName, date: formatDate(certificate.issuedAt) })}
      crumbs={[{ label: t("book.title"), href: registerPath({ book: `${issuerCode}~${year}` }) }]}
      actions={
        <Button icon="download" kind="secondary" href={issuedCertificatePdfPath(serial)} download>
          {t("book.downloadIssued")}
        </Button>
      }
    >
      <div className="no-print">
        <DescriptionList
          facts={[
            {
              term: t("book.state"),
              detail: (
                <StatusTag tone={STATUS_TONE[standing.status]}>
                  {t(`certificate.${STATUS_LABEL[standing.status]}`)}
                </StatusTag>
              ),
            },
            { term: t("book.serial"), detail: <a href={verifyPath(serial)}>{serial}</a> },
            { term: t("book.person"), detail: <a href={personPath(certificate.officialId)}>{certificate.fullName}</a> },
            {
              term: t("book.documentTitle"),
              detail: document ? (
                <span className="wrap-anywhere">
                  {t("book.documentMade", {
                    date: formatDateTime(document.madeAt),
                    size: formatBytes(document.size, { language: t.language }),
                    hash: document.sha256,
                  })}
                </span>
              ) : (
                t("book.documentWaits")
              ),
            },
          ]}
        />
        <CertificateHistory
          history={certificate.history}
          succession={certificate.succession}
          hrefOf={issuedCertificatePath}
        />
        <section className="mt-8">
          <SectionHeading>{t("book.actions")}</SectionHeading>
          {actions.length === 0 ? <p>{t("book.noActions")}</p> : null}
          <div className="buttons">
            {actions.map((action) => (
              <Button
                key={action}
                kind={action === "revoke" ? "danger" : "secondary"}
                href={certificateActionPath(serial, action)}
              >
                {t(`book.act_${action}`)}
              </Button>
            ))}
          </div>
          <p className="mt-4">
            <a href={signedCopyPath(serial)}>{t("signedCopy.title")}</a>
          </p>
        </section>
      </div>
      <CertificateSheet paper={view.paper} qr={view.qr} logo={view.logo} />
    </Page>
  );
}
