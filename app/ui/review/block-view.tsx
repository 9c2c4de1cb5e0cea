import type { LessonBlock } from "~/domain/courses/compare/lesson-blocks";
import { Icon } from "~/ui/kit/icon";
import { useWords } from "~/ui/words/use-words";

/** A block of a lesson as its reader sees it; of a check the question with all its answers, and which is the key. */
export function BlockView({ block, html }: { block: LessonBlock; html: string | null }) {
  return block.check ? (
    <CheckView check={block.check} />
  ) : (
    // Compiled from checked content: see domain/courses/lesson.
    <div className="lesson-prose" dangerouslySetInnerHTML={{ __html: html ?? block.html }} />
  );
}

function CheckView({ check }: { check: NonNullable<LessonBlock["check"]> }) {
  const t = useWords();
  return (
    <div className="review-check">
      <p className="kicker">{t("review.check")}</p>
      <div className="lesson-prose" dangerouslySetInnerHTML={{ __html: `<p>${check.question}</p>` }} />
      <ol type="a">
        {check.options.map((option) => (
          <li key={option.id}>
            {option.label}
            {option.correct ? (
              <strong className="review-key">
                {" "}
                <Icon name="check" /> {t("review.right")}
              </strong>
            ) : null}
            <div className="hint" dangerouslySetInnerHTML={{ __html: option.feedback }} />
          </li>
        ))}
      </ol>
    </div>
  );
}
