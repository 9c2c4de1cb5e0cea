import type { LessonCheck } from "~/domain/courses/course";
import { Button } from "~/ui/kit/button";
import { RadioGroup } from "~/ui/kit/option-group";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";

export interface LessonCheckFormProps {
  check: LessonCheck;
  chosen: string | undefined;
  action: string;
  method: "post" | "get";
}

/** A question within a lesson: a plain form, whose answer comes back with the page at the very place. Never scored. */
export function LessonCheckForm({ check, chosen, action, method }: LessonCheckFormProps) {
  const t = useWords();
  const option = check.options.find(({ id }) => id === chosen);
  return (
    <section className="lesson-check" id={check.id} aria-label={t("lesson.check")}>
      <form method={method} action={`${action}#${check.id}`}>
        <p className="kicker">{t("lesson.check")}</p>
        <input type="hidden" name="intent" value="answer-check" />
        <input type="hidden" name="check" value={check.id} />
        <RadioGroup
          id={`${check.id}-choice`}
          name="choice"
          label={<span dangerouslySetInnerHTML={{ __html: check.question }} />}
          hint={t("lesson.checkHint")}
          options={check.options.map(({ id, label }) => ({ value: id, label }))}
          defaultValue={option?.id}
          required
        />
        {option ? (
          <div className="lesson-check-comment" role="status" data-right={option.correct}>
            <StatusTag tone={option.correct ? "success" : "warning"} icon={option.correct ? "check-circle" : "info"}>
              {t(option.correct ? "lesson.checkRight" : "lesson.checkWrong")}
            </StatusTag>
            <div className="prose" dangerouslySetInnerHTML={{ __html: option.feedback }} />
          </div>
        ) : null}
        <Button kind="secondary">{t(option ? "lesson.checkAgain" : "lesson.checkAnswer")}</Button>
      </form>
    </section>
  );
}
