import type { ComparedLesson } from "~/domain/courses/compare/comparison";
import { formatDay } from "~/domain/time";
import { DataTable } from "~/ui/kit/data-table";
import { useWords } from "~/ui/words/use-words";

const dayOrText = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text) : text);

/** What changed of a lesson beside its text: title, aims, legal basis, review days. */
export function HeadChanges({ head }: Pick<ComparedLesson, "head">) {
  const t = useWords();
  if (head.length === 0) return null;
  const shown = (text: string | null) => (text === null || text === "" ? t("review.nothing") : dayOrText(text));
  return (
    <DataTable
      caption={t("review.changes")}
      hideCaption
      rows={head}
      rowKey={({ part }) => part}
      columns={[
        { key: "part", header: t("review.fact"), rowHeader: true, cell: ({ part }) => t(`review.head_${part}`) },
        { key: "before", header: t("review.before"), cell: ({ before }) => shown(before) },
        { key: "after", header: t("review.after"), cell: ({ after }) => shown(after) },
      ]}
    />
  );
}
