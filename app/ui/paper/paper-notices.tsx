import type { PaperPage } from "~/domain/assessment/paper";
import { formatDateTime } from "~/domain/time";
import { attemptPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { Notice } from "~/ui/kit/notice";
import { useWords } from "~/ui/words/use-words";
import type { SaverView } from "./use-answer-saver";

/** Why there are more questions than were announced. */
export function ExtraNotice({ extras }: Pick<PaperPage, "extras">) {
  const t = useWords();
  return (
    <>
      {extras.map(({ reason, from, count, tookSeconds, leastSeconds }) => (
        <Notice key={reason} kind="info" title={t("paper.extraTitle", { count })}>
          <p>
            {t(reason === "paper-pace" ? "paper.extraPaper" : "paper.extraLessons", {
              took: tookSeconds,
              least: leastSeconds,
            })}
          </p>
          <p>{t("paper.extraWhich", { from, to: from + count - 1 })}</p>
        </Notice>
      ))}
    </>
  );
}

export function LineNotice({ saver }: { saver: Pick<SaverView, "connected" | "recovered"> }) {
  const t = useWords();
  return (
    <div role="status">
      {!saver.connected ? <Notice kind="warning">{t("paper.offline")}</Notice> : null}
      {saver.connected && saver.recovered ? <Notice kind="success">{t("paper.backOnline")}</Notice> : null}
    </div>
  );
}

/** The time to answer is over, and what was saved can still be handed in. */
export function HandInOnly({ page, answered }: { page: PaperPage; answered: number }) {
  const t = useWords();
  return (
    <Notice kind="warning" title={t("paper.handInOnlyTitle")}>
      <p>
        {t("paper.handInOnlyText", {
          answered,
          total: page.paper.questions.length,
          time: formatDateTime(page.handInEndsAt).slice(-5),
        })}
      </p>
      <form method="post" action={attemptPath(page.attemptId)} className="buttons">
        <Button type="submit" name="intent" value="submit">
          {t("paper.submit")}
        </Button>
      </form>
    </Notice>
  );
}

/** The question before handing in, for pages without script. */
export function ConfirmHandIn({ page, answered }: { page: PaperPage; answered: number }) {
  const t = useWords();
  const total = page.paper.questions.length;
  return (
    <Notice kind="warning" title={t("paper.submitQuestion")}>
      <p>{answered === total ? t("paper.submitAll", { total }) : t("paper.submitSome", { count: total - answered })}</p>
      <form method="post" action={attemptPath(page.attemptId)} className="buttons">
        <Button type="submit" name="intent" value="submit">
          {t("paper.submitAnyway")}
        </Button>
        <Button kind="secondary" href={attemptPath(page.attemptId)}>
          {t("paper.goBack")}
        </Button>
      </form>
    </Notice>
  );
}
