import type { DeltaBlock, DeltaQuestion, VersionDelta } from "~/domain/completion/supplements/delta";
import { Disclosure } from "~/ui/kit/disclosure";
import { SectionHeading } from "~/ui/kit/section-heading";
import type { FormState } from "~/ui/library/form-state";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";

const LONGEST = 280;

/** Blocks and questions that changed or cite the document, each to be ticked. */
export function DeltaChoice({ delta, form }: { delta: VersionDelta; form: FormState }) {
  const t = useWords();
  const blocks = new Set(form.ticked("block"));
  const questions = new Set(form.ticked("question"));
  return (
    <>
      <section className="stack">
        <SectionHeading lead={t("supplement.blocksLead")}>{t("supplement.blocks")}</SectionHeading>
        {delta.lessons.map((lesson) => (
          <fieldset className="field" key={lesson.id}>
            <legend>{lesson.title}</legend>
            {lesson.blocks.map((block) => {
              const value = `${lesson.id}#${block.id}`;
              return (
                <div key={block.id}>
                  <Tick name="block" value={value} checked={blocks.has(value)} text={shortened(block.text)}>
                    {signsOf(t, block)}
                  </Tick>
                  {block.before === null ? null : (
                    <Disclosure summary={t("supplement.wasBefore")}>
                      <p>{block.before}</p>
                    </Disclosure>
                  )}
                </div>
              );
            })}
            {lesson.removed > 0 ? <p className="hint">{t("supplement.removed", { count: lesson.removed })}</p> : null}
          </fieldset>
        ))}
      </section>
      {delta.questions.length > 0 ? (
        <fieldset className="field">
          <legend>{t("supplement.questionsHead")}</legend>
          <p className="hint">{t("supplement.questionsLead")}</p>
          {delta.questions.map((question) => (
            <Tick
              key={question.id}
              name="question"
              value={question.id}
              checked={questions.has(question.id)}
              text={shortened(question.stem)}
            >
              {signsOf(t, question)}
            </Tick>
          ))}
        </fieldset>
      ) : null}
    </>
  );
}

function Tick(props: { name: string; value: string; checked: boolean; text: string; children: string }) {
  return (
    <label className="option">
      <input type="checkbox" name={props.name} value={props.value} defaultChecked={props.checked} />
      <span className="option-text">
        {props.text} <span className="hint">({props.children})</span>
      </span>
    </label>
  );
}

function signsOf(t: Translate, part: DeltaBlock | DeltaQuestion): string {
  const isNew = "before" in part && part.before === null;
  const signs = [
    part.changed ? t(isNew ? "supplement.isNew" : "supplement.isChanged") : "",
    part.cites ? t("supplement.isCiting") : "",
  ];
  return signs.filter((sign) => sign !== "").join(", ");
}

const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text);
