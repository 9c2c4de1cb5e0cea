import type { ProblemInWords } from "~/domain/courses/drafts/lesson-editor";
import { Icon } from "~/ui/kit/icon";
import { useWords } from "~/ui/words/use-words";

/** How much is wrong, and each fault with its place: choosing one goes there. */
export function ProblemList({
  problems,
  onJump,
}: {
  problems: readonly ProblemInWords[];
  onJump: (line: number, column: number) => void;
}) {
  const t = useWords();
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (problems.length === 0) {
    return (
      <p className="editor-problems-none">
        <Icon name="check-circle" /> {t("editor.noProblems")}
      </p>
    );
  }
  return (
    <details className="editor-problems" data-severity={errors > 0 ? "error" : "warning"}>
      <summary>
        <Icon name={errors > 0 ? "stop" : "warning"} />
        {errors > 0 ? t("editor.errorCount", { count: errors }) : t("editor.warningCount", { count: problems.length })}
      </summary>
      <ol>
        {problems.map(({ line, column, what, mend, severity }, index) => (
          <li key={index}>
            <button type="button" onClick={() => onJump(line, column)}>
              <span className="editor-problem-place">
                {severity === "warning" ? `${t("editor.warning")}, ` : ""}
                {t("editor.place", { line, column })}
              </span>
              <span>
                {what} {mend}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
