import { type ReactNode, useState } from "react";
import type { OfferedCase } from "~/domain/assessment/bank/question-page";
import { caseSeen } from "~/domain/assessment/question-form/case-seen";
import { ComboBox } from "~/ui/kit/interactive/combo-box";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import { useDesk, useField } from "./writing-desk";

export interface ChoiceFieldProps {
  id: string;
  name: string;
  defaultValue: string;
  label: string;
  hint?: ReactNode;
  errors: string[];
  optional?: boolean;
  autoFocus?: boolean;
}

/** What is chosen and none of what is offered stays in the list, so that it is not lost unseen. */
const withOwn = (options: { value: string; label: string }[], value: string) =>
  value === "" || options.some((each) => each.value === value) ? options : [{ value, label: value }, ...options];

/** A document of the register, found by number or title. */
export function DocumentField({ autoFocus: _unused, ...props }: ChoiceFieldProps) {
  const t = useWords();
  const { choices, onChosen } = useDesk();
  const options = choices.documents.map(({ number, title, expired }) => ({
    value: number,
    label: `${number} – ${title}${expired ? ` (${t("question.expired")})` : ""}`,
  }));
  return <ComboBox {...props} options={withOwn(options, props.defaultValue)} onChange={onChosen} />;
}

/** Article or clause: what the register and other questions name of the document is offered, anything may be written. */
export function PlaceField(props: ChoiceFieldProps) {
  const { choices, form } = useDesk();
  const part = props.name.endsWith(".article") ? "articles" : "clauses";
  const document = form.field(props.name.replace(/[^.]+$/, "document")).defaultValue;
  const known = choices.documents.find(({ number }) => number === document)?.[part] ?? [];
  return (
    <>
      <TextField {...props} list={known.length > 0 ? `${props.id}-known` : undefined} autoComplete="off" />
      {known.length > 0 ? (
        <datalist id={`${props.id}-known`}>
          {known.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}

export function LessonField(props: ChoiceFieldProps) {
  const t = useWords();
  const { choices } = useDesk();
  const options = choices.lessons.map(({ id, title }) => ({ value: id, label: title }));
  return <Select {...props} options={withOwn(options, props.defaultValue)} placeholder={t("question.noLesson")} />;
}

export function SectionField(props: ChoiceFieldProps) {
  const t = useWords();
  const { choices, form } = useDesk();
  const lesson = form.field(props.name.replace(/[^.]+$/, "lesson")).defaultValue || form.field("lesson").defaultValue;
  const titles = new Map(choices.lessons.map(({ id, title }) => [id, title]));
  const fitting = choices.sections.filter((each) => lesson === "" || each.lesson === lesson);
  const options = fitting.map((each) => ({ value: each.id, label: `${titles.get(each.lesson)} – ${each.title}` }));
  return <Select {...props} options={withOwn(options, props.defaultValue)} placeholder={t("question.wholeLesson")} />;
}

export function TopicField(props: ChoiceFieldProps) {
  const { topics } = useDesk();
  const options = Object.entries(topics).map(([value, label]) => ({ value, label }));
  return <Select {...props} options={withOwn(options, props.defaultValue)} placeholder={false} />;
}

/** Which text the question asks about, and that text itself: it stands in the bank for all questions of the case. */
export function CaseFields(props: ChoiceFieldProps) {
  const t = useWords();
  const { choices, about, topics } = useDesk();
  const [shown, setShown] = useState(about);
  const title = useField("about.title");
  const text = useField("about.text");
  const known = choices.cases.map((each) => ({ value: each.id, label: caseLabel(each, topics, choices.cases) }));
  const begun = about.of !== "" && about.of !== "+" && !choices.cases.some(({ id }) => id === about.of);
  const options = [
    { value: "+", label: t("question.newCase") },
    ...(begun ? [{ value: about.of, label: about.title || about.of }] : []),
    ...known,
  ];
  const others =
    (choices.cases.find(({ id }) => id === shown.of)?.questions ?? 0) - (props.defaultValue === shown.of ? 1 : 0);
  function choose(id: string) {
    const found = choices.cases.find((each) => each.id === id);
    if (found) setShown({ of: id, title: found.title, text: found.text, seen: caseSeen(found) });
    else setShown(id === about.of ? about : { of: id, title: "", text: "", seen: "" });
  }
  return (
    <>
      <Select
        {...props}
        options={withOwn(options, props.defaultValue)}
        placeholder={t("question.noCase")}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <input type="hidden" name="about.of" value={shown.of} />
      <input type="hidden" name="about.seen" value={shown.seen} />
      {shown.of === "" ? (
        <div hidden>
          <input type="hidden" name="about.title" value={shown.title} />
          <input type="hidden" name="about.text" value={shown.text} />
        </div>
      ) : (
        <div className="form-case" key={shown.of}>
          {others > 0 ? <p className="hint">{t("question.caseOthers", { count: others })}</p> : null}
          <TextField {...title} defaultValue={shown.title} label={t("question.caseTitle")} />
          <TextArea {...text} defaultValue={shown.text} label={t("question.caseText")} rows={5} />
        </div>
      )}
    </>
  );
}

const caseLabel = (each: OfferedCase, topics: Record<string, string>, all: readonly OfferedCase[]) =>
  all.some(({ topic }) => topic !== each.topic) ? `${each.title} (${topics[each.topic] ?? each.topic})` : each.title;
