import type { TopicOverview } from "~/domain/assessment/bank-overview";
import { type Column, DataTable } from "~/ui/kit/data-table";
import { useWords } from "~/ui/words/use-words";
import { DIFFICULTIES, STATUSES, TYPES } from "./question-words";

type Count = (topic: TopicOverview) => number;

/** How the questions are spread over topics, types, states and degrees; numbers that are nowhere above 0 have no column. */
export function BankTable({ topics }: { topics: readonly TopicOverview[] }) {
  const t = useWords();
  const counts: { key: string; header: string; count: Count; always?: boolean }[] = [
    { key: "drawn", header: t("library.drawn"), count: ({ drawn }) => drawn, always: true },
    { key: "total", header: t("library.total"), count: ({ total }) => total, always: true },
    ...keysOf(STATUSES).map((name) => ({
      key: name,
      header: t(STATUSES[name]),
      count: (topic: TopicOverview) => topic.byStatus[name],
    })),
    ...keysOf(TYPES).map((name) => ({
      key: name,
      header: t(TYPES[name]),
      count: (topic: TopicOverview) => topic.byType[name],
    })),
    ...keysOf(DIFFICULTIES).map((name) => ({
      key: name,
      header: t(DIFFICULTIES[name]),
      count: (topic: TopicOverview) => topic.byDifficulty[name],
    })),
  ];
  const shown = counts.filter(({ count, always }) => always || topics.some((topic) => count(topic) > 0));
  const sums = shown.map(({ key, count }) => [key, topics.reduce((sum, topic) => sum + count(topic), 0)] as const);
  const columns: Column<TopicOverview>[] = [
    { key: "topic", header: t("library.topic"), rowHeader: true, cell: ({ title }) => title },
    ...shown.map(({ key, header, count }) => ({ key, header, numeric: true, cell: count })),
  ];
  return (
    <DataTable
      caption={t("library.banks")}
      hideCaption
      rows={topics}
      rowKey={({ topic }) => topic}
      columns={columns}
      totals={{ topic: t("library.inAll"), ...Object.fromEntries(sums) }}
    />
  );
}

const keysOf = <Key extends string>(names: Record<Key, unknown>) => Object.keys(names) as Key[];
