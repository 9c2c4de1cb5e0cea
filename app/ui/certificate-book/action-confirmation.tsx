import type { ActionFields } from "~/domain/certificates/action-form";
import type { CertificateAction, ReasonClass } from "~/domain/certificates/history";
import type { ReissueView } from "~/domain/certificates/reissue";
import { formatDay, parseDay } from "~/domain/time";
import { Button } from "~/ui/kit/button";
import { DescriptionList } from "~/ui/kit/description-list";
import { PostForm } from "~/ui/kit/post-form";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";

export interface ActionConfirmationProps {
  action: CertificateAction;
  number: string;
  name: string;
  values: Partial<ActionFields>;
  basis: ReissueView | null;
}

/** What follows from an action, with everything that was entered; a second button does it. */
export function ActionConfirmation({ action, number, name, values, basis }: ActionConfirmationProps) {
  const t = useWords();
  const day = values.lastDay ? parseDay(values.lastDay) : null;
  const told = { number, name, date: day ? formatDay(day) : "" };
  const consequences =
    action === "revoke"
      ? ([1, 2, 3, 4] as const).map((each) => t(`book.revokeConsequence${each}`, told))
      : action === "reissue"
        ? [
            ...([1, 2, 3] as const).map((each) => t(`book.reissueConsequence${each}`, told)),
            basis?.kind === "corrected"
              ? t("book.reissueConsequence4Corrected", { date: formatDay(basis.completedOn), result: basis.result })
              : t("book.reissueConsequence4"),
          ]
        : ([1, 2, 3] as const).map((each) => t(`book.expireConsequence${each}`, told));
  return (
    <section className="card card-strong mb-8" aria-labelledby="confirm">
      <SectionHeading id="confirm">{t("book.confirmTitle")}</SectionHeading>
      <ul className="prose list-disc pl-5">
        {consequences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="mt-4">
        <DescriptionList
          facts={[
            ...(action === "reissue"
              ? [
                  { term: t("book.nameOnPaper"), detail: values.fullName },
                  { term: t("book.positionOnPaper"), detail: values.positionTitle },
                  { term: t("book.unitOnPaper"), detail: values.unitName },
                ]
              : []),
            ...(day ? [{ term: t("book.lastDay"), detail: formatDay(day) }] : []),
            { term: t("book.reasonClass"), detail: t(`certificate.class_${values.reasonClass as ReasonClass}`) },
            { term: t("book.reason"), detail: values.reason },
          ]}
        />
      </div>
      <PostForm className="mt-4">
        {Object.entries(values).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <Button kind={action === "reissue" ? "primary" : "danger"} name="intent" value="apply">
          {t(`book.confirm_${action}`)}
        </Button>
      </PostForm>
    </section>
  );
}
