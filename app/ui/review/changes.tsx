import type { ReactNode } from "react";
import type { Comparison, LessonChange } from "~/domain/courses/compare/comparison";
import { nothingChanged } from "~/domain/courses/compare/comparison";
import { DataTable } from "~/ui/kit/data-table";
import { SectionHeading } from "~/ui/kit/section-heading";
import { TestPolicyInWords } from "~/ui/library/policy/policy-in-words";
import { policyChanges } from "~/ui/library/policy/policy-words";
import { formatDay } from "~/domain/time";
import { useWords } from "~/ui/words/use-words";
import { ChangeTag } from "./change-tag";
import { QuestionChanges } from "./question-changes";

/** Everything that two versions differ in, in words; each lesson leads to where it is shown block by block. */
export function ChangesInWords({
  comparison,
  lessonHref,
  lessonNote,
}: {
  comparison: Comparison;
  lessonHref: (lessonId: string) => string;
  /** What else is said of a lesson: how many remarks wait there. */
  lessonNote?: (lessonId: string) => ReactNode;
}) {
  const t = useWords();
  if (nothingChanged(comparison)) return <p>{t("review.nothingChanged")}</p>;
  return (
    <>
      <Lessons comparison={comparison} lessonHref={lessonHref} lessonNote={lessonNote} />
      <QuestionChanges questions={comparison.questions} topics={comparison.topics} />
      <Test comparison={comparison} />
      <Facts comparison={comparison} />
    </>
  );
}

function Lessons({
  comparison: { lessons, order },
  lessonHref,
  lessonNote,
}: {
  comparison: Comparison;
  lessonHref: (lessonId: string) => string;
  lessonNote?: (lessonId: string) => ReactNode;
}) {
  const t = useWords();
  const shown = lessons.filter(({ id, kind, required }) => kind !== "same" || required !== null || lessonNote?.(id));
  const same = lessons.length - shown.length;
  if (shown.length === 0 && !order) return null;
  return (
    <section>
      <SectionHeading level={3}>{t("review.lessons")}</SectionHeading>
      <ul className="review-lessons">
        {shown.map((lesson) => (
          <li key={lesson.id}>
            <a href={lessonHref(lesson.id)}>{lesson.title}</a>
            <span className="review-facts">
              <ChangeTag kind={lesson.kind} />
              {lesson.kind === "changed" && lesson.blocks > 0 ? (
                <span>{t("review.blocks", { count: lesson.blocks })}</span>
              ) : null}
              <RequiredChange lesson={lesson} />
              {lessonNote?.(lesson.id)}
            </span>
          </li>
        ))}
      </ul>
      {same > 0 ? <p className="hint">{t("review.lessonsUnchanged", { count: same })}</p> : null}
      {order ? (
        <BeforeAfter
          label={t("review.order")}
          before={<Titles titles={order.before} />}
          after={<Titles titles={order.after} />}
        />
      ) : null}
    </section>
  );
}

function RequiredChange({ lesson: { required } }: { lesson: LessonChange }) {
  const t = useWords();
  return required ? <span>{t(required.after ? "review.nowRequired" : "review.nowOptional")}</span> : null;
}

const Titles = ({ titles }: { titles: readonly string[] }) => (
  <ol>
    {titles.map((title) => (
      <li key={title}>{title}</li>
    ))}
  </ol>
);

/** Two things side by side where there is room, and one above the other on a phone. */
export function BeforeAfter({ label, before, after }: { label?: string; before: ReactNode; after: ReactNode }) {
  const t = useWords();
  return (
    <div className="review-sides" role="group" aria-label={label}>
      <div>
        <p className="kicker">{t("review.before")}</p>
        {before}
      </div>
      <div>
        <p className="kicker">{t("review.after")}</p>
        {after}
      </div>
    </div>
  );
}

function Test({ comparison: { test, topics } }: { comparison: Comparison }) {
  const t = useWords();
  if (!test.changed) return null;
  const { before, after } = test;
  return (
    <section>
      <SectionHeading level={3}>{t("review.policy")}</SectionHeading>
      {!before && after ? (
        <div className="prose">
          <p>{t("review.testAdded")}</p>
          <TestPolicyInWords policy={after} topics={topics} />
        </div>
      ) : null}
      {before && !after ? <p>{t("review.testRemoved")}</p> : null}
      {before && after ? (
        <DataTable
          caption={t("review.policy")}
          hideCaption
          rows={policyChanges(t, { before, after, topics })}
          rowKey={({ key }) => key}
          columns={[
            { key: "rule", header: t("policy.field"), rowHeader: true, cell: ({ key }) => t(`policy.key_${key}`) },
            { key: "before", header: t("review.before"), cell: (change) => change.before ?? t("review.nothing") },
            { key: "after", header: t("review.after"), cell: (change) => change.after ?? t("review.nothing") },
          ]}
        />
      ) : null}
    </section>
  );
}

const dayOrText = (text: string | null) => (text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text) : text);

function Facts({ comparison: { facts } }: { comparison: Comparison }) {
  const t = useWords();
  if (facts.length === 0) return null;
  return (
    <section>
      <SectionHeading level={3}>{t("review.facts")}</SectionHeading>
      <DataTable
        caption={t("review.facts")}
        hideCaption
        rows={facts}
        rowKey={({ fact }) => fact}
        columns={[
          { key: "fact", header: t("review.fact"), rowHeader: true, cell: ({ fact }) => t(`review.fact_${fact}`) },
          { key: "before", header: t("review.before"), cell: ({ before }) => dayOrText(before) ?? t("review.nothing") },
          { key: "after", header: t("review.after"), cell: ({ after }) => dayOrText(after) ?? t("review.nothing") },
        ]}
      />
    </section>
  );
}
