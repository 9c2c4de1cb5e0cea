import type { ShownRow } from "~/domain/courses/compare/comparison";
import { quoteOf } from "~/domain/courses/drafts/review";
import { remarksByBlock, type ReviewLessonPage } from "~/domain/courses/drafts/review-view";
import { draftReviewPath, libraryCoursePath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { Disclosure } from "~/ui/kit/disclosure";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";
import { BlockView } from "./block-view";
import { ChangeTag } from "./change-tag";
import { HeadChanges } from "./head-changes";
import { RemarkForm, RemarkList } from "./remarks";

/** A lesson of a draft as it would be read: one column, what changed is framed and named, remarks stand where they belong. */
export function ReviewLesson({ view, errors }: { view: ReviewLessonPage; errors: string[] }) {
  const t = useWords();
  const { course, lesson, compared, path, mayRemark, previous, next } = view;
  const blocks = new Set(compared.rows.flatMap(({ after }) => after?.id ?? []));
  const { on, elsewhere } = remarksByBlock(view.remarks, blocks);
  return (
    <Page
      width="reading"
      kicker={t("review.lessonTitle", { number: view.number, total: view.inAll })}
      title={lesson.title}
      lead={t(view.compiled ? "review.lessonLead" : "review.lessonRemoved")}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        { label: course.title, href: libraryCoursePath(course.slug) },
        { label: t("review.title"), href: draftReviewPath(course.slug) },
      ]}
    >
      <ErrorSummary errors={errors.map((message) => ({ fieldId: null, message }))} />
      <p>
        <ChangeTag kind={lesson.kind} />
      </p>
      {lesson.kind === "added" ? null : <HeadChanges head={compared.head} />}
      <div className="lesson review-lesson">
        {compared.rows.map((row, index) => (
          <Row
            key={index}
            row={row}
            whole={lesson.kind === "added" || lesson.kind === "removed"}
            path={path}
            remarks={row.after?.id ? (on.get(row.after.id) ?? []) : []}
            mayRemark={mayRemark}
          />
        ))}
      </div>
      <section>
        <SectionHeading>{t("review.remarks")}</SectionHeading>
        <RemarkList remarks={elsewhere} mayRemark={mayRemark} gone />
        {mayRemark ? <RemarkForm path={path} block={null} quote={null} label={t("review.remarkOnLesson")} /> : null}
        {view.remarks.length === 0 ? <p className="hint">{t("review.noRemarks")}</p> : null}
      </section>
      <nav className="buttons no-print" aria-label={t("review.lessons")}>
        {previous ? (
          <Button kind="secondary" icon="left" href={draftReviewPath(course.slug, previous.id)}>
            {t("review.previousLesson", { title: previous.title })}
          </Button>
        ) : null}
        {next ? (
          <Button kind="secondary" icon="right" iconAt="end" href={draftReviewPath(course.slug, next.id)}>
            {t("review.nextLesson", { title: next.title })}
          </Button>
        ) : null}
        <a href={draftReviewPath(course.slug)}>{t("review.backToReview")}</a>
      </nav>
    </Page>
  );
}

function Row({
  row,
  whole,
  path,
  remarks,
  mayRemark,
}: {
  row: ShownRow;
  /** The whole lesson is new or gone: its blocks need no frame each. */
  whole: boolean;
  path: string;
  remarks: ReviewLessonPage["remarks"];
  mayRemark: boolean;
}) {
  const t = useWords();
  const { kind, before, after, html } = row;
  const marked = kind !== "same" && !whole;
  return (
    <div className={marked ? `review-row is-${kind}` : "review-row"}>
      {marked ? (
        <p className="review-mark">
          <ChangeTag kind={kind}>{t(`review.block_${kind}`)}</ChangeTag>
        </p>
      ) : null}
      {after ? (
        <BlockView block={after} html={html.after} />
      ) : (
        <del className="review-gone">
          <BlockView block={before} html={html.before} />
        </del>
      )}
      {kind === "changed" ? (
        <Disclosure summary={t("review.wasBefore")}>
          <BlockView block={before} html={html.before} />
        </Disclosure>
      ) : null}
      <RemarkList remarks={remarks} mayRemark={mayRemark} />
      {mayRemark && after?.id ? (
        <RemarkForm path={path} block={after.id} quote={quoteOf(after.text)} label={t("review.remarkOn")} />
      ) : null}
    </div>
  );
}
