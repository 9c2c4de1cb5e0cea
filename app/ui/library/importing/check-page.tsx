import type { SubmissionResult } from "@conform-to/react";
import type { ImportView } from "~/domain/assessment/question-import/import-view";
import type { DraftRefusal } from "~/domain/courses/drafts/working-course";
import { formatDateTime } from "~/domain/time";
import { bankPath, importPath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ConfirmDetails } from "~/ui/kit/confirm-details";
import { Disclosure } from "~/ui/kit/disclosure";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { PostForm } from "~/ui/kit/post-form";
import { StatNumber, StatRow } from "~/ui/kit/stat-number";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { courseCrumb, DraftNote, NothingSaved } from "../draft/draft-note";
import { FORMATS } from "../bank/export-page";
import { formState } from "../form-state";
import { ApplyForm } from "./apply-form";
import { DefaultFields } from "./default-fields";
import { ImportReport } from "./import-report";

export interface CheckPageProps {
  view: ImportView;
  result: SubmissionResult<string[]> | undefined;
  /** Why nothing was written into the draft. */
  refusal: DraftRefusal | null;
}

/** What a file of questions holds beside what the course has; then it is taken over, read again, or left. */
export function CheckPage({ view, result, refusal }: CheckPageProps) {
  const t = useWords();
  const { course, report, applied, fileName } = view;
  const form = formState({
    id: "apply",
    values: { changeNote: t("importing.defaultNote", { file: fileName }) },
    result,
  });
  return (
    <Page
      kicker={course.title}
      title={t("importing.checkTitle")}
      lead={applied ? null : t("importing.checkLead", { file: fileName, format: t(FORMATS[view.format]) })}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        courseCrumb(view),
        { label: t("bank.title"), href: bankPath(course.slug) },
        { label: t("importing.title"), href: importPath(course.slug) },
      ]}
    >
      {applied ? <Applied view={view} applied={applied} /> : null}
      <NothingSaved refusal={refusal} course={course.slug} />
      {applied ? null : <DraftNote draft={view.draft} course={course.slug} />}
      <ErrorSummary errors={form.summary()} />
      {report.readable ? <Sums view={view} /> : <Notice kind="danger">{t("importing.unreadable")}</Notice>}
      {applied || !report.readable ? <ImportReport view={view} chosen={null} /> : <ApplyForm view={view} form={form} />}
      {applied ? null : <OtherWays view={view} />}
    </Page>
  );
}

function Applied({ view, applied }: { view: ImportView; applied: NonNullable<ImportView["applied"]> }) {
  const t = useWords();
  const date = formatDateTime(applied.at);
  return (
    <Notice kind="success" title={t("importing.appliedTitle")}>
      <p>
        {applied.number === null
          ? t("importing.appliedTextBare", { date })
          : t("importing.appliedText", { date, number: String(applied.number) })}
      </p>
      <p className="buttons">
        <a href={bankPath(view.course.slug)}>{t("importing.toBank")}</a>
        <a href={importPath(view.course.slug)}>{t("importing.again")}</a>
      </p>
    </Notice>
  );
}

function Sums({ view: { plan, report } }: { view: ImportView }) {
  const t = useWords();
  const count = (state: "new" | "changed" | "identical") =>
    formatNumber(plan.questions.filter((each) => each.state === state).length, { language: t.language });
  return (
    <StatRow>
      <StatNumber value={count("new")} label={t("importing.sumNew")} />
      <StatNumber value={count("changed")} label={t("importing.sumChanged")} />
      <StatNumber value={count("identical")} label={t("importing.sumIdentical")} />
      <StatNumber
        value={formatNumber(report.refused.length, { language: t.language })}
        label={t("importing.sumRefused")}
        tone={report.refused.length > 0 ? "warning" : undefined}
      />
    </StatRow>
  );
}

/** To read the file again with other words for what it does not say, or to leave it. */
function OtherWays({ view }: { view: ImportView }) {
  const t = useWords();
  const { citation = "", topic = "", topicTitle } = view.defaults;
  const values = topicTitle ? { citation, newTopic: topicTitle } : { citation, topic };
  return (
    <section className="no-print mt-8">
      <Disclosure summary={t("importing.reread")}>
        <p className="hint">{t("importing.defaultsLead")}</p>
        <PostForm className="form" noValidate>
          <DefaultFields form={formState({ id: "reread", values, result: undefined })} from={view} />
          <Button kind="secondary" name="intent" value="defaults">
            {t("importing.rereadButton")}
          </Button>
        </PostForm>
      </Disclosure>
      <div className="mt-4">
        <ConfirmDetails
          label={t("importing.discard")}
          question={t("importing.discardQuestion", { file: view.fileName })}
          consequence={t("importing.discardConsequence")}
          confirmLabel={t("importing.discard")}
          name="intent"
          value="discard"
        />
      </div>
    </section>
  );
}
