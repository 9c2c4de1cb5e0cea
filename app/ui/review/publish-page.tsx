import type { SubmissionResult } from "@conform-to/react";
import type { Publication } from "~/domain/courses/drafts/publication";
import type { PublishJob } from "~/domain/courses/drafts/publish-job";
import { formatDate } from "~/domain/time";
import { draftRebasePath, draftReviewPath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { RadioGroup } from "~/ui/kit/option-group";
import { PostForm } from "~/ui/kit/post-form";
import { SectionHeading } from "~/ui/kit/section-heading";
import { formState } from "~/ui/library/form-state";
import { formatNumber } from "~/ui/words/format";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import { JobProgress, JobResult } from "./publish-progress";

export interface PublishProps {
  course: { slug: string; title: string };
  /** null: no draft is open; the last publication is all there is to show. */
  publication: Publication | null;
  job: PublishJob | null;
  result: SubmissionResult<string[]> | undefined;
}

/** Before: who is under way and what becomes of them. While: how far it is. After: what came of it. */
export function Publish({ course, publication, job, result }: PublishProps) {
  const t = useWords();
  const running = job?.state === "waiting" || job?.state === "running";
  const lead = running
    ? t("review.publishingLead")
    : publication && t(publication.course.isFirst ? "review.publishFirstLead" : "review.publishLead");
  return (
    <Page
      kicker={course.title}
      title={t(running ? "review.publishing" : "review.publishTitle")}
      lead={lead}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        ...(publication ? [{ label: t("review.title"), href: draftReviewPath(course.slug) }] : []),
      ]}
    >
      {job && running ? <JobProgress job={job} /> : null}
      {job && !running ? <JobResult job={job} slug={course.slug} /> : null}
      {publication && !running ? <Forecast publication={publication} result={result} /> : null}
    </Page>
  );
}

function Forecast({ publication, result }: { publication: Publication; result: PublishProps["result"] }) {
  const t = useWords();
  const { course, refusal, reviewers, changeNote, submittedByName } = publication;
  const form = formState({ id: "publish", values: {}, result });
  return (
    <>
      <ErrorSummary errors={form.summary()} />
      {refusal ? (
        <Notice kind="warning">
          <p>{t(`review.refused_${refusal}`)}</p>
          <p>
            {refusal === "base-moved" ? (
              <a href={draftRebasePath(course.slug)}>{t("review.toRebase")}</a>
            ) : (
              <a href={draftReviewPath(course.slug)}>{t("review.backToReview")}</a>
            )}
          </p>
        </Notice>
      ) : null}
      {course.unpublished ? <Notice>{t("review.offeredAgain")}</Notice> : null}
      <section>
        <SectionHeading>{t("review.note")}</SectionHeading>
        <p className="review-said">{changeNote}</p>
        <p className="hint">{submittedByName}</p>
      </section>
      <section>
        <SectionHeading>{t("review.approvedBy")}</SectionHeading>
        <ul>
          {reviewers.map(({ name, decidedAt, note }) => (
            <li key={name}>
              {name}
              {decidedAt ? ` (${formatDate(decidedAt)})` : null}
              {note ? `: ${note}` : null}
            </li>
          ))}
        </ul>
      </section>
      {course.isFirst ? null : <People publication={publication} />}
      {refusal ? null : <PublishForm publication={publication} form={form} />}
    </>
  );
}

function People({ publication: { people, notBegun, changedLessons } }: { publication: Publication }) {
  const t = useWords();
  const number = (value: number) => formatNumber(value, { language: t.language });
  return (
    <section>
      <SectionHeading>{t("review.people")}</SectionHeading>
      <DataTable
        caption={t("review.people")}
        hideCaption
        rows={people}
        rowKey={(row) => String(row.number)}
        empty={<p>{t("review.nobody")}</p>}
        columns={[
          {
            key: "version",
            header: t("review.version"),
            rowHeader: true,
            cell: (row) => t("review.versionNumber", { number: String(row.number) }),
          },
          { key: "underWay", header: t("review.underWay"), numeric: true, cell: (row) => number(row.underWay) },
          { key: "held", header: t("review.held"), numeric: true, cell: (row) => number(row.held) },
          { key: "completed", header: t("review.completed"), numeric: true, cell: (row) => number(row.completed) },
          {
            key: "certificates",
            header: t("review.certificates"),
            numeric: true,
            cell: (row) => number(row.certificates),
          },
        ]}
      />
      <ul className="prose review-after-table">
        {notBegun > 0 ? <li>{t("review.notBegun", { count: notBegun })}</li> : null}
        <li>{t("review.finishedStay")}</li>
        <li>
          {changedLessons.length > 0
            ? t("review.changedLessons", { titles: changedLessons.join(", ") })
            : t("review.noChangedLessons")}
        </li>
      </ul>
    </section>
  );
}

function PublishForm({ publication, form }: { publication: Publication; form: ReturnType<typeof formState> }) {
  const t = useWords();
  const { move } = publication;
  const { id, errors, defaultValue } = form.field("underWay");
  const somebody = move.keep.people > 0;
  return (
    <section className="card card-strong no-print">
      <PostForm className="form">
        {somebody ? (
          <>
            <RadioGroup
              id={id}
              name="underWay"
              errors={errors}
              label={t("review.underWayQuestion")}
              defaultValue={defaultValue === "" ? "stay" : defaultValue}
              options={[
                { value: "stay", label: t("review.stay"), hint: t("review.stayHint") },
                { value: "move-keep", label: t("review.moveKeep"), hint: effectInWords(t, move.keep) },
                { value: "move-unread", label: t("review.moveUnread"), hint: effectInWords(t, move.unread) },
              ]}
            />
            <p className="hint">{t("review.heldStay")}</p>
          </>
        ) : (
          <input type="hidden" name="underWay" value="stay" />
        )}
        <Button>{t("review.publish")}</Button>
      </PostForm>
    </section>
  );
}

function effectInWords(t: Translate, effect: Publication["move"]["keep"]): string {
  const { people, readAgain, moreToRead, complete } = effect;
  return [
    t("review.effect", { people }),
    ...(readAgain > 0 ? [t("review.effectReadAgain", { count: readAgain })] : []),
    ...(moreToRead > 0 ? [t("review.effectMore", { count: moreToRead })] : []),
    ...(complete > 0 ? [t("review.effectComplete", { count: complete })] : []),
  ].join("; ");
}
