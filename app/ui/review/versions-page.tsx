import type { SubmissionResult } from "@conform-to/react";
import type { ContentProblem } from "~/domain/courses/content-problem";
import { NOTE_LENGTH } from "~/domain/courses/drafts/review";
import type { VersionsPage } from "~/domain/courses/versions-view";
import { formatDate } from "~/domain/time";
import { comparePath, libraryCoursePath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ConfirmDetails } from "~/ui/kit/confirm-details";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { PostForm } from "~/ui/kit/post-form";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { formState } from "~/ui/library/form-state";
import { ProblemTable } from "~/ui/library/problem-table";
import { OutOfUse } from "./out-of-use";
import { useWords } from "~/ui/words/use-words";

export interface VersionsProps {
  view: VersionsPage;
  /** May bring versions back and take the course out of use. */
  mayDecide: boolean;
  result: SubmissionResult<string[]> | undefined;
  /** Why an earlier version cannot come back. */
  problems: ContentProblem[];
}

/** Every version of a course: compared, brought back; and the course taken out of use. */
export function Versions({ view, mayDecide, result, problems }: VersionsProps) {
  const t = useWords();
  const { course, versions, unpublished } = view;
  const form = formState({ id: "versions", values: {}, result });
  return (
    <Page
      kicker={course.title}
      title={t("review.versionsTitle")}
      lead={t("review.versionsLead")}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        { label: course.title, href: libraryCoursePath(course.slug) },
      ]}
    >
      <ErrorSummary errors={form.summary()} />
      {problems.length > 0 ? <ProblemTable problems={problems} /> : null}
      <OutOfUse unpublished={unpublished}>
        {mayDecide ? (
          <PostForm>
            <Button kind="secondary" name="intent" value="offer">
              {t("review.offer")}
            </Button>
          </PostForm>
        ) : null}
      </OutOfUse>
      <ol className="review-versions">
        {versions.map((version) => (
          <li key={version.number} className="card">
            <Version view={view} version={version} mayDecide={mayDecide} form={form} />
          </li>
        ))}
      </ol>
      {mayDecide && !unpublished ? <TakeOutOfUse view={view} form={form} /> : null}
    </Page>
  );
}

function Version({
  view,
  version,
  mayDecide,
  form,
}: {
  view: VersionsPage;
  version: VersionsPage["versions"][number];
  mayDecide: boolean;
  form: ReturnType<typeof formState>;
}) {
  const t = useWords();
  const { course, current } = view;
  const { number, publishedAt, changeNote, underWay, completed } = version;
  const label = { number: String(number) };
  const { defaultValue } = form.field("reason");
  const [earlier, later] = [Math.min(number, current), Math.max(number, current)];
  return (
    <>
      <h2 className="card-title">{t("review.versionNumber", label)}</h2>
      <p className="review-facts">
        <StatusTag tone={version.current ? "success" : "neutral"}>
          {t(version.current ? "review.current" : "review.earlier")}
        </StatusTag>
        <span>{formatDate(publishedAt)}</span>
        <span>{t("review.peopleIn", { underWay, completed })}</span>
      </p>
      {changeNote ? <p className="review-said">{changeNote}</p> : null}
      {version.current ? null : (
        <div className="review-tools no-print">
          <a href={comparePath(course.slug, earlier, later)}>{t("review.compareWith")}</a>
          {mayDecide ? (
            <ConfirmDetails
              label={t("review.restore")}
              question={t("review.restoreQuestion", { ...label, title: course.title })}
              consequence={t("review.restoreText")}
              confirmLabel={t("review.restoreConfirm", label)}
              name="intent"
              value="restore"
            >
              <input type="hidden" name="number" value={number} />
              <input type="hidden" name="over" value={current} />
              <TextArea
                id={`restore-${number}`}
                name="reason"
                label={t("review.reason")}
                rows={2}
                maxLength={NOTE_LENGTH}
                defaultValue={defaultValue}
                required
              />
            </ConfirmDetails>
          ) : null}
        </div>
      )}
    </>
  );
}

function TakeOutOfUse({
  view: { course, notBegun },
  form,
}: {
  view: VersionsPage;
  form: ReturnType<typeof formState>;
}) {
  const t = useWords();
  return (
    <section className="no-print">
      <SectionHeading lead={t("review.unpublishLead")}>{t("review.unpublishTitle")}</SectionHeading>
      {notBegun > 0 ? <p>{t("review.unpublishNotBegun", { count: notBegun })}</p> : null}
      <ConfirmDetails
        label={t("review.unpublish")}
        question={t("review.unpublishQuestion", { title: course.title })}
        confirmLabel={t("review.unpublish")}
        name="intent"
        value="unpublish"
      >
        <TextField {...form.field("name")} label={t("review.unpublishName")} size="full" autoComplete="off" required />
        <TextArea {...form.field("reason")} label={t("review.reason")} rows={2} maxLength={NOTE_LENGTH} required />
      </ConfirmDetails>
    </section>
  );
}
