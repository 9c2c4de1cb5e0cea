import type { ComparisonPage, SideName } from "~/domain/courses/compare/comparison-view";
import type { ShownRow } from "~/domain/courses/compare/comparison";
import { formatDate } from "~/domain/time";
import { comparePath, libraryCoursePath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { Select } from "~/ui/kit/select";
import { ProblemTable } from "~/ui/library/problem-table";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import { BlockView } from "./block-view";
import { ChangeTag } from "./change-tag";
import { ChangesInWords } from "./changes";
import { HeadChanges } from "./head-changes";

const sideInWords = (t: Translate, side: SideName) =>
  side === "draft" ? t("review.draft") : t("review.versionNumber", { number: String(side) });

/** Two versions, or a version and the draft: first what differs in words, then each lesson block beside block. */
export function Compare({ view }: { view: ComparisonPage }) {
  const t = useWords();
  const { course, from, to, comparison, lesson } = view;
  return (
    <Page
      kicker={course.title}
      title={lesson ? lesson.change.title : t("review.compareTitle")}
      lead={`${sideInWords(t, from)} → ${sideInWords(t, to)}`}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        { label: course.title, href: libraryCoursePath(course.slug) },
        ...(lesson ? [{ label: t("review.compareTitle"), href: comparePath(course.slug, from, to) }] : []),
      ]}
    >
      {lesson ? (
        <Lesson view={view} lesson={lesson} />
      ) : (
        <>
          <Choose view={view} />
          {comparison ? (
            <div className="stack-lg">
              <h2>{t("review.changes")}</h2>
              <ChangesInWords comparison={comparison} lessonHref={(id) => comparePath(course.slug, from, to, id)} />
            </div>
          ) : (
            <>
              <p>{t("review.notShown")}</p>
              <ProblemTable problems={view.problems} />
            </>
          )}
        </>
      )}
    </Page>
  );
}

function Choose({ view: { from, to, versions, hasDraft } }: { view: ComparisonPage }) {
  const t = useWords();
  const options = versions.map(({ number, publishedAt }) => ({
    value: String(number),
    label: `${sideInWords(t, number)} (${formatDate(publishedAt)})`,
  }));
  return (
    <form method="get" className="review-choose no-print">
      <Select id="from" name="from" label={t("review.compareFrom")} options={options} defaultValue={String(from)} />
      <Select
        id="to"
        name="to"
        label={t("review.compareTo")}
        options={[...(hasDraft ? [{ value: "draft", label: t("review.draft") }] : []), ...options]}
        defaultValue={String(to)}
      />
      <Button kind="secondary">{t("review.compareShow")}</Button>
    </form>
  );
}

function Lesson({ view, lesson }: { view: ComparisonPage; lesson: NonNullable<ComparisonPage["lesson"]> }) {
  const t = useWords();
  const { course, from, to } = view;
  const { change, compared } = lesson;
  return (
    <>
      <p className="review-facts">
        <ChangeTag kind={change.kind} />
        {change.kind === "changed" ? <span>{t("review.blocks", { count: change.blocks })}</span> : null}
      </p>
      <HeadChanges head={change.kind === "changed" ? compared.head : []} />
      <div className="review-columns lesson">
        <p className="review-column-head">{sideInWords(t, from)}</p>
        <p className="review-column-head">{sideInWords(t, to)}</p>
        {compared.rows.map((row, index) => (
          <Row key={index} row={row} />
        ))}
      </div>
      <p>
        <a href={comparePath(course.slug, from, to)}>{t("review.backToCompare")}</a>
      </p>
    </>
  );
}

/** The two sides of a block; what both have alike is shown once on a phone. */
function Row({ row: { kind, before, after, html } }: { row: ShownRow }) {
  const t = useWords();
  return (
    <div className={`review-pair is-${kind}`}>
      {kind === "same" ? null : (
        <p className="review-mark">
          <ChangeTag kind={kind}>{t(`review.block_${kind}`)}</ChangeTag>
        </p>
      )}
      <div className="review-side is-before">
        {before ? (
          <>
            {kind === "changed" ? <p className="kicker">{t("review.before")}</p> : null}
            <BlockView block={before} html={html.before} />
          </>
        ) : null}
      </div>
      <div className="review-side is-after">
        {after ? (
          <>
            {kind === "changed" ? <p className="kicker">{t("review.after")}</p> : null}
            <BlockView block={after} html={html.after} />
          </>
        ) : null}
      </div>
    </div>
  );
}
