import type { DiffLine } from "~/domain/courses/compare/line-diff";
import type { RebaseConflict, RebasePage } from "~/domain/courses/drafts/rebase-view";
import { formatDate } from "~/domain/time";
import { draftReviewPath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { Disclosure } from "~/ui/kit/disclosure";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { RadioGroup } from "~/ui/kit/option-group";
import { PostForm } from "~/ui/kit/post-form";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";

/** A draft upon another version: what comes by itself, what stays, and what somebody has to choose between. */
export function Rebase({
  view,
  errors,
  chosen,
}: {
  view: RebasePage;
  errors: string[];
  /** What was chosen when the form came back. */
  chosen: Readonly<Record<string, string>>;
}) {
  const t = useWords();
  const { course, over, conflicts, draft } = view;
  const number = String(over.number);
  return (
    <Page
      width="reading"
      kicker={course.title}
      title={t("review.rebaseTitle", { number })}
      lead={t("review.rebaseLead", { number, date: formatDate(over.publishedAt) })}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        { label: t("review.title"), href: draftReviewPath(course.slug) },
      ]}
    >
      <ErrorSummary errors={errors.map((message) => ({ fieldId: null, message }))} />
      {over.changeNote ? <p>{t("review.rebaseNote", { note: over.changeNote })}</p> : null}
      {draft.state === "editing" ? null : <Notice kind="warning">{t("review.rebaseBack")}</Notice>}
      <Paths title={t("review.taken", { number })} paths={view.taken} />
      <Paths title={t("review.kept")} paths={view.kept} />
      <PostForm className="form">
        <input type="hidden" name="over" value={number} />
        <section>
          <SectionHeading lead={conflicts.length > 0 ? t("review.lost") : null}>{t("review.conflicts")}</SectionHeading>
          {conflicts.length === 0 ? <p>{t("review.noConflicts")}</p> : null}
          {conflicts.map((conflict) => (
            <Conflict key={conflict.path} conflict={conflict} number={number} chosen={chosen[conflict.path]} />
          ))}
        </section>
        <Button>{t("review.rebase", { number })}</Button>
      </PostForm>
    </Page>
  );
}

function Paths({ title, paths }: { title: string; paths: readonly string[] }) {
  if (paths.length === 0) return null;
  return (
    <section>
      <SectionHeading>{title}</SectionHeading>
      <ul className="review-files">
        {paths.map((path) => (
          <li key={path}>
            <code>{path}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Conflict({
  conflict: { path, mine, theirs, difference },
  number,
  chosen,
}: {
  conflict: RebaseConflict;
  number: string;
  chosen: string | undefined;
}) {
  const t = useWords();
  const gone = t("review.sideGone");
  return (
    <div className="review-conflict">
      <RadioGroup
        id={`choice-${path.replace(/[^a-z0-9]+/gi, "-")}`}
        name={`choice:${path}`}
        label={t("review.chooseFor", { path })}
        defaultValue={chosen}
        required
        options={[
          { value: "mine", label: t("review.sideMine"), hint: mine ? undefined : gone },
          { value: "theirs", label: t("review.sideTheirs", { number }), hint: theirs ? undefined : gone },
        ]}
      />
      {difference ? (
        <Disclosure summary={t("review.showDifference")}>
          <p className="hint">{`− ${t("review.sideMine")}, + ${t("review.sideTheirs", { number })}`}</p>
          <pre className="review-diff" tabIndex={0}>
            {difference.map((line, index) => (
              <Line key={index} line={line} number={number} />
            ))}
          </pre>
        </Disclosure>
      ) : (
        <p className="hint">{t("review.binaryFile")}</p>
      )}
    </div>
  );
}

function Line({ line: { kind, text }, number }: { line: DiffLine; number: string }) {
  const t = useWords();
  if (kind === "gap") return <span className="muted">{`⋯ ${text}\n`}</span>;
  if (kind === "same") return <>{`  ${text}\n`}</>;
  const side = kind === "mine" ? t("review.sideMine") : t("review.sideTheirs", { number });
  return (
    <span className={`is-${kind}`}>
      <span className="visually-hidden">{side}: </span>
      {`${kind === "mine" ? "−" : "+"} ${text}\n`}
    </span>
  );
}
