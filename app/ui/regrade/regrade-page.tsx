import type { ChangeKind } from "~/domain/assessment/regrade/offered";
import type { RegradePreview, RegradeView } from "~/domain/assessment/regrade/regrade-view";
import { libraryCoursePath, libraryPath, regradePath, regradesPath, statisticsPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { DescriptionList } from "~/ui/kit/description-list";
import { Disclosure } from "~/ui/kit/disclosure";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { Tabs } from "~/ui/kit/tabs";
import { ChoiceList } from "~/ui/library/choice-list";
import { formatMarks, formatPercent } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { DecisionForm } from "./decision-form";
import { DryRun } from "./dry-run";
import { RegradeTable } from "./regrade-table";
import { CHANGE_WORDS } from "./regrade-words";
import { idOf, type RegradeResult } from "./typed";

const EXPLAINED = {
  key: "regrade.explainKey",
  "full-marks": "regrade.explainFullMarks",
  void: "regrade.explainVoid",
  marks: "regrade.explainMarks",
} as const;

export interface RegradePageProps {
  view: RegradeView;
  change: ChangeKind;
  result: RegradeResult;
  preview: RegradePreview | null;
  /** It was confirmed on other figures than those of the preview. */
  changed: boolean;
}

/** A question, how it was answered, and the decision on it: filled in, tried out, then applied. */
export function RegradePage({ view, change, result, preview, changed }: RegradePageProps) {
  const t = useWords();
  const { course, question, version } = view;
  const errors = Object.entries(result?.error ?? {}).flatMap(([name, messages]) =>
    (messages ?? []).map((message) => ({ fieldId: name === "" ? null : idOf(name), message })),
  );
  const tabs = view.offered.map((kind) => ({
    label: t(CHANGE_WORDS[kind]),
    href: regradePath(course.slug, question.id, { version, change: kind }),
    current: kind === change,
  }));
  const form = <DecisionForm view={view} change={change} result={result} again={preview !== null} />;
  return (
    <Page
      kicker={course.title}
      title={t("regrade.title")}
      lead={t("regrade.lead")}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        { label: course.title, href: libraryCoursePath(course.slug) },
        { label: t("statistics.title"), href: statisticsPath(course.slug, { version: String(version) }) },
      ]}
      actions={<a href={regradesPath(course.slug)}>{t("regrade.history")}</a>}
    >
      <AboutQuestion view={view} />
      {view.offered.length === 0 ? (
        <Notice>{t("regrade.nothingOffered")}</Notice>
      ) : (
        <section>
          <SectionHeading>{t("regrade.whatChanges")}</SectionHeading>
          <Tabs label={t("regrade.whatChanges")} tabs={tabs} />
          <p>{t(EXPLAINED[change])}</p>
          <ErrorSummary errors={errors} />
          {preview ? (
            <>
              <DryRun preview={preview} result={result} changed={changed} />
              <div id="regrade-edit" className="mt-6">
                <Disclosure summary={t("regrade.edit")} open>
                  {form}
                </Disclosure>
              </div>
            </>
          ) : (
            form
          )}
        </section>
      )}
      {view.decided.length > 0 ? (
        <section>
          <SectionHeading>{t("regrade.history")}</SectionHeading>
          <RegradeTable regrades={view.decided} caption={t("regrade.history")} />
        </section>
      ) : null}
    </Page>
  );
}

function AboutQuestion({ view }: { view: RegradeView }) {
  const t = useWords();
  const { question, statistics, standing } = view;
  return (
    <section>
      <p className="lead">{question.stem}</p>
      <DescriptionList
        facts={[
          { term: t("regrade.version"), detail: String(view.version) },
          { term: t("regrade.topic"), detail: question.topic },
          { term: t("regrade.marksNow"), detail: formatMarks(question.marks, t.language) },
          {
            term: t("regrade.standing"),
            detail: standing.void
              ? t("regrade.standingVoid")
              : standing.fullMarks
                ? t("regrade.standingFullMarks")
                : null,
          },
        ]}
      />
      {statistics ? (
        <Disclosure summary={t("regrade.answered")}>
          <p>
            {t("regrade.papersWith", {
              count: statistics.n,
              facility:
                statistics.facility === null
                  ? t("kit.noValue")
                  : formatPercent(statistics.facility, { language: t.language }),
            })}
          </p>
          {statistics.choices.length > 0 ? <ChoiceList statistics={statistics} /> : null}
        </Disclosure>
      ) : (
        <p className="muted">{t("regrade.noPapers")}</p>
      )}
    </section>
  );
}
