import { LEAST_PEOPLE, type PaceRate } from "~/domain/assessment/signals/pace-rates";
import { DataTable } from "~/ui/kit/data-table";
import { SectionHeading } from "~/ui/kit/section-heading";
import { formatNumber, formatPercent } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

/** How often the pace was impossible, unit by unit; small units by their name alone. */
export function PaceTable({
  rates,
  unit,
  href,
}: {
  rates: readonly PaceRate[] | null;
  /** The code of the unit that the page is about. */
  unit: string | null;
  /** The same page for a unit and those below it. */
  href: (unitCode: string) => string;
}) {
  const t = useWords();
  const { language } = t;
  const keptBack = (rate: PaceRate) =>
    rate.kind === "few" ? t("signals.few", { least: LEAST_PEOPLE }) : t("signals.hidden");
  const figure = (rate: PaceRate, key: "people" | "papers") =>
    rate.kind === "rate" ? formatNumber(rate[key], { language }) : t("kit.noValue");
  const share = (rate: PaceRate, key: "paperPace" | "lessonPace") =>
    rate.kind === "rate"
      ? t("signals.rate", {
          count: rate[key],
          percent: formatPercent(rate[key] / rate.papers, { decimals: 1, language }),
        })
      : t("kit.noValue");
  return (
    <section>
      <SectionHeading lead={rates ? t("signals.paceLead", { least: LEAST_PEOPLE }) : null}>
        {t("signals.pace")}
      </SectionHeading>
      {rates ? (
        <DataTable
          caption={t("signals.pace")}
          hideCaption
          rows={rates}
          rowKey={({ code }) => code}
          empty={<p>{t("signals.noPapers")}</p>}
          columns={[
            {
              key: "unit",
              header: t("signals.paceUnit"),
              rowHeader: true,
              cell: ({ code, name }) => (code === unit ? name : <a href={href(code)}>{name}</a>),
            },
            {
              key: "people",
              header: t("signals.pacePeople"),
              numeric: true,
              cell: (rate) => (rate.kind === "rate" ? figure(rate, "people") : keptBack(rate)),
            },
            {
              key: "papers",
              header: t("signals.pacePapers"),
              numeric: true,
              cell: (rate) => figure(rate, "papers"),
            },
            { key: "paper", header: t("signals.paperPace"), numeric: true, cell: (rate) => share(rate, "paperPace") },
            {
              key: "lesson",
              header: t("signals.lessonPace"),
              numeric: true,
              cell: (rate) => share(rate, "lessonPace"),
            },
          ]}
        />
      ) : (
        <p>{t("signals.noPaceCheck")}</p>
      )}
    </section>
  );
}
