import type { CoverageMatrix } from "~/domain/documents/coverage";
import { documentName, type LegalDocument } from "~/domain/documents/document";
import { placeLine } from "~/domain/documents/document-form";
import { documentPath, documentsPath, lessonPreviewPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { EmptyState } from "~/ui/kit/empty-state";
import { Icon } from "~/ui/kit/icon";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

/** Clause × lesson × question; the lessons stand as numbers in the head, with their names in a list below. */
export function CoveragePage({ document, matrix }: { document: LegalDocument; matrix: CoverageMatrix }) {
  const t = useWords();
  const { columns, rows } = matrix;
  return (
    <Page
      title={t("register.coverageTitle", { number: document.number })}
      lead={t("register.coverageLead")}
      crumbs={[
        { label: t("library.documentsTitle"), href: documentsPath() },
        { label: documentName(document), href: documentPath(document.number) },
      ]}
    >
      {rows.length === 0 ? (
        <EmptyState icon="scales" title={t("register.coverage")}>
          {t("register.coverageEmpty")}
        </EmptyState>
      ) : (
        <div className="stack-lg">
          <div className="coverage" role="region" aria-label={t("register.coverage")} tabIndex={0}>
            <table>
              <caption className="visually-hidden">{t("register.coverageTitle", { number: document.number })}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("register.place")}</th>
                  {columns.map(({ course, lesson }, index) => (
                    <th scope="col" key={`${course.slug}/${lesson.id}`}>
                      <abbr title={`${course.title}: ${lesson.title}`}>{index + 1}</abbr>
                    </th>
                  ))}
                  <th scope="col">{t("register.questionCount")}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ place, lessons, listed, questions }) => (
                  <tr key={placeLine(place)}>
                    <th scope="row">
                      {placeLine(place) || t("register.wholeDocument")}{" "}
                      {listed && !lessons.includes(true) ? (
                        <StatusTag tone="warning">{t("register.untaught")}</StatusTag>
                      ) : null}
                    </th>
                    {lessons.map((cited, index) => (
                      <td key={index}>
                        {cited ? <Icon name="check" label={t("register.cited")} /> : t("register.notCited")}
                      </td>
                    ))}
                    <td className="tabular">{formatNumber(questions)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <section>
            <SectionHeading>{t("register.legend")}</SectionHeading>
            <ol className="list-decimal pl-8">
              {columns.map(({ course, lesson }) => (
                <li key={`${course.slug}/${lesson.id}`}>
                  <a href={lessonPreviewPath(course.slug, lesson.id)}>{lesson.title}</a>
                  <span className="muted"> – {course.title}</span>
                </li>
              ))}
            </ol>
          </section>
          <p className="hint no-print">{t("register.print")}</p>
        </div>
      )}
    </Page>
  );
}
