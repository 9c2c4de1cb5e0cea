import type { QuestionRefusal, QuestionTold } from "~/domain/assessment/bank/question-page";
import { Notice } from "~/ui/kit/notice";
import { useWords } from "~/ui/words/use-words";
import { NothingSaved } from "../draft/draft-note";
import { usePair } from "./writing-desk";

/** Why nothing was saved; what was typed stands below. */
export function Refused({ refusal, course }: { refusal: QuestionRefusal | null; course: string }) {
  const t = useWords();
  const say = usePair();
  switch (refusal?.reason) {
    case undefined:
    case "problems":
      return null;
    case "overtaken":
    case "closed":
      return <NothingSaved refusal={refusal} course={course} />;
    case "no-form":
      return (
        <Notice kind="warning" title={t("question.noFormTitle")} live>
          {t("question.noForm")}
        </Notice>
      );
    case "changed":
      return (
        <Notice kind="warning" title={t("draft.overtakenTitle")} live>
          <p>{t("draft.overtakenSomebody")}</p>
          <p>{t("question.standing")}:</p>
          {refusal.differences.length > 0 ? (
            <dl className="standing-fields">
              {refusal.differences.map(({ label, standing }, index) => (
                <div key={index}>
                  <dt>{say(label)}</dt>
                  <dd>{standing === "" ? t("question.standingEmpty") : standing}</dd>
                </div>
              ))}
            </dl>
          ) : (
            <pre className="import-text">{refusal.standing}</pre>
          )}
        </Notice>
      );
    case "case-changed":
      return (
        <Notice kind="warning" title={t("draft.overtakenTitle")} live>
          <p>{t("question.caseChanged")}</p>
          <p>
            <strong>{refusal.standing.title}</strong>
          </p>
          <p>{refusal.standing.text}</p>
        </Notice>
      );
    case "gone":
      return <Notice kind="warning">{t("question.notThere")}</Notice>;
    case "id-taken":
      return <Notice kind="danger">{t("question.idTaken")}</Notice>;
    case "id-fixed":
      return <Notice kind="danger">{t("question.idFixed")}</Notice>;
  }
}

/** What is wrong with the text, line by line. */
export function LineProblems({ told }: { told: QuestionTold }) {
  const t = useWords();
  if (!told.asked || told.lines.length === 0) return null;
  return (
    <Notice kind="danger" title={t("question.problems")} live>
      <ul className="list-disc pl-5">
        {told.lines.map(({ line, what, mend }, index) => (
          <li key={index}>
            <strong>{t("question.atLine", { line: String(line) })}:</strong> {what}{" "}
            <span className="muted">{mend}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
