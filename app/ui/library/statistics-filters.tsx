import type { StatisticsView } from "~/domain/assessment/statistics/statistics-view";
import { type StatisticsFilter, statisticsPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { Select } from "~/ui/kit/select";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";

/** Which version and which days; the attempts that count stay as they are chosen. */
export function StatisticsFilters({ view, filter }: { view: StatisticsView; filter: Required<StatisticsFilter> }) {
  const t = useWords();
  const { course, versions } = view;
  const everyDay = { attempts: filter.attempts, version: filter.version };
  return (
    <form method="get" action={statisticsPath(course.slug)} role="search" className="no-print mb-6">
      <input type="hidden" name="attempts" value={filter.attempts} />
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4 [&_.field]:m-0">
        <Select
          id="statistics-version"
          name="version"
          label={t("statistics.versionLabel")}
          placeholder={false}
          size="medium"
          options={versions.map(({ number, current, papers }) => ({
            value: String(number),
            label: t(current ? "statistics.versionCurrent" : "statistics.versionChoice", {
              number: String(number),
              count: papers,
            }),
          }))}
          defaultValue={filter.version}
        />
        <TextField
          id="statistics-from"
          name="from"
          label={t("statistics.from")}
          placeholder="01/11/2026"
          defaultValue={filter.from}
          size="short"
          inputMode="numeric"
        />
        <TextField
          id="statistics-to"
          name="to"
          label={t("statistics.to")}
          placeholder="30/11/2026"
          defaultValue={filter.to}
          size="short"
          inputMode="numeric"
        />
        <div className="buttons">
          <Button kind="secondary" icon="search">
            {t("statistics.show")}
          </Button>
          {filter.from || filter.to ? (
            <a href={statisticsPath(course.slug, everyDay)}>{t("statistics.clear")}</a>
          ) : null}
        </div>
      </div>
    </form>
  );
}
