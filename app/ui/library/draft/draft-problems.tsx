import { type ContentProblem, describeProblem, isError } from "~/domain/courses/content-problem";
import { problemPlace } from "~/domain/courses/drafts/problem-place";
import {
  bankPath,
  draftLessonPath,
  draftMediaPath,
  draftSettingsPath,
  query,
  questionPath,
  testPolicyPath,
} from "~/paths";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";

/** Everything that the checks say of a draft, each with its place and the way there. */
export function DraftProblems({ course, problems }: { course: string; problems: readonly ContentProblem[] }) {
  const t = useWords();
  const errors = problems.filter(isError).length;
  return (
    <section id="problems" tabIndex={-1}>
      <SectionHeading
        lead={problems.length > 0 ? t("draft.problemsSum", { errors, warnings: problems.length - errors }) : undefined}
      >
        {t("draft.problems")}
      </SectionHeading>
      {problems.length === 0 ? <Notice kind="success">{t("draft.problemsNone")}</Notice> : null}
      <ol className="problem-list">
        {problems.map((problem, index) => (
          <Problem key={index} course={course} problem={problem} />
        ))}
      </ol>
    </section>
  );
}

function Problem({ course, problem }: { course: string; problem: ContentProblem }) {
  const t = useWords();
  const { what, mend } = describeProblem(problem, t.language);
  const { line, column, file } = problem;
  const href = hrefOf(course, problem);
  const error = isError(problem);
  return (
    <li className="problem-item">
      <p>
        <StatusTag tone={error ? "danger" : "warning"} icon="warning">
          {t(error ? "library.severityError" : "library.severityWarning")}
        </StatusTag>{" "}
        <code>{file.replace(/^content\/courses\/[^/]+\//, "")}</code>{" "}
        {t("library.placeOf", { line: String(line), column: String(column) })}
      </p>
      <p>{what}</p>
      <p className="muted">{t("library.mend", { mend })}</p>
      {href ? (
        <p>
          <a href={href}>{t("draft.problemGo")}</a>
        </p>
      ) : null}
    </li>
  );
}

/** The page on which a problem is mended; the editor is told line and column. */
export function hrefOf(course: string, problem: ContentProblem): string | null {
  const place = problemPlace(problem);
  const { line, column } = problem;
  switch (place?.kind) {
    case "lesson":
      return draftLessonPath(course, place.id) + query({ line, column });
    case "settings":
      return draftSettingsPath(course);
    case "test":
      return testPolicyPath(course);
    case "bank":
      return place.question === null ? bankPath(course) : questionPath(course, place.question);
    case "media":
      return draftMediaPath(course);
    default:
      return null;
  }
}
