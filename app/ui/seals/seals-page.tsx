import { isRecordTable, type Seal } from "~/domain/seals/seal";
import { formatDay } from "~/domain/time";
import { sealsPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { DescriptionList } from "~/ui/kit/description-list";
import { EmptyState } from "~/ui/kit/empty-state";
import { Pagination } from "~/ui/kit/pagination";
import { formatNumber } from "~/ui/words/format";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";

export interface SealsPageProps {
  page: { key: string; seals: Seal[]; next: number | null };
  first: boolean;
}

/** Every seal with its root, key and signature: what is printed on reports can be looked up here, and copied from here. */
export function SealsPageView({ page, first }: SealsPageProps) {
  const t = useWords();
  const { key, seals, next } = page;
  return (
    <Page title={t("seals.title")} lead={t("seals.lead")} width="reading">
      <div className="flex flex-col gap-6">
        <DescriptionList facts={[{ term: t("seals.key"), detail: <code className="break-all">{key}</code> }]} />
        <p className="hint break-words">{t("seals.keyHint", { key: `${key.slice(0, 8)}…` })}</p>
        {seals.length === 0 ? (
          <EmptyState icon="clock" title={t("seals.emptyTitle")}>
            {t("seals.emptyText")}
          </EmptyState>
        ) : (
          <ol className="flex flex-col gap-4 list-none p-0" aria-label={t("seals.caption")}>
            {seals.map((seal) => (
              <SealItem key={seal.root} seal={seal} current={key} />
            ))}
          </ol>
        )}
        <Pagination
          previousHref={first ? undefined : sealsPath()}
          previousIsStart
          nextHref={next === null ? undefined : sealsPath(next)}
        />
      </div>
    </Page>
  );
}

function SealItem({ seal, current }: { seal: Seal; current: string }) {
  const t = useWords();
  const { number, day, entries, counts, previous } = seal.statement;
  return (
    <li className="card break-inside-avoid">
      <h2 className="card-title">{t("seals.details", { number: String(number), day: formatDay(day) })}</h2>
      <DescriptionList
        facts={[
          { term: t("seals.root"), detail: <code className="break-all">{seal.root}</code> },
          { term: t("seals.entries"), detail: formatNumber(entries, { language: t.language }) },
          { term: t("seals.counts"), detail: entries === 0 ? t("seals.nothingNew") : countsInWords(t, counts) },
          { term: t("seals.previous"), detail: previous && <code className="break-all">{previous}</code> },
          { term: t("seals.signature"), detail: <code className="break-all">{seal.signature}</code> },
          {
            term: t("seals.signedBy"),
            detail: seal.publicKey === current ? null : <code className="break-all">{seal.publicKey}</code>,
          },
        ]}
      />
    </li>
  );
}

function countsInWords(t: Translate, counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([table, count]) => (isRecordTable(table) ? t(`seals.table_${table}`, { count }) : `${table}: ${count}`))
    .join(", ");
}
