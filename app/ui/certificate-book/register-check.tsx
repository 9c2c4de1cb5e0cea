import { type BookCheck, isGapless } from "~/domain/certificates/register";
import { ConfirmDetails } from "~/ui/kit/confirm-details";
import { Notice } from "~/ui/kit/notice";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";

export interface RegisterCheckProps {
  check: BookCheck;
  whole: boolean;
  problem: string | null;
  typed: { number: string; reason: string } | null;
}

/** Whether every number of the book is accounted for; where one is not, the officer of the whole says why. */
export function RegisterCheck({ check, whole, problem, typed }: RegisterCheckProps) {
  const t = useWords();
  const counts = t("book.checkCounts", {
    certificates: check.certificates,
    revoked: check.revoked,
    reissued: check.reissued,
    voids: check.voids,
  });
  if (isGapless(check)) {
    return (
      <Notice kind="success" title={t("book.gapless", { last: check.lastNumber })}>
        {counts}
      </Notice>
    );
  }
  const numbers = check.missing.join(", ");
  return (
    <div className="flex flex-col gap-4">
      <Notice kind="danger" title={t("book.gaps", { count: check.missingCount })}>
        <p>{counts}</p>
        {check.missingCount > 0 ? (
          <p>
            {t("book.gapsText", {
              numbers: check.missingCount > check.missing.length ? t("book.gapsMore", { numbers }) : numbers,
            })}
          </p>
        ) : null}
        {check.beyond > 0 ? <p>{t("book.beyond", { count: check.beyond })}</p> : null}
      </Notice>
      {problem ? <Notice kind="warning">{problem}</Notice> : null}
      {whole && check.missingCount > 0 ? (
        <ConfirmDetails
          label={t("book.voidLabel")}
          question={t("book.voidQuestion")}
          consequence={t("book.voidConsequence")}
          confirmLabel={t("book.voidConfirm")}
          name="intent"
          value="void"
        >
          <TextField
            id="void-number"
            name="number"
            label={t("book.voidNumber")}
            size="short"
            inputMode="numeric"
            defaultValue={typed?.number ?? String(check.missing[0] ?? "")}
          />
          <TextArea id="void-reason" name="reason" label={t("book.voidReason")} rows={2} defaultValue={typed?.reason} />
        </ConfirmDetails>
      ) : null}
    </div>
  );
}
