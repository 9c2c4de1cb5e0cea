import type { AttemptEventRow } from "~/domain/assessment/attempt-events";
import { formatDateTime } from "~/domain/time";
import { DataTable } from "~/ui/kit/data-table";
import { formatPercent } from "~/ui/words/format";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";

/** What was done to an attempt, the latest first. */
export function AttemptEventsTable({ events }: { events: readonly AttemptEventRow[] }) {
  const t = useWords();
  return (
    <DataTable
      hideCaption
      caption={t("accommodation.events")}
      rows={events}
      rowKey={({ id }) => id}
      empty={<p>{t("accommodation.noEvents")}</p>}
      columns={[
        {
          key: "what",
          header: t("accommodation.eventWhat"),
          rowHeader: true,
          cell: (event) => (
            <>
              {t(`accommodation.event_${event.kind}`)}
              {changesInWords(t, event).map((sentence) => (
                <span key={sentence} className="hint block font-normal">
                  {sentence}
                </span>
              ))}
            </>
          ),
        },
        {
          key: "when",
          header: t("accommodation.eventWhen"),
          cell: ({ at }) => <span className="tabular">{formatDateTime(at)}</span>,
        },
        { key: "who", header: t("accommodation.eventWho"), cell: ({ actorName }) => actorName },
        { key: "why", header: t("accommodation.eventWhy"), cell: ({ reason }) => reason ?? t("kit.noValue") },
      ]}
    />
  );
}

function changesInWords(t: Translate, { before, after }: AttemptEventRow): string[] {
  const sentences: string[] = [];
  if (typeof after?.["deadlineAt"] === "string") {
    sentences.push(
      t("accommodation.eventDeadline", {
        before: instant(t, before?.["deadlineAt"]),
        after: instant(t, after["deadlineAt"]),
      }),
    );
  }
  if (before && "percent" in before) {
    sentences.push(
      t("accommodation.eventPercent", { before: percent(t, before["percent"]), after: percent(t, after?.["percent"]) }),
    );
  }
  return sentences;
}

const instant = (t: Translate, value: unknown) =>
  typeof value === "string" ? formatDateTime(new Date(value)) : t("accommodation.eventNone");

const percent = (t: Translate, value: unknown) =>
  typeof value === "number"
    ? formatPercent(value / 100, { decimals: Number.isInteger(value) ? 0 : 1, language: t.language })
    : t("accommodation.eventNone");
