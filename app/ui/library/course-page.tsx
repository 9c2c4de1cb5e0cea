import type { LibraryCourse } from "~/domain/courses/library";
import { isError } from "~/domain/courses/content-problem";
import { formatDate, formatDay } from "~/domain/time";
import {
  bankPath,
  contentCheckPath,
  courseExportPath,
  findForConditionsPath,
  lessonPreviewPath,
  libraryPath,
  regradesPath,
  markingPath,
  statisticsPath,
  testPolicyPath,
  testPreviewPath,
  versionsPath,
} from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { DescriptionList } from "~/ui/kit/description-list";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { OutOfUse } from "~/ui/review/out-of-use";
import { durationInWords } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { BankTable } from "./bank-table";
import { TestPolicyInWords } from "./policy/policy-in-words";

export function LibraryCoursePage({
  course,
  waitingToBeMarked,
}: {
  course: LibraryCourse;
  /** How many papers wait for marks; null when the reader marks none, or none ever will. */
  waitingToBeMarked: number | null;
}) {
  const t = useWords();
  const { manifest, version, problems } = course;
  return (
    <Page
      kicker={t("library.courseKicker")}
      title={manifest.title}
      lead={manifest.summary}
      crumbs={[{ label: t("library.title"), href: libraryPath() }]}
      actions={
        <>
          {manifest.test ? (
            <Button kind="secondary" href={testPreviewPath(manifest.slug)}>
              {t("library.previewTest")}
            </Button>
          ) : null}
          <Button kind="quiet" icon="download" href={courseExportPath(manifest.slug)}>
            {t("library.export")}
          </Button>
        </>
      }
    >
      <Problems problems={problems} />
      {course.changedInBrowser ? (
        <div className="mb-6">
          <Notice title={t("library.browserTitle")}>{t("library.browserText", { folder: manifest.slug })}</Notice>
        </div>
      ) : null}
      <OutOfUse unpublished={course.unpublished} />
      <DescriptionList
        facts={[
          {
            term: t("library.version"),
            detail: <VersionFact number={version.number} hash={version.hash} publishedAt={version.publishedAt} />,
          },
          { term: t("library.audience"), detail: manifest.audience },
          { term: t("library.studyForm"), detail: manifest.studyForm },
          {
            term: t("library.readingTime"),
            detail: durationInWords(
              t,
              manifest.lessons.reduce((sum, { minutes }) => sum + minutes, 0),
            ),
          },
          {
            term: t("library.reviewed"),
            detail: t("library.reviewedBy", { date: formatDay(manifest.reviewedOn), reviewer: manifest.reviewedBy }),
          },
          {
            term: t("library.reviewAgain"),
            detail: <ReviewAgain day={manifest.reviewAgainBy} overdue={course.reviewOverdue} />,
          },
          { term: t("library.criteria"), detail: manifest.criteria.join(", ") },
        ]}
      />
      <Outline course={course} />
      <section>
        <SectionHeading>{t("library.test")}</SectionHeading>
        {manifest.test ? (
          <div className="prose">
            <TestPolicyInWords policy={manifest.test} topics={manifest.topics} />
            {waitingToBeMarked === null ? null : <MarkingLink course={manifest.slug} waiting={waitingToBeMarked} />}
          </div>
        ) : (
          <p>{t("library.noTest")}</p>
        )}
        <div className="buttons no-print">
          <Button kind="secondary" href={testPolicyPath(manifest.slug)}>
            {t(manifest.test ? "policy.edit" : "policy.create")}
          </Button>
          {manifest.test ? <a href={statisticsPath(manifest.slug)}>{t("statistics.open")}</a> : null}
          {manifest.test ? <a href={regradesPath(manifest.slug)}>{t("regrade.history")}</a> : null}
          {manifest.test ? <a href={findForConditionsPath()}>{t("accommodation.findTitle")}</a> : null}
        </div>
      </section>
      <section>
        <SectionHeading lead={t("library.banksLead")}>{t("library.banks")}</SectionHeading>
        <BankTable topics={course.topics} />
        <div className="buttons no-print">
          <Button kind="secondary" href={bankPath(manifest.slug)}>
            {t("bank.open")}
          </Button>
        </div>
      </section>
      <Versions versions={course.versions} slug={manifest.slug} />
    </Page>
  );
}

function MarkingLink({ course, waiting }: { course: string; waiting: number }) {
  const t = useWords();
  return (
    <p>
      <a href={markingPath(course)}>{t("marking.open")}</a> ({t("marking.waitingCount", { count: waiting })})
    </p>
  );
}

function Problems({ problems }: Pick<LibraryCourse, "problems">) {
  const t = useWords();
  if (problems.length === 0) return null;
  const refused = problems.some(isError);
  return (
    <Notice kind="warning" title={t(refused ? "library.refused" : "library.warned")}>
      {refused ? <p>{t("library.refusedText")}</p> : null}
      <p>
        <a href={contentCheckPath()}>{t("library.toChecks")}</a> (
        {t("library.problemCount", { count: problems.length })})
      </p>
    </Notice>
  );
}

function VersionFact({ number, hash, publishedAt }: LibraryCourse["version"]) {
  const t = useWords();
  return (
    <>
      {t("library.versionOn", { number: String(number), date: formatDate(publishedAt) })} <code>{hash}</code>
    </>
  );
}

function ReviewAgain({ day, overdue }: { day: string; overdue: boolean }) {
  const t = useWords();
  return (
    <>
      {formatDay(day)} {overdue ? <StatusTag tone="warning">{t("library.reviewOverdue")}</StatusTag> : null}
    </>
  );
}

function Outline({ course }: { course: LibraryCourse }) {
  const t = useWords();
  const { slug } = course.manifest;
  return (
    <section>
      <SectionHeading>{t("library.outline")}</SectionHeading>
      <DataTable
        caption={t("library.outline")}
        hideCaption
        rows={course.lessons}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "title",
            header: t("library.lessonTitle"),
            rowHeader: true,
            cell: ({ id, title }) => (
              <a href={lessonPreviewPath(slug, id)} title={t("library.openPreview")}>
                {title}
              </a>
            ),
          },
          { key: "minutes", header: t("library.minutes"), numeric: true, cell: ({ minutes }) => minutes },
          { key: "situations", header: t("library.situations"), numeric: true, cell: ({ situations }) => situations },
          { key: "checks", header: t("library.checks"), numeric: true, cell: ({ checks }) => checks },
          {
            key: "required",
            header: t("library.requirement"),
            cell: ({ required }) => t(required ? "library.required" : "library.optional"),
          },
        ]}
      />
    </section>
  );
}

function Versions({ versions, slug }: { versions: LibraryCourse["versions"]; slug: string }) {
  const t = useWords();
  return (
    <section>
      <SectionHeading lead={t("library.versionsLead")}>{t("library.versions")}</SectionHeading>
      <DataTable
        caption={t("library.versions")}
        hideCaption
        rows={versions}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: "number",
            header: t("library.version"),
            rowHeader: true,
            cell: ({ number }) => t("library.versionNumber", { number: String(number) }),
          },
          { key: "published", header: t("library.published"), cell: ({ publishedAt }) => formatDate(publishedAt) },
          { key: "note", header: t("library.changeNote"), cell: ({ changeNote }) => changeNote ?? t("kit.noValue") },
          { key: "hash", header: t("library.hash"), wideOnly: true, cell: ({ hash }) => <code>{hash}</code> },
          {
            key: "state",
            header: t("library.state"),
            cell: ({ current }) => (
              <StatusTag tone={current ? "success" : "neutral"}>
                {t(current ? "library.current" : "library.earlier")}
              </StatusTag>
            ),
          },
        ]}
      />
      <div className="buttons no-print">
        <Button kind="secondary" href={versionsPath(slug)}>
          {t("review.toVersions")}
        </Button>
      </div>
    </section>
  );
}
