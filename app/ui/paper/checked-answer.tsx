import type { CheckState } from "~/domain/assessment/answer-check";
import { triesName } from "~/domain/assessment/answer-fields";
import type { LearnerQuestion } from "~/domain/assessment/paper";
import { citationInWords } from "~/domain/courses/citation";
import { Button } from "~/ui/kit/button";
import { Notice } from "~/ui/kit/notice";
import { QuestionAnswer } from "~/ui/questions";
import { useWords } from "~/ui/words/use-words";

/** A settled answer in a test that tells before the end: right or not, and why, as far as the policy lets it be seen. */
export function SettledAnswer({ review }: { review: NonNullable<CheckState["review"]> }) {
  const t = useWords();
  const right = review.outcome === "right";
  return (
    <div className="settled-answer stack">
      {review.outcome === null || review.outcome === "not-scored" ? null : (
        <Notice kind={right ? "success" : "info"}>{t(right ? "paper.checkRight" : "paper.checkNotRight")}</Notice>
      )}
      {review.body ? <QuestionAnswer body={review.body} /> : null}
      {review.explanation ? (
        <p>
          <strong>{t("paper.explanation")}:</strong> {review.explanation}
        </p>
      ) : null}
      {review.citation ? (
        <p className="hint">
          {t("paper.basis")}: {citationInWords(review.citation)}
        </p>
      ) : null}
    </div>
  );
}

/** What was tried so far, the hints for it, and the button that checks the answer as it stands. */
export function CheckAnswer({
  question,
  check,
}: {
  question: Pick<LearnerQuestion, "id" | "number">;
  check: CheckState;
}) {
  const t = useWords();
  return (
    <div className="check-answer stack mt-4">
      {check.tries > 0 ? (
        <Notice kind="info" title={t("paper.checkTryAgain", { count: check.triesLeft })}>
          {check.hints.length > 0 ? (
            <ol className="stack">
              {check.hints.map((hint) => (
                <li key={hint}>{t("paper.hint", { hint })}</li>
              ))}
            </ol>
          ) : null}
        </Notice>
      ) : null}
      <input type="hidden" name={triesName(question.id)} value={check.tries} />
      <Button type="submit" kind="secondary" name="check" value={question.id}>
        {t("paper.check")}
      </Button>
    </div>
  );
}
