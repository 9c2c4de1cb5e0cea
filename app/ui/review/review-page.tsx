import type { SubmissionResult } from "@conform-to/react";
import type { ReviewPage } from "~/domain/courses/drafts/review-view";
import { formatDate } from "~/domain/time";
import { draftPath, draftPublishPath, draftRebasePath, draftReviewPath, libraryCoursePath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ConfirmDetails } from "~/ui/kit/confirm-details";
import { DescriptionList } from "~/ui/kit/description-list";
import { Disclosure } from "~/ui/kit/disclosure";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { formState } from "~/ui/library/form-state";
import { ProblemTable } from "~/ui/library/problem-table";
import { useWords } from "~/ui/words/use-words";
import { ChangeTag } from "./change-tag";
import { ChangesInWords } from "./changes";
import { DecideForm } from "./decide-form";
import { RemarkForm, RemarkList } from "./remarks";
import { DecisionTag, DraftStateTag } from "./state-tag";
import { SubmitForm } from "./submit-form";

export interface ReviewProps {
  view: ReviewPage;
  result: SubmissionResult<string[]> | undefined;
}

/** A draft on its way to a version: where it stands, who judges it, what was changed, and what this person does next. */
export function Review({ view, result }: ReviewProps) {
  const t = useWords();
  const { course, draft, powers, comparison } = view;
  const form = formState({ id: "review", values: {}, result });
  const openRemarks = view.remarks.filter(({ resolvedAt }) => resolvedAt === null);
  const onFile = (path: string | undefined) => openRemarks.filter((remark) => remark.path === path).length;
  return (
    <Page
      kicker={course.title}
      title={t("review.title")}
      lead={
        course.isPublished
          ? t("review.lead", { number: String(draft.baseNumber ?? t("review.nothing")) })
          : t("review.leadFirst")
      }
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        ...(course.isPublished ? [{ label: course.title, href: libraryCoursePath(course.slug) }] : []),
      ]}
      actions={
        <Button kind="secondary" href={draftPath(course.slug)}>
          {t("review.toDraft")}
        </Button>
      }
    >
      <ErrorSummary errors={form.summary()} />
      <Standing view={view} />
      {powers.submit && comparison && view.movedTo === null ? <SubmitForm form={form} view={view} /> : null}
      <section>
        <SectionHeading>{t("review.changes")}</SectionHeading>
        {comparison ? (
          <div className="stack-lg">
            <ChangesInWords
              comparison={comparison}
              lessonHref={(lesson) => draftReviewPath(course.slug, lesson)}
              lessonNote={(lesson) => {
                const count = onFile(view.lessonFiles[lesson]);
                return count > 0 ? <span>{t("review.openRemarks", { count })}</span> : null;
              }}
            />
            <Files view={view} />
          </div>
        ) : (
          <p>{t("review.notShown")}</p>
        )}
      </section>
      <Remarks view={view} />
      {powers.decide && view.isAsked ? <DecideForm form={form} filesHash={view.filesHash} /> : null}
      {powers.withdraw ? (
        <div className="review-last">
          <ConfirmDetails
            label={t("review.withdraw")}
            question={t("review.withdrawQuestion", { title: course.title })}
            consequence={t("review.withdrawText")}
            confirmLabel={t("review.withdraw")}
            name="intent"
            value="withdraw"
          />
        </div>
      ) : null}
    </Page>
  );
}

function Standing({ view }: { view: ReviewPage }) {
  const t = useWords();
  const { course, draft, powers, reviewers } = view;
  return (
    <div className="stack mb-8">
      {view.problems.length > 0 ? (
        <section>
          <Notice kind="warning" title={t("review.problemsTitle")} />
          <ProblemTable problems={view.problems} />
        </section>
      ) : null}
      {view.movedTo === null ? null : (
        <Notice kind="warning" title={t("review.movedTitle", { number: String(view.movedTo) })}>
          <p>{t("review.movedText")}</p>
          <p>
            <a href={draftRebasePath(course.slug)}>{t("review.toRebase")}</a>
          </p>
        </Notice>
      )}
      {draft.state === "approved" ? (
        <Notice kind="success" title={t("review.readyTitle")}>
          <p>{t("review.readyText")}</p>
          <p>
            {powers.publish ? <a href={draftPublishPath(course.slug)}>{t("review.toPublish")}</a> : t("review.ownWork")}
          </p>
        </Notice>
      ) : null}
      <DescriptionList
        facts={[
          { term: t("review.state"), detail: <DraftStateTag state={draft.state} /> },
          {
            term: t("review.note"),
            detail: draft.changeNote && <span className="review-said">{draft.changeNote}</span>,
          },
          { term: t("review.begun"), detail: draft.createdByName },
          {
            term: t("review.sent"),
            detail:
              draft.submittedAt && draft.submittedByName
                ? t("review.sentBy", { name: draft.submittedByName, date: formatDate(draft.submittedAt) })
                : null,
          },
          { term: t("review.round"), detail: draft.round > 1 ? String(draft.round) : null },
        ]}
      />
      {reviewers.length > 0 ? (
        <section>
          <h2>{t("review.whoJudges")}</h2>
          <ul className="review-people">
            {reviewers.map(({ accountId, name, decision, note, decidedAt }) => (
              <li key={accountId}>
                <p className="review-facts">
                  <strong>{name}</strong>
                  <DecisionTag decision={decision} />
                  {decidedAt ? (
                    <span className="muted">{t("review.decidedOn", { date: formatDate(decidedAt) })}</span>
                  ) : null}
                </p>
                {note ? <p className="review-said">{note}</p> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Files({ view: { files } }: { view: ReviewPage }) {
  const t = useWords();
  if (files.length === 0) return null;
  return (
    <Disclosure summary={t("review.files")}>
      <ul className="review-files">
        {files.map(({ path, kind }) => (
          <li key={path}>
            <ChangeTag kind={kind} /> <code>{path}</code>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** Those on lessons stand in the lessons; here are the others, and a count of all. */
function Remarks({ view }: { view: ReviewPage }) {
  const t = useWords();
  const lessons = new Set(Object.values(view.lessonFiles));
  const others = view.remarks.filter(({ path }) => !lessons.has(path));
  const onLessons = view.remarks.length - others.length;
  const open = view.remarks.filter(({ resolvedAt }) => resolvedAt === null).length;
  const paths = view.files.map(({ path }) => path).filter((path) => !lessons.has(path));
  return (
    <section>
      <SectionHeading lead={open > 0 ? t("review.openRemarks", { count: open }) : null}>
        {t("review.remarks")}
      </SectionHeading>
      {onLessons > 0 ? (
        <ul>
          {Object.entries(view.lessonFiles).flatMap(([lesson, path]) => {
            const count = view.remarks.filter((remark) => remark.path === path).length;
            return count === 0
              ? []
              : [
                  <li key={lesson}>
                    <a href={draftReviewPath(view.course.slug, lesson)}>{titleOf(view, lesson)}</a>: {count}
                  </li>,
                ];
          })}
        </ul>
      ) : null}
      <RemarkList remarks={others} mayRemark={view.powers.remark} />
      {view.remarks.length === 0 ? <p className="hint">{t("review.noRemarks")}</p> : null}
      {view.powers.remark
        ? paths.map((path) => (
            <RemarkForm
              key={path}
              path={path}
              block={null}
              quote={path}
              label={`${t("review.remarkOnFile")}: ${path}`}
            />
          ))
        : null}
    </section>
  );
}

const titleOf = ({ comparison }: ReviewPage, lesson: string) =>
  comparison?.lessons.find(({ id }) => id === lesson)?.title ?? lesson;
