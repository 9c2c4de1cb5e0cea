import type { SignedCopyShown } from "~/domain/certificates/signing/uploaded-signature";
import { formatDateTime } from "~/domain/time";
import { ownSignedCopyPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { DescriptionList } from "~/ui/kit/description-list";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag, type StatusTone } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";

const TONE: Record<SignedCopyShown["signature"]["chain"], StatusTone> = {
  "not-checked": "neutral",
  trusted: "success",
  "not-trusted": "warning",
};

/** What was found in a signed copy: who, when, what it covers, and what was not checked. */
export function SignedCopyFacts({ copy }: { copy: SignedCopyShown }) {
  const t = useWords();
  const { signature } = copy;
  const { timeStampedAt, statedAt } = signature;
  const time = timeStampedAt
    ? t("signedCopy.timeStamped", { time: formatDateTime(new Date(timeStampedAt)) })
    : statedAt
      ? t("signedCopy.timeStated", { time: formatDateTime(new Date(statedAt)) })
      : t("signedCopy.timeUnknown");
  return (
    <DescriptionList
      facts={[
        { term: t("signedCopy.signer"), detail: signature.signerName },
        { term: t("signedCopy.organization"), detail: signature.organization },
        { term: t("signedCopy.issuer"), detail: signature.issuerName },
        { term: t("signedCopy.time"), detail: time },
        {
          term: t("signedCopy.covers"),
          detail: <StatusTag tone="success">{t("signedCopy.coversWhole")}</StatusTag>,
        },
        { term: t("signedCopy.same"), detail: t(`signedCopy.same_${signature.sameBy}`) },
        {
          term: t("signedCopy.chain"),
          detail: (
            <>
              <StatusTag tone={TONE[signature.chain]}>{t(`signedCopy.chainTag_${signature.chain}`)}</StatusTag>
              <p className="muted">{t(`signedCopy.chain_${signature.chain}`)}</p>
            </>
          ),
        },
        {
          term: t("signedCopy.uploaded"),
          detail: t("signedCopy.uploadedBy", { time: formatDateTime(copy.madeAt), name: copy.madeByName }),
        },
        { term: "SHA-256", detail: <code className="break-all text-sm">{copy.sha256}</code> },
      ]}
    />
  );
}

/** On the owner's page: that there is one, and where to get it. */
export function OwnSignedCopy({ serial, copy, open }: { serial: string; copy: SignedCopyShown; open: boolean }) {
  const t = useWords();
  const { signerName, timeStampedAt, statedAt } = copy.signature;
  const time = formatDateTime(new Date(timeStampedAt ?? statedAt ?? copy.madeAt));
  return (
    <section className="no-print">
      <SectionHeading
        actions={
          open ? (
            <Button kind="secondary" icon="download" href={ownSignedCopyPath(serial)}>
              {t("signedCopy.download")}
            </Button>
          ) : null
        }
      >
        {t("signedCopy.ownTitle")}
      </SectionHeading>
      <p>{t("signedCopy.ownText", { signer: signerName, time })}</p>
    </section>
  );
}
