import { certificatePaper } from "~/domain/certificates/paper";
import type { FoundCertificate, Verification } from "~/domain/certificates/verification";
import { formatDate, formatDay } from "~/domain/time";
import { verifyStartPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { DescriptionList } from "~/ui/kit/description-list";
import { Notice, type NoticeKind } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";
import { VerifyForm } from "./verify-form";

const NOTICE: Record<FoundCertificate["kind"], NoticeKind> = {
  valid: "success",
  revoked: "danger",
  expired: "warning",
  replaced: "warning",
};

/** The answer in words that a citizen understands, and what to hold it against. */
export function VerificationAnswer({ verification }: { verification: Verification }) {
  const t = useWords();
  if (verification.kind === "malformed") {
    const { typed, because } = verification;
    return (
      <div className="grid gap-6">
        <p>{typed === "" ? t("verify.emptyText") : t("verify.malformedText", { typed })}</p>
        <VerifyForm typed={typed} problem={because} />
      </div>
    );
  }
  if (verification.kind === "unknown") {
    return (
      <div className="grid gap-8">
        <Notice kind="warning" title={t("verify.code", { serial: verification.serial })}>
          {t("verify.unknownText")}
        </Notice>
        <VerifyForm typed={verification.serial} />
      </div>
    );
  }
  return <FoundAnswer found={verification} />;
}

function FoundAnswer({ found }: { found: FoundCertificate }) {
  const t = useWords();
  const { kind, serial, since } = found;
  return (
    <>
      <Notice kind={NOTICE[kind]} title={t("verify.code", { serial })}>
        <p>{t(`verify.${kind}Text`, { date: formatDate(since) })}</p>
        {found.reasonClass ? (
          <p>{t("verify.reason", { reason: t(`certificate.class_${found.reasonClass}`) })}</p>
        ) : null}
        {found.replacedByNumber ? <p>{t("verify.replacedBy", { number: found.replacedByNumber })}</p> : null}
        {kind === "valid" && found.facts.expiresOn ? (
          <p>{t("verify.validUntil", { date: formatDay(found.facts.expiresOn) })}</p>
        ) : null}
      </Notice>
      <div className="mt-8 grid gap-10 lg:grid-cols-[3fr_2fr]">
        <section>
          <SectionHeading lead={t(kind === "valid" ? "verify.paperLead" : "verify.paperLeadInvalid")}>
            {t(kind === "valid" ? "verify.paperTitle" : "verify.paperTitleInvalid")}
          </SectionHeading>
          <PrintedFacts found={found} />
        </section>
        <section>
          <SectionHeading>{t("verify.compareTitle")}</SectionHeading>
          <div className="prose mt-3">
            <ol>
              <li>{t("verify.compareAddress")}</li>
              <li>{t("verify.compareName")}</li>
              <li>{t("verify.compareNumber")}</li>
            </ol>
            <p>{t("verify.compareDiffers")}</p>
            {found.facts.digitallySigned ? null : <p>{t("verify.unsigned")}</p>}
          </div>
          <div className="buttons no-print mt-6">
            <Button kind="secondary" icon="search" href={verifyStartPath()}>
              {t("verify.again")}
            </Button>
          </div>
        </section>
      </div>
    </>
  );
}

/** In the order of the paper and in its own words. */
function PrintedFacts({ found }: { found: FoundCertificate }) {
  const t = useWords();
  const { facts } = found;
  const paper = certificatePaper(facts);
  return (
    <DescriptionList
      facts={[
        { term: t("verify.fullName"), detail: <strong lang="vi">{paper.fullName}</strong> },
        { term: t("verify.post"), detail: <span lang="vi">{paper.post}</span> },
        { term: t("verify.course"), detail: <span lang="vi">{paper.courseName}</span> },
        ...paper.details.map(({ label, value }) => ({
          term: <span lang="vi">{label}</span>,
          detail: <span lang="vi">{value}</span>,
        })),
        { term: t("verify.issuer"), detail: <span lang="vi">{`${facts.issuerName}, ${facts.issuerParentName}`}</span> },
        { term: t("verify.number"), detail: <span className="tabular">{facts.number}</span> },
        { term: t("verify.register"), detail: <span className="tabular">{paper.check[0]!.value}</span> },
        { term: t("verify.issued"), detail: <span lang="vi">{paper.placeAndDate}</span> },
        {
          term: t("verify.signer"),
          detail: <span lang="vi">{[facts.signerTitle, facts.signerName].filter(Boolean).join(" ")}</span>,
        },
        { term: t("verify.serial"), detail: <span className="tabular">{found.serial}</span> },
      ]}
    />
  );
}
