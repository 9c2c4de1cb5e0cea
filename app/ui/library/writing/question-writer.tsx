import { type FormEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import type { QuestionPageView, QuestionShown } from "~/domain/assessment/bank/question-page";
import { fieldLabel } from "~/domain/assessment/question-form/field-label";
import { readValues } from "~/domain/assessment/question-form/form-values";
import { changeRows } from "~/domain/assessment/question-form/row-change";
import { questionLookPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { PostForm } from "~/ui/kit/post-form";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import { formState } from "../form-state";
import { bankPath } from "~/paths";
import { TopicField } from "./choice-fields";
import { FormFields } from "./form-fields";
import { QuestionPreview } from "./question-preview";
import { useLeaveWarning, useLooks } from "./use-looks";
import { DeskProvider, useField, usePair } from "./writing-desk";

/**
 * The form of a question, or its text, and beside it the question as learners will see it. Everything is a button of one form and
 * works without script; with it rows change at once and the preview follows typing.
 */
export function QuestionWriter({ view, shown }: { view: QuestionPageView; shown: QuestionShown }) {
  const t = useWords();
  const say = usePair();
  const form = useRef<HTMLFormElement>(null);
  const looks = useLooks(form, questionLookPath(view.course.slug));
  const leaving = useLeaveWarning();
  // What the fields are drawn with; they keep for themselves what is typed into them.
  const [drawn, setDrawn] = useState({ written: shown.written, focus: shown.focus, round: 0 });
  const { written, focus, round } = drawn;
  const fields = shown.sections.flatMap((section) => section.fields);
  const asked = shown.told.asked;
  const told = { ...(looks.told ?? shown.told), asked };
  const faults = asked ? told.faults : {};
  const state = formState({
    id: "question",
    values: {
      ...written.values,
      topic: written.values["topic"] ?? written.topic,
      newTopic: written.newTopic,
      yaml: written.text,
      about: written.about,
    },
    result: { error: faults, initialValue: undefined },
  });
  const goOn = focus === null ? null : state.field(focus).id;
  useEffect(() => {
    // The fields are drawn anew with each round; the first time the page itself says where to begin.
    if (round > 0 && goOn !== null) document.getElementById(goOn)?.focus();
  }, [round, goOn]);

  function onClick(event: MouseEvent) {
    const button = (event.target as Element).closest<HTMLButtonElement>("button[name=intent]");
    if (!button || !form.current || written.mode !== "form") return;
    const typed = new FormData(form.current);
    const values = readValues(fields, typed);
    const change = changeRows({ fields, values, intent: button.value, removed: written.removed });
    if (!change) return;
    event.preventDefault();
    const words = (name: string) => String(typed.get(name) ?? "");
    const about = {
      of: words("about.of"),
      title: words("about.title"),
      text: words("about.text"),
      seen: words("about.seen"),
    };
    setDrawn({
      written: {
        ...written,
        about,
        topic: words("topic"),
        newTopic: words("newTopic"),
        values: change.values,
        removed: change.removed,
      },
      focus: change.focus,
      round: round + 1,
    });
    onTyped();
  }
  function onTyped() {
    leaving.touched();
    looks.soon();
  }
  const summary = Object.entries(faults).flatMap(([name, sentences]) => {
    const own = OWN_LABELS[name as keyof typeof OWN_LABELS];
    const pair = fieldLabel(fields, name);
    const label = pair ? say(pair) : own && t(own);
    const { id } = state.field(name);
    return sentences.map((message) => ({
      fieldId: name === "" ? null : id,
      message: label ? `${label}: ${message}` : message,
    }));
  });
  const desk = {
    form: state,
    values: written.values,
    advice: told.advice,
    choices: view.choices,
    topics: view.topics,
    about: written.about,
    removed: written.removed,
    focus,
    onChosen: onTyped,
  };
  return (
    <div className="question-desk">
      <PostForm
        ref={form}

        className="form question-form"
        noValidate
        onClick={onClick}
        onChange={onTyped}
        onSubmit={(event: FormEvent) => event.defaultPrevented || leaving.sent()}
      >
        {/* Enter in a field presses the first button of a form: that must be a harmless one. */}
        <button name="intent" value="check" className="visually-hidden" tabIndex={-1} aria-hidden />
        <input type="hidden" name="mode" value={written.mode} />
        <input type="hidden" name="seen" value={shown.seen} />
        {written.bank === null ? null : <input type="hidden" name="bank" value={written.bank} />}
        <Views mode={written.mode} />
        <a className="to-preview" href="#sample">
          {t("question.toPreview")}
        </a>
        <ErrorSummary errors={summary} title={t("question.problems")} />
        <DeskProvider value={desk}>
          <div key={round} className="form">
            {written.bank === null ? <NewTopic /> : null}
            {written.mode === "text" ? (
              <TextView shown={{ ...shown, written }} />
            ) : (
              <FormView shown={{ ...shown, written }} />
            )}
          </div>
        </DeskProvider>
        <div className="buttons">
          <Button name="intent" value="save">
            {t("question.save")}
          </Button>
          <Button kind="secondary" name="intent" value="check">
            {t("question.check")}
          </Button>
          <a href={bankPath(view.course.slug)}>{t("question.toBank")}</a>
        </div>
      </PostForm>
      <QuestionPreview told={told} state={looks.state} />
    </div>
  );
}

/** What is asked beside the form of a kind. */
const OWN_LABELS = {
  topic: "question.topic",
  "about.title": "question.caseTitle",
  "about.text": "question.caseText",
} as const;

/** The two ways to write; going from one to the other keeps what is not saved. */
function Views({ mode }: { mode: "form" | "text" }) {
  const t = useWords();
  const view = (name: "form" | "text") => (
    <li>
      <button type="submit" name="intent" value={`to-${name}`} aria-current={mode === name ? "page" : undefined}>
        {t(name === "form" ? "question.asForm" : "question.asText")}
      </button>
    </li>
  );
  return (
    <nav className="tabs no-print" aria-label={t("question.views")}>
      <ul>
        {view("form")}
        {view("text")}
      </ul>
    </nav>
  );
}

function NewTopic() {
  const t = useWords();
  const topic = useField("topic");
  const newTopic = useField("newTopic");
  return (
    <section>
      <TopicField {...topic} label={t("question.topic")} />
      <TextField {...newTopic} label={t("question.newTopic")} hint={t("question.newTopicHint")} optional />
    </section>
  );
}

function FormView({ shown }: { shown: QuestionShown }) {
  const say = usePair();
  const { removed, text } = shown.written;
  return (
    <>
      <input type="hidden" name="yaml" value={text} />
      <input type="hidden" name="removed" value={removed ? JSON.stringify(removed) : ""} />
      {shown.sections.map(({ id, title, fields }) => (
        <section key={id} aria-labelledby={`part-${id}`}>
          <h2 id={`part-${id}`}>{say(title)}</h2>
          <div className="form-cells">
            <FormFields fields={fields} />
          </div>
        </section>
      ))}
    </>
  );
}

function TextView({ shown }: { shown: QuestionShown }) {
  const t = useWords();
  const { text, about } = shown.written;
  return (
    <>
      {(["of", "title", "text", "seen"] as const).map((part) => (
        <input key={part} type="hidden" name={`about.${part}`} value={about[part]} />
      ))}
      <TextArea
        {...useField("yaml")}
        rows={Math.min(40, text.split("\n").length + 4)}
        spellCheck={false}
        label={t("question.yaml")}
        hint={t("question.yamlHint")}
      />
    </>
  );
}
