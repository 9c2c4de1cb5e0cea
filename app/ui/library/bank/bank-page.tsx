import type { SubmissionResult } from "@conform-to/react";
import type { BankSearch, BankView } from "~/domain/assessment/bank/bank-list";
import type { LintFinding } from "~/domain/assessment/question-lint";
import { describeLint } from "~/domain/assessment/question-lint-words";
import type { DraftRefusal } from "~/domain/courses/drafts/working-course";
import {
  bankExportPath,
  type BankFilter,
  bankPath,
  importPath,
  libraryPath,
  newQuestionPath,
  statisticsPath,
} from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { EmptyState } from "~/ui/kit/empty-state";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Pagination } from "~/ui/kit/pagination";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";
import { formState } from "../form-state";
import { courseCrumb, DraftNote, NothingSaved } from "../draft/draft-note";
import { BankFilters } from "./bank-filters";
import { BankQuestions } from "./bank-questions";

export interface BankPageProps {
  view: BankView;
  result: SubmissionResult<string[]> | undefined;
  /** Why nothing was written into the draft. */
  refusal: DraftRefusal | null;
}

/** The questions of a course: to look through, and to make ready, drafts or retired. */
export function BankPage({ view, result, refusal }: BankPageProps) {
  const t = useWords();
  const { course, search, pages } = view;
  const form = formState({ id: "bank", values: {}, result });
  const pageHref = (page: number) => bankPath(course.slug, { ...filterOf(search), page: String(page) });
  return (
    <Page
      kicker={course.title}
      title={t("bank.title")}
      lead={t("bank.lead")}
      crumbs={[{ label: t("library.title"), href: libraryPath() }, courseCrumb(view)]}
      actions={
        <>
          <Button href={newQuestionPath(course.slug)} icon="plus">
            {t("question.create")}
          </Button>
          <Button kind="secondary" href={importPath(course.slug)}>
            {t("bank.import")}
          </Button>
          <Button kind="secondary" icon="download" href={bankExportPath(course.slug)}>
            {t("bank.export")}
          </Button>
          {view.published ? <a href={statisticsPath(course.slug)}>{t("bank.statistics")}</a> : null}
        </>
      }
    >
      <NothingSaved refusal={refusal} course={course.slug} />
      <DraftNote draft={view.draft} course={course.slug} />
      <ErrorSummary errors={form.summary()} />
      <BankFilters view={view} />
      {view.questions.length === 0 ? (
        <EmptyState
          icon="search"
          title={t("bank.emptyTitle")}
          actions={<a href={bankPath(course.slug)}>{t("bank.clear")}</a>}
        >
          {t("bank.emptyText")}
        </EmptyState>
      ) : (
        <BankQuestions view={view} form={form} />
      )}
      <Pagination
        previousHref={search.page > 1 ? pageHref(search.page - 1) : null}
        nextHref={search.page < pages ? pageHref(search.page + 1) : null}
        summary={t("bank.found", { count: view.found, total: view.total, page: search.page, pages })}
      />
      <WholeBank advice={view.advice} />
    </Page>
  );
}

/** The search as an address has it, without the page. */
function filterOf({ q, topic, status, kind, difficulty, advice }: BankSearch): BankFilter {
  return { q, topic, status, kind, difficulty, advice: advice ? "on" : "" };
}

function WholeBank({ advice }: { advice: readonly LintFinding[] }) {
  const t = useWords();
  if (advice.length === 0) return null;
  return (
    <section>
      <SectionHeading>{t("bank.wholeBank")}</SectionHeading>
      <ul className="stack">
        {advice.map((finding) => {
          const { what, mend } = describeLint(finding, t.language);
          return (
            <li key={finding.rule}>
              {what} <span className="muted">{mend}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
