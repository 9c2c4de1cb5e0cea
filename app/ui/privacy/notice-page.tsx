import type { Agency } from "~/domain/organization/agency";
import type { RetentionPlan } from "~/domain/privacy/retention";
import { formatDateTime } from "~/domain/time";
import { privacyNoticePath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { Notice } from "~/ui/kit/notice";
import { useWords } from "~/ui/words/use-words";
import { NoticeText } from "./notice-text";

/** The notice, shown once after signing in: what it says, and that it was read. */
export function NoticePage({
  agency,
  plan,
  readAt,
  next,
  onward,
}: {
  agency: Agency;
  plan: RetentionPlan;
  /** When this version was read; null: not yet. */
  readAt: Date | null;
  next: string | null;
  /** Where to go on to without pressing the button. */
  onward: string;
}) {
  const t = useWords();
  return (
    <Page title={t("notice.title")} lead={t("notice.lead")} width="reading">
      <Notice>
        <p>{t("notice.noConsent")}</p>
        <p>{t("notice.firstTime")}</p>
      </Notice>
      <div className="pt-4 pb-6">
        <NoticeText agency={agency} plan={plan} />
      </div>
      {readAt ? (
        <p className="muted">{t("notice.readOn", { at: formatDateTime(new Date(readAt)) })}</p>
      ) : (
        <form method="post" action={privacyNoticePath(next ?? undefined)} className="buttons no-print">
          <Button icon="check">{t("notice.read")}</Button>
          <Button href={onward} kind="quiet">
            {t("notice.later")}
          </Button>
        </form>
      )}
    </Page>
  );
}
