import type { DocumentPlace } from "~/domain/documents/document";
import { placeLine } from "~/domain/documents/document-form";
import type { DocumentView } from "~/domain/documents/document-view";
import { bankPath, draftPath, lessonPreviewPath, libraryCoursePath } from "~/paths";
import { SectionHeading } from "~/ui/kit/section-heading";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

/** Lessons with the places that they name, questions, published versions, open drafts. */
export function DocumentCiters({ view }: { view: DocumentView }) {
  const t = useWords();
  const { citedBy, versions, drafts } = view;
  return (
    <>
      <section className="stack">
        <SectionHeading>{t("register.citedNow")}</SectionHeading>
        {citedBy.length === 0 ? <p className="muted">{t("library.citedNowhere")}</p> : null}
        {citedBy.map(({ course, lessons, questions }) => (
          <article key={course.slug}>
            <h3>
              <a href={libraryCoursePath(course.slug)}>{course.title}</a>
            </h3>
            <ul className="list-disc pl-6">
              {lessons.map((lesson) => (
                <li key={lesson.id}>
                  <a href={lessonPreviewPath(course.slug, lesson.id)}>{lesson.title}</a>
                  {": "}
                  <Places places={lesson.places ?? []} />
                </li>
              ))}
              {questions.length > 0 ? (
                <li>
                  <a href={bankPath(course.slug)}>
                    {t("library.citedQuestions", { count: formatNumber(questions.length) })}
                  </a>
                  {": "}
                  <Places places={questions.flatMap(({ places = [] }) => places)} />
                </li>
              ) : null}
            </ul>
          </article>
        ))}
      </section>
      {versions.length > 0 ? (
        <section className="stack">
          <SectionHeading>{t("register.citedInVersions")}</SectionHeading>
          <ul className="list-disc pl-6">
            {versions.map((course) => (
              <li key={course.slug}>
                <a href={libraryCoursePath(course.slug)}>{course.title}</a>
                {": "}
                {t("register.versionNumbers", {
                  numbers: course.versions
                    .map(({ number, current }) =>
                      current ? t("register.inUse", { number: String(number) }) : String(number),
                    )
                    .join(", "),
                })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {drafts.length > 0 ? (
        <section className="stack">
          <SectionHeading>{t("register.citedInDrafts")}</SectionHeading>
          {drafts.map(({ slug, parts }) => (
            <article key={slug}>
              <h3>
                <a href={draftPath(slug)}>{t("register.draftOf", { slug })}</a>
              </h3>
              <ul className="list-disc pl-6">
                {parts.map(({ file, line, quote }) => (
                  <li key={`${file}:${line}`}>
                    {t("register.line", { file, line })}: {quote}
                  </li>
                ))}
              </ul>
            </article>
          ))}
        </section>
      ) : null}
    </>
  );
}

function Places({ places }: { places: readonly DocumentPlace[] }) {
  const t = useWords();
  const lines = [...new Set(places.map(placeLine))];
  return (
    <span className="muted">{lines.length > 0 ? lines.join("; ") : t("register.wholeDocument").toLowerCase()}</span>
  );
}
