import { DataTable } from "~/ui/kit/data-table";
import { useWords } from "~/ui/words/use-words";

export interface ChangeLine {
  name: string;
  before: string | null;
  after: string | null;
}

/** Line by line what is there now and what will be. */
export function ChangeTable({ lines, after }: { lines: readonly ChangeLine[]; after?: string }) {
  const t = useWords();
  const shown = (text: string | null) => text ?? t("staffChange.empty");
  return (
    <DataTable
      hideCaption
      caption={t("staffChange.confirmTitle")}
      rows={lines}
      rowKey={(line) => line.name}
      columns={[
        { key: "name", header: t("staffChange.what"), rowHeader: true, cell: (line) => line.name },
        { key: "before", header: t("staffChange.now"), cell: (line) => shown(line.before) },
        {
          key: "after",
          header: after ?? t("staffChange.after"),
          cell: (line) => (line.after === line.before ? shown(line.after) : <strong>{shown(line.after)}</strong>),
        },
      ]}
    />
  );
}
