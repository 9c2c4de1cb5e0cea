import type { MarkedAnswer, MarkingList, WaitingPaper } from "~/domain/assessment/marking/marking";
import { formatDateTime } from "~/domain/time";
import { libraryCoursePath, libraryPath, markAnswerPath, markingPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { Pagination } from "~/ui/kit/pagination";
import { Tabs } from "~/ui/kit/tabs";
import { formatMarks, formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

/** What waits for marks, the oldest first; or what was marked. */
export function MarkingListPage({ list, firstPage }: { list: MarkingList; firstPage: boolean }) {
  const t = useWords();
  const { course } = list;
  const view = list.marked ? ("marked" as const) : undefined;
  return (
    <Page
      title={t("marking.title")}
      kicker={course.title}
      lead={t("marking.lead")}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        { label: course.title, href: libraryCoursePath(course.slug) },
      ]}
    >
      <Tabs
        label={t("marking.views")}
        tabs={[
          {
            label: t("marking.waiting"),
            href: markingPath(course.slug),
            current: list.waiting !== null,
            count: formatNumber(list.waitingInAll, { language: t.language }),
          },
          {
            label: t("marking.marked"),
            href: markingPath(course.slug, { view: "marked" }),
            current: list.marked !== null,
          },
        ]}
      />
      {list.waiting ? <Waiting course={course.slug} papers={list.waiting} /> : null}
      {list.marked ? <Marked course={course.slug} answers={list.marked} /> : null}
      <Pagination
        previousIsStart
        previousHref={firstPage ? null : markingPath(course.slug, { view })}
        nextHref={list.next === null ? null : markingPath(course.slug, { view, after: list.next })}
      />
    </Page>
  );
}

function Waiting({ course, papers }: { course: string; papers: readonly WaitingPaper[] }) {
  const t = useWords();
  return (
    <DataTable
      hideCaption
      caption={t("marking.waitingCaption")}
      rows={papers}
      rowKey={({ attemptId }) => attemptId}
      empty={
        <EmptyState icon="check-circle" title={t("marking.noneTitle")}>
          {t("marking.noneText")}
        </EmptyState>
      }
      columns={[
        {
          key: "paper",
          header: t("marking.paperHeader"),
          rowHeader: true,
          cell: ({ code }) => t("marking.paper", { code }),
        },
        {
          key: "submitted",
          header: t("marking.submitted"),
          cell: ({ submittedAt }) => <span className="tabular">{formatDateTime(submittedAt)}</span>,
        },
        {
          key: "answers",
          header: t("marking.answers"),
          cell: ({ attemptId, questions }) => (
            <ul className="list-none p-0">
              {questions.map(({ id, number, stem }) => (
                <li key={id}>
                  <a href={markAnswerPath(course, attemptId, id)}>{t("marking.question", { number })}</a>
                  <span className="hint block">{shortened(stem)}</span>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

function Marked({ course, answers }: { course: string; answers: readonly MarkedAnswer[] }) {
  const t = useWords();
  return (
    <DataTable
      hideCaption
      caption={t("marking.markedCaption")}
      rows={answers}
      rowKey={({ attemptId, questionId }) => `${attemptId} ${questionId}`}
      empty={
        <EmptyState icon="book" title={t("marking.noneMarkedTitle")}>
          {t("marking.noneMarkedText")}
        </EmptyState>
      }
      columns={[
        {
          key: "paper",
          header: t("marking.paperHeader"),
          rowHeader: true,
          cell: ({ code }) => t("marking.paper", { code }),
        },
        {
          key: "points",
          header: t("marking.points"),
          numeric: true,
          cell: ({ points }) => formatMarks(points, t.language),
        },
        {
          key: "at",
          header: t("marking.at"),
          cell: ({ at }) => <span className="tabular">{formatDateTime(at)}</span>,
        },
        { key: "by", header: t("marking.by"), cell: ({ actorName }) => actorName },
        {
          key: "again",
          header: t("accommodation.actions"),
          cell: ({ attemptId, questionId }) => (
            <a href={markAnswerPath(course, attemptId, questionId)}>{t("marking.again")}</a>
          ),
        },
      ]}
    />
  );
}

const shortened = (stem: string) => (stem.length > 90 ? `${stem.slice(0, 90).replace(/\s+\S*$/, "")}…` : stem);
