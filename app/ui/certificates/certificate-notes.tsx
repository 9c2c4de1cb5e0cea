import type { OwnCertificate } from "~/domain/certificates/certificate";
import { formatDate } from "~/domain/time";
import { certificatePath, verifyPath } from "~/paths";
import { DescriptionList } from "~/ui/kit/description-list";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { CertificateHistory } from "./certificate-history";
import { StatusTag, type StatusTone } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";

type Status = OwnCertificate["standing"]["status"];

export const STATUS_LABEL = {
  valid: "statusValid",
  revoked: "statusRevoked",
  expired: "statusExpired",
  reissued: "statusReissued",
} as const;
export const STATUS_TONE: Record<Status, StatusTone> = {
  valid: "success",
  revoked: "danger",
  expired: "warning",
  reissued: "neutral",
};

/** Above the paper, when it no longer holds. */
export function CertificateNotice({ standing }: Pick<OwnCertificate, "standing">) {
  const t = useWords();
  const { status, since } = standing;
  if (status === "valid") return null;
  return (
    <Notice
      kind={status === "revoked" ? "danger" : "warning"}
      title={t(`certificate.${status}Title`, { date: formatDate(since) })}
    >
      {t(`certificate.${status}Text`)}
    </Notice>
  );
}

/** Below the paper: how it is checked, what it counts for, how it prints. */
export function CertificateNotes({ certificate }: { certificate: OwnCertificate }) {
  const t = useWords();
  const { serial, standing, history, succession } = certificate;
  return (
    <section className="no-print">
      <SectionHeading>{t("certificate.about")}</SectionHeading>
      <DescriptionList
        facts={[
          {
            term: t("certificate.state"),
            detail: (
              <StatusTag tone={STATUS_TONE[standing.status]}>
                {t(`certificate.${STATUS_LABEL[standing.status]}`)}
              </StatusTag>
            ),
          },
          { term: t("certificate.course"), detail: certificate.courseName },
          { term: t("certificate.serial"), detail: <span className="tabular">{serial}</span> },
          {
            term: t("certificate.verifyAt"),
            detail: (
              <>
                <a href={verifyPath(serial)}>{certificate.paper.checkLink}</a>
                <p className="muted">{t("certificate.verifyHint")}</p>
              </>
            ),
          },
          {
            term: t("certificate.signature"),
            detail: t(certificate.digitallySigned ? "certificate.signed" : "certificate.unsigned"),
          },
          { term: t("certificate.counts"), detail: t("certificate.countsText") },
          { term: t("certificate.print"), detail: t("certificate.printHint") },
        ]}
      />
      <CertificateHistory history={history} succession={succession} hrefOf={certificatePath} />
    </section>
  );
}
