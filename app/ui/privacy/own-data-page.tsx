import { jobsPath, ownDataPath, recordPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { Notice } from "~/ui/kit/notice";
import { useWords } from "~/ui/words/use-words";

/** What the file of one's own data holds, and the button that begins it. */
export function OwnDataPage({ hasRecord }: { hasRecord: boolean }) {
  const t = useWords();
  return (
    <Page
      title={t("myData.ownTitle")}
      lead={t("myData.ownLead")}
      width="reading"
      crumbs={hasRecord ? [{ label: t("learning.recordTitle"), href: recordPath() }] : undefined}
    >
      <div className="prose">
        <p>{t("myData.ownWhat")}</p>
        <ul>
          <li>{t("myData.ownPage")}</li>
          <li>{t("myData.ownJson")}</li>
          <li>{t("myData.ownPdf")}</li>
        </ul>
        <p>{t("myData.ownNot")}</p>
      </div>
      <Notice kind="warning">{t("myData.ownCare")}</Notice>
      <form method="post" action={ownDataPath()} className="buttons">
        <Button icon="download">{t("myData.ownPrepare")}</Button>
        <Button href={jobsPath()} kind="quiet">
          {t("myData.ownJobs")}
        </Button>
      </form>
    </Page>
  );
}
