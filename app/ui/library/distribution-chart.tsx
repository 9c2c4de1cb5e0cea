import type { Band } from "~/domain/assessment/statistics/distribution";
import { Disclosure } from "~/ui/kit/disclosure";
import { SectionHeading } from "~/ui/kit/section-heading";
import { formatMarks, formatNumber, formatPercent } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

/** The drawing, in its own units: four to a per cent across. */
const WIDE = 400;
const FLOOR = 160;
const HIGHEST = 110;
const across = (percent: number) => (percent / 100) * WIDE;

/** How many papers have which result, with the pass mark; the same as a table below. */
export function DistributionChart({ bands, passPercent }: { bands: readonly Band[]; passPercent: number }) {
  const t = useWords();
  const { language } = t;
  const most = Math.max(1, ...bands.map(({ count }) => count));
  const all = bands.reduce((sum, { count }) => sum + count, 0);
  const pass = `${formatMarks(passPercent, language)}%`;
  const inWords = bands
    .filter(({ count }) => count > 0)
    .map(({ from, to, count }) => t("statistics.band", { from, to, count }))
    .join("; ");
  return (
    <section className="mt-8">
      <SectionHeading level={3}>{t("statistics.distribution")}</SectionHeading>
      <svg
        className="chart chart-wide"
        viewBox={`-18 0 ${WIDE + 36} ${FLOOR + 24}`}
        role="img"
        aria-label={t("statistics.distributionOf", { pass, bands: inWords })}
      >
        <path className="chart-line" d={`M${across(passPercent)} 22V${FLOOR}`} />
        {bands.map(({ from, to, count }) => {
          const high = (count / most) * HIGHEST;
          const middle = across((from + to) / 2);
          return count === 0 ? null : (
            <g key={from}>
              <rect
                className="chart-bar"
                x={across(from) + 3}
                width={across(to - from) - 6}
                y={FLOOR - Math.max(2, high)}
                height={Math.max(2, high)}
              />
              <text x={middle} y={FLOOR - high - 6} textAnchor="middle">
                {formatNumber(count, { language })}
              </text>
            </g>
          );
        })}
        <path className="chart-axis" d={`M0 ${FLOOR}h${WIDE}`} />
        {[0, 20, 40, 60, 80, 100].map((percent) => (
          <text key={percent} className="chart-tick" x={across(percent)} y={FLOOR + 18} textAnchor="middle">
            {`${percent}%`}
          </text>
        ))}
        <text
          className="chart-strong"
          x={across(passPercent)}
          y={14}
          textAnchor={passPercent > 60 ? "end" : passPercent < 40 ? "start" : "middle"}
        >
          {t("statistics.passMark", { pass })}
        </text>
      </svg>
      <Disclosure summary={t("statistics.bandsTable")}>
        <table className="tabular">
          <caption className="visually-hidden">{t("statistics.distribution")}</caption>
          <thead>
            <tr>
              <Head>{t("statistics.bandHead")}</Head>
              <Head>{t("statistics.answered")}</Head>
              <Head>{t("statistics.share")}</Head>
            </tr>
          </thead>
          <tbody>
            {bands.map(({ from, to, count }) => (
              <tr key={from}>
                <th scope="row" className="pr-6 text-left font-normal">
                  {t(to === 100 ? "statistics.bandLast" : "statistics.bandRange", { from, to })}
                </th>
                <td className="pr-6 text-right">{formatNumber(count, { language })}</td>
                <td className="text-right">
                  {all === 0 ? t("kit.noValue") : formatPercent(count / all, { decimals: 1, language })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </section>
  );
}

function Head({ children }: { children: string }) {
  return (
    <th scope="col" className="pr-6 text-left text-sm last:pr-0">
      {children}
    </th>
  );
}
