import type { CredentialCheck, StatusAnswer } from "~/domain/certificates/credential/check-credential";
import type { FileCheck } from "~/domain/certificates/credential/check-file";
import type { DocumentCheck } from "~/domain/certificates/credential/document-statement";
import { formatDateTime, formatDay } from "~/domain/time";
import { verifyPath } from "~/paths";
import { DescriptionList } from "~/ui/kit/description-list";
import { Notice } from "~/ui/kit/notice";
import { StatusTag } from "~/ui/kit/status-tag";
import { formatBytes } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { NameComparison } from "./name-comparison";

/** What was found in a file, in words, with what was not checked. */
export function FileCheckAnswer({ answer }: { answer: FileCheck }) {
  const t = useWords();
  if (answer.kind === "other")
    return (
      <Notice kind="warning" title={t("fileCheck.otherTitle")}>
        {t("fileCheck.otherText")}
      </Notice>
    );
  if (answer.check.kind === "cannot") {
    return (
      <Notice kind="warning" title={t("fileCheck.cannotTitle")}>
        {t("fileCheck.cannotText")}
      </Notice>
    );
  }
  return answer.kind === "pdf" ? (
    <PdfAnswer check={answer.check} status={answer.status} />
  ) : (
    <JsonAnswer check={answer.check} />
  );
}

function PdfAnswer({
  check,
  status,
}: {
  check: Exclude<DocumentCheck, { kind: "cannot" }>;
  status: StatusAnswer | null;
}) {
  const t = useWords();
  if (check.kind === "no-statement") {
    return (
      <Notice kind="warning" title={t("fileCheck.noStatementTitle")}>
        {t("fileCheck.noStatementText")}
      </Notice>
    );
  }
  if (check.kind === "changed") {
    const { serial } = check;
    return (
      <>
        <Notice kind="danger" title={t("fileCheck.changedTitle")}>
          {serial === null ? t("fileCheck.changedText") : t("fileCheck.changedSerialText", { serial })}
        </Notice>
        {serial === null ? null : <VerifyLink serial={serial} />}
      </>
    );
  }
  const { serial, number } = check.statement;
  return (
    <>
      {check.kind === "as-issued" ? (
        <Notice kind="success" title={t("fileCheck.asIssuedTitle")}>
          <p>{t("fileCheck.asIssuedText", { number, serial })}</p>
          <p>{t(check.digitallySigned ? "fileCheck.asIssuedSigned" : "fileCheck.asIssuedUnsigned")}</p>
        </Notice>
      ) : (
        <Notice kind="warning" title={t("fileCheck.addedTitle")}>
          {t("fileCheck.addedText", {
            number,
            serial,
            size: formatBytes(check.addedBytes, { language: t.language }),
          })}
        </Notice>
      )}
      <div className="mt-4">
        <DescriptionList
          facts={[
            { term: t("fileCheck.status"), detail: status && <Status status={status} /> },
            { term: t("fileCheck.number"), detail: number },
            { term: t("fileCheck.serial"), detail: <span className="tabular">{serial}</span> },
          ]}
        />
      </div>
      <VerifyLink serial={serial} />
    </>
  );
}

function JsonAnswer({ check }: { check: Exclude<CredentialCheck, { kind: "cannot" }> }) {
  const t = useWords();
  if (check.kind === "failed") {
    return (
      <Notice kind="danger" title={t("fileCheck.failedTitle")}>
        {t(`fileCheck.failed_${check.because}`)}
      </Notice>
    );
  }
  const { facts, status } = check;
  return (
    <>
      <Notice kind="success" title={t("fileCheck.verifiedTitle")}>
        {t("fileCheck.verifiedText")}
      </Notice>
      <div className="mt-4">
        <DescriptionList
          facts={[
            { term: t("fileCheck.status"), detail: <Status status={status} /> },
            { term: t("fileCheck.course"), detail: facts.courseName },
            { term: t("fileCheck.issuer"), detail: facts.issuerName },
            { term: t("fileCheck.number"), detail: facts.number },
            { term: t("fileCheck.serial"), detail: <span className="tabular">{facts.serial}</span> },
            { term: t("fileCheck.result"), detail: facts.result.replace(/^Kết quả: |\.$/g, "") },
            { term: t("fileCheck.completed"), detail: formatDay(facts.completedOn) },
            { term: t("fileCheck.issued"), detail: formatDateTime(new Date(facts.issuedAt)) },
          ]}
        />
      </div>
      {facts.name ? <NameComparison facts={facts} /> : null}
      <VerifyLink serial={facts.serial} />
    </>
  );
}

const TONE = { valid: "success", revoked: "danger", reissued: "warning", expired: "warning" } as const;

/** What the list says and as of when: it may have changed since. */
function Status({ status }: { status: StatusAnswer }) {
  const t = useWords();
  if (status.kind === "unknown") return <StatusTag tone="neutral">{t("fileCheck.statusUnknown")}</StatusTag>;
  return (
    <>
      <StatusTag tone={TONE[status.status]}>{t(`fileCheck.status_${status.status}`)}</StatusTag>{" "}
      <span className="muted">{t("fileCheck.statusAsOf", { time: formatDateTime(new Date(status.asOf)) })}</span>
    </>
  );
}

function VerifyLink({ serial }: { serial: string }) {
  const t = useWords();
  return (
    <p className="mt-4">
      <a href={verifyPath(serial)}>{t("fileCheck.openVerify", { serial })}</a>
    </p>
  );
}
