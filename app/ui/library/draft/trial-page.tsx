import type { TrialResult, TrialView } from "~/domain/assessment/trial";
import { draftTrialPath, libraryPath, questionPath, testPolicyPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { EmptyState } from "~/ui/kit/empty-state";
import { Notice } from "~/ui/kit/notice";
import { PostForm } from "~/ui/kit/post-form";
import { QuestionForm } from "~/ui/paper/question-form";
import { QuestionReview } from "~/ui/result/question-review";
import { formatMarks, formatPercent } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { courseCrumb, DraftNote } from "./draft-note";

export interface TrialPageProps {
  view: TrialView;
  result: TrialResult | null;
  /** The test or the banks changed while the paper was filled in. */
  changed: boolean;
}

/** The draft's test, taken to see how it feels and what it says; nothing is recorded. */
export function TrialPage({ view, result, changed }: TrialPageProps) {
  const t = useWords();
  const { course, policy, paper, seed } = view;
  const { slug } = course;
  return (
    <Page
      width="reading"
      kicker={course.title}
      title={policy ? `${t("draft.toTrial")}: ${policy.title}` : t("draft.toTrial")}
      lead={t("blueprint.trialLead")}
      crumbs={[{ label: t("library.title"), href: libraryPath() }, courseCrumb(view)]}
      actions={
        paper ? (
          <Button kind="secondary" href={draftTrialPath(slug)}>
            {t("library.redraw")}
          </Button>
        ) : null
      }
    >
      <DraftNote draft={view.draft} course={slug} />
      {changed ? (
        <Notice kind="warning" live>
          {t("blueprint.trialChanged")}
        </Notice>
      ) : null}
      {paper ? (
        <p className="mb-6">
          {t("library.seed")}: <code>{seed}</code>. <a href={draftTrialPath(slug, seed)}>{t("library.sameSeed")}</a>
        </p>
      ) : (
        <EmptyState
          icon="document"
          title={t("blueprint.trialNone")}
          actions={<a href={testPolicyPath(slug)}>{t("draft.toTest")}</a>}
        >
          {t(policy ? "blueprint.trialShort" : "blueprint.trialNoTest")}
        </EmptyState>
      )}
      {result ? <Graded view={view} result={result} /> : <Paper view={view} />}
    </Page>
  );
}

function Paper({ view: { paper, stand, seed } }: { view: TrialView }) {
  const t = useWords();
  if (!paper) return null;
  return (
    <PostForm className="paper" noValidate>
      <input type="hidden" name="seed" value={seed} />
      <input type="hidden" name="stand" value={stand} />
      {paper.questions.map((question) => (
        <QuestionForm
          key={question.id}
          question={question}
          total={paper.questions.length}
          check={null}
          hidden={false}
          status={null}
        />
      ))}
      <div className="buttons">
        <Button>{t("blueprint.trialGrade")}</Button>
      </div>
    </PostForm>
  );
}

function Graded({ view: { course, policy, seed }, result }: { view: TrialView; result: TrialResult }) {
  const t = useWords();
  const { percent, passed, questions } = result;
  const share = (value: number) => formatPercent(value / 100, { decimals: value % 1 ? 2 : 0, language: t.language });
  const title = percent === null ? "blueprint.trialAwaits" : passed ? "blueprint.trialPassed" : "blueprint.trialFailed";
  return (
    <>
      <Notice kind={passed ? "success" : "info"} title={t(title)} live>
        <p>
          {t("blueprint.trialPoints", {
            points: formatMarks(result.points, t.language),
            most: formatMarks(result.maxPoints, t.language),
          })}{" "}
          {percent === null || !policy
            ? null
            : t("blueprint.trialPercent", { percent: share(percent), pass: share(policy.passPercent) })}
        </p>
        <p>{t("blueprint.trialNothingKept")}</p>
      </Notice>
      <ol className="review-list">
        {questions.map((question, index) => (
          <QuestionReview
            key={question.id}
            question={question}
            withCase={question.case?.title !== questions[index - 1]?.case?.title}
            course={course.slug}
          >
            <p className="hint">
              <a href={questionPath(course.slug, question.id)}>{t("question.editOne", { id: question.id })}</a>
            </p>
          </QuestionReview>
        ))}
      </ol>
      <div className="buttons no-print">
        <Button href={draftTrialPath(course.slug)}>{t("library.redraw")}</Button>
        <a href={draftTrialPath(course.slug, seed)}>{t("blueprint.trialAgain")}</a>
      </div>
    </>
  );
}
