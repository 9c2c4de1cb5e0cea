import { type StaffFilter, staffExportPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { useWords } from "~/ui/words/use-words";

/** The list as a file: what is filtered on the page is filtered in it. */
export function ExportLinks({ filter }: { filter: StaffFilter }) {
  const t = useWords();
  return (
    <>
      <Button kind="secondary" icon="download" href={staffExportPath("xlsx", filter)} download>
        {t("staff.exportXlsx")}
      </Button>
      <Button kind="quiet" href={staffExportPath("csv", filter)} download>
        {t("staff.exportCsv")}
      </Button>
    </>
  );
}
