import type { SupplementCount, OwingOfficial } from "~/domain/completion/supplements/supplement-view";
import { formatDate, formatDay } from "~/domain/time";
import {
  documentPath,
  documentsPath,
  libraryCoursePath,
  owedSupplementPath,
  owedSupplementsPath,
  overviewPath,
  personPath,
  supplementPath,
  supplementsPath,
} from "~/paths";
import { Page } from "~/ui/frame/page";
import { DataTable } from "~/ui/kit/data-table";
import { DescriptionList } from "~/ui/kit/description-list";
import { EmptyState } from "~/ui/kit/empty-state";
import { Pagination } from "~/ui/kit/pagination";
import { SectionHeading } from "~/ui/kit/section-heading";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

/** The supplements with how many have done them, for the studio or (`hr`) for a scope of people. */
export function SupplementsPage({ supplements, hr }: { supplements: readonly SupplementCount[]; hr: boolean }) {
  const t = useWords();
  return (
    <Page
      title={t("supplement.listTitle")}
      lead={t("supplement.listLead")}
      crumbs={[
        hr
          ? { label: t("frame.overview"), href: overviewPath() }
          : { label: t("library.documentsTitle"), href: documentsPath() },
      ]}
    >
      <DataTable
        caption={t("supplement.listTitle")}
        hideCaption
        rows={supplements}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon="book" title={t("supplement.listEmpty")}>
            {t(hr ? "supplement.listEmptyHr" : "supplement.listEmptyText")}
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            header: t("supplement.name"),
            rowHeader: true,
            cell: ({ id, title }) => <a href={hr ? owedSupplementPath(id) : supplementPath(id)}>{title}</a>,
          },
          { key: "course", header: t("supplement.course"), cell: ({ course }) => course.title },
          { key: "due", header: t("supplement.due"), cell: ({ dueOn }) => formatDay(dueOn) },
          {
            key: "progress",
            header: t("supplement.progress"),
            cell: ({ done, people }) =>
              t("supplement.doneOf", { done: formatNumber(done), people: formatNumber(people) }),
          },
        ]}
      />
    </Page>
  );
}

/** A supplement: what it asks of whom and why, and how many have done it. */
export function SupplementFactsPage({
  supplement,
  questions,
}: {
  supplement: SupplementCount;
  questions: readonly { id: string; stem: string }[];
}) {
  const t = useWords();
  return (
    <Page
      width="reading"
      title={supplement.title}
      kicker={t("supplement.kicker", { course: supplement.course.title })}
      lead={supplement.reason}
      crumbs={[{ label: t("supplement.listTitle"), href: supplementsPath() }]}
    >
      <Facts supplement={supplement} withLinks />
      {questions.length > 0 ? (
        <section className="prose">
          <SectionHeading>{t("supplement.questionsHead")}</SectionHeading>
          <ol>
            {questions.map(({ id, stem }) => (
              <li key={id}>{stem}</li>
            ))}
          </ol>
        </section>
      ) : null}
    </Page>
  );
}

/** Who of a scope still owes a supplement. */
export function OwedSupplementPage({
  supplement,
  owing,
  next,
}: {
  supplement: SupplementCount;
  owing: readonly OwingOfficial[];
  next: string | null;
}) {
  const t = useWords();
  return (
    <Page
      title={supplement.title}
      kicker={t("supplement.hrKicker")}
      lead={supplement.reason}
      crumbs={[{ label: t("supplement.listTitle"), href: owedSupplementsPath() }]}
    >
      <div className="stack-lg">
        <Facts supplement={supplement} withLinks={false} />
        <section>
          <SectionHeading lead={t("supplement.owingCount", { count: supplement.people - supplement.done })}>
            {t("supplement.owing")}
          </SectionHeading>
          <DataTable
            caption={t("supplement.owing")}
            hideCaption
            rows={owing}
            rowKey={({ officialId }) => officialId}
            empty={<p className="muted">{t("supplement.owingNobody")}</p>}
            columns={[
              {
                key: "person",
                header: t("supplement.person"),
                rowHeader: true,
                cell: ({ officialId, fullName }) => <a href={personPath(officialId)}>{fullName}</a>,
              },
              { key: "unit", header: t("supplement.unit"), cell: ({ unitName }) => unitName },
            ]}
          />
          <Pagination nextHref={next === null ? undefined : owedSupplementPath(supplement.id, next)} />
        </section>
      </div>
    </Page>
  );
}

function Facts({ supplement, withLinks }: { supplement: SupplementCount; withLinks: boolean }) {
  const t = useWords();
  const { course, document, parts, done, people } = supplement;
  return (
    <DescriptionList
      facts={[
        {
          term: t("supplement.progress"),
          detail: t("supplement.doneOf", { done: formatNumber(done), people: formatNumber(people) }),
        },
        { term: t("supplement.dueOn"), detail: formatDay(supplement.dueOn) },
        {
          term: t("supplement.course"),
          detail: withLinks ? <a href={libraryCoursePath(course.slug)}>{course.title}</a> : course.title,
        },
        {
          term: t("supplement.versions"),
          detail: t("supplement.versionsText", {
            to: String(supplement.versionNumber),
            from: String(supplement.upToNumber),
          }),
        },
        {
          term: t("supplement.document"),
          detail: document && (withLinks ? <a href={documentPath(document)}>{document}</a> : document),
        },
        {
          term: t("supplement.parts"),
          detail: parts
            .map(({ title, blocks }) => t("supplement.partLine", { title, count: blocks.length }))
            .join("; "),
        },
        {
          term: t("supplement.name"),
          detail: t("supplement.publishedOn", {
            date: formatDate(supplement.publishedAt),
            name: supplement.publishedByName,
          }),
        },
      ]}
    />
  );
}
