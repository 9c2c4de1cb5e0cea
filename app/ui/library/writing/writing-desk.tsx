import { createContext, type ReactNode, useContext } from "react";
import type { QuestionChoices } from "~/domain/assessment/bank/question-page";
import type { Sayings } from "~/domain/assessment/question-form/field-faults";
import type { Pair } from "~/domain/assessment/question-form/form-shape";
import type { FormValues } from "~/domain/assessment/question-form/form-values";
import type { RemovedRow } from "~/domain/assessment/question-form/row-change";
import type { WrittenCase } from "~/domain/assessment/question-form/written-question";
import { Icon } from "~/ui/kit/icon";
import { useWords } from "~/ui/words/use-words";
import type { FormState } from "../form-state";

/** What every field of the form of a question needs to know. */
export interface WritingDesk {
  form: FormState;
  values: FormValues;
  advice: Sayings;
  choices: QuestionChoices;
  topics: Record<string, string>;
  about: WrittenCase;
  removed: RemovedRow | null;
  /** The name of the field at which the writer goes on. */
  focus: string | null;
  /** Something was chosen that no event of the form tells of. */
  onChosen: () => void;
}

const DeskContext = createContext<WritingDesk | null>(null);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): WritingDesk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk outside of DeskProvider");
  return desk;
}

/** The words of a form in the reader's language. */
export function usePair(): (pair: Pair) => string {
  const { language } = useWords();
  return (pair) => pair[language === "vi" ? 0 : 1];
}

/** What a field of this name gets: its value, its faults, the advice on it beside its hint. */
export function useField(name: string, hint?: Pair) {
  const { form, focus } = useDesk();
  const field = form.field(name);
  return { ...field, hint: useHint(name, hint), autoFocus: focus === name };
}

export function useHint(name: string, hint?: Pair): ReactNode {
  const t = useWords();
  const say = usePair();
  const { advice } = useDesk();
  const said = advice[name] ?? [];
  if (said.length === 0) return hint && say(hint);
  return (
    <>
      {hint ? say(hint) : null}
      {said.map((sentence) => (
        <span className="field-advice" key={sentence}>
          <Icon name="info" />
          <span>
            <strong>{t("question.advice")}</strong> {sentence}
          </span>
        </span>
      ))}
    </>
  );
}
