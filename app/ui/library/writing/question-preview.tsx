import type { QuestionTold } from "~/domain/assessment/bank/question-page";
import { Notice } from "~/ui/kit/notice";
import { QuestionForm } from "~/ui/paper/question-form";
import { useWords } from "~/ui/words/use-words";

/** The question as a learner sees it, beside what is still missing. It can be tried; nothing of it is sent. */
export function QuestionPreview({ told, state }: { told: QuestionTold; state: "quiet" | "looking" | "unreached" }) {
  const t = useWords();
  const { sample } = told;
  return (
    <section className="question-preview" id="sample" aria-labelledby="sample-title">
      <h2 id="sample-title">{t("question.preview")}</h2>
      <p className="hint" role="status">
        {state === "unreached"
          ? t("question.unreached")
          : told.valid
            ? t("question.noProblems")
            : t("question.unfinished")}
      </p>
      {sample ? (
        <div className="paper">
          <QuestionForm
            key={JSON.stringify(sample.body)}
            question={sample}
            total={1}
            check={null}
            hidden={false}
            status={null}
          />
        </div>
      ) : (
        <Notice>{t("question.noPreview")}</Notice>
      )}
    </section>
  );
}
