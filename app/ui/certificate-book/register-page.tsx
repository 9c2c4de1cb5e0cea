import { bookKey } from "~/domain/certificates/register";
import { bulkCertificatesPath, exportRegisterPath, printRegisterPath, registerPath, templatesPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { EmptyState } from "~/ui/kit/empty-state";
import { Pagination } from "~/ui/kit/pagination";
import { SearchField } from "~/ui/kit/search-field";
import { Select } from "~/ui/kit/select";
import { useWords } from "~/ui/words/use-words";
import type { RegisterView } from "~/domain/certificates/pages";
import { RegisterCheck } from "./register-check";
import { RegisterTable } from "./register-table";

export interface RegisterPageProps {
  view: RegisterView;
  /** What is wrong with a number that was to be void. */
  problem: string | null;
  typed: { number: string; reason: string } | null;
}

/** The book that was chosen, its check, and its numbers. */
export function RegisterPage({ view, problem, typed }: RegisterPageProps) {
  const t = useWords();
  const { book, books, page, text, after, check, whole } = view;
  const key = book ? bookKey(book) : "";
  const at = (change: { q?: string; after?: number | null }) => registerPath({ book: key, q: text, after, ...change });
  return (
    <Page
      title={t("book.title")}
      lead={t("book.lead")}
      actions={
        <>
          <Button kind="secondary" href={bulkCertificatesPath()}>
            {t("book.bulk")}
          </Button>
          <Button kind="quiet" href={templatesPath()}>
            {t("book.templates")}
          </Button>
        </>
      }
    >
      {book ? (
        <div className="flex flex-col gap-8">
          <div className="no-print flex flex-wrap items-end gap-x-8 gap-y-4">
            <form method="get" action={registerPath()} className="flex flex-wrap items-end gap-3 [&_.field]:m-0">
              <Select
                id="book"
                name="book"
                label={t("book.choose")}
                placeholder={false}
                size="medium"
                defaultValue={key}
                options={books.map((each) => ({
                  value: bookKey(each),
                  label: t("book.bookName", { code: each.issuerCode, year: String(each.year) }),
                }))}
              />
              <Button kind="secondary">{t("book.show")}</Button>
            </form>
            <div className="buttons">
              <Button kind="secondary" icon="print" href={printRegisterPath(key)}>
                {t("book.print")}
              </Button>
              <Button kind="secondary" icon="download" href={exportRegisterPath(key)} download>
                {t("book.export")}
              </Button>
            </div>
          </div>
          {check ? <RegisterCheck check={check} whole={whole} problem={problem} typed={typed} /> : null}
          <SearchField
            label={t("book.search")}
            hint={t("book.searchHint")}
            action={registerPath()}
            defaultValue={text}
            clearHref={registerPath({ book: key })}
          >
            <input type="hidden" name="book" value={key} />
          </SearchField>
          <RegisterTable entries={page.entries} />
          <Pagination
            previousIsStart
            previousHref={after === null ? null : at({ after: null })}
            nextHref={page.next === null ? null : at({ after: page.next })}
            summary={t("book.summary", { shown: page.entries.length, last: book.lastNumber })}
          />
        </div>
      ) : (
        <EmptyState icon="document" title={t("book.noneTitle")}>
          {t("book.noneText")}
        </EmptyState>
      )}
    </Page>
  );
}
