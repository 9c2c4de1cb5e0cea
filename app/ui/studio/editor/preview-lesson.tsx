import { useLayoutEffect, useRef, useState, type FormEvent } from "react";
import type { FaultInWords, ShownPreview } from "~/domain/courses/drafts/lesson-editor";
import { Button } from "~/ui/kit/button";
import { Icon } from "~/ui/kit/icon";
import { LessonView } from "~/ui/learning/lesson-view";
import { durationInWords } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

export interface PreviewLessonProps {
  preview: ShownPreview;
  /** Goes to a line of the file. */
  onJump?: (line: number, column: number) => void;
  /** Writes the signs of a block so that they show as they are. */
  onMend?: (fault: FaultInWords) => void;
}

/** Faults that often come from a sign that was only meant as a sign. */
const OF_SIGNS = new Set(["sign-less-than", "mdx-syntax", "mdx-expression", "html-tag", "autolink"]);

/** A lesson exactly as its learners will see it; blocks that cannot be shown stand as boxes that say why. */
export function PreviewLesson({ preview, onJump, onMend }: PreviewLessonProps) {
  const t = useWords();
  const { lesson, faults } = preview;
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const place = useRef<HTMLDivElement>(null);
  useOpenDetails(place, preview);

  function answer(event: FormEvent<HTMLDivElement>) {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const [check, choice] = [form.get("check"), form.get("choice")];
    if (typeof check === "string" && typeof choice === "string") setAnswers({ ...answers, [check]: choice });
  }

  return (
    <div className="preview-lesson" ref={place} onSubmit={answer}>
      <header>
        <p className="kicker">{durationInWords(t, lesson.minutes)}</p>
        <p className="preview-title">{lesson.title}</p>
        {lesson.summary ? <p className="lead">{lesson.summary}</p> : null}
      </header>
      <LessonView
        lesson={lesson}
        checkAnswers={answers}
        checkAction=""
        checkMethod="get"
        drawFault={(at) => (faults[at] ? <FaultBox fault={faults[at]} onJump={onJump} onMend={onMend} /> : null)}
      />
    </div>
  );
}

function FaultBox({ fault, onJump, onMend }: { fault: FaultInWords } & Pick<PreviewLessonProps, "onJump" | "onMend">) {
  const t = useWords();
  const [first] = fault.problems;
  return (
    <section className="fault-box" data-line={fault.line} aria-label={t("editor.faultLabel", { line: fault.line })}>
      <ul>
        {fault.problems.map(({ line, column, what, mend }, index) => (
          <li key={index}>
            <Icon name="stop" />
            <span>
              <strong>{what}</strong> {mend} <span className="muted">{t("editor.place", { line, column })}</span>
            </span>
          </li>
        ))}
      </ul>
      {fault.source ? <pre lang="vi">{fault.source}</pre> : null}
      {onJump && first ? (
        <Button type="button" kind="quiet" icon="edit" onClick={() => onJump(first.line, first.column)}>
          {t("editor.goThere")}
        </Button>
      ) : null}
      {onMend && fault.source && fault.problems.every(({ rule }) => OF_SIGNS.has(rule)) ? (
        <Button type="button" kind="quiet" icon="check" onClick={() => onMend(fault)}>
          {t("editor.mendSigns")}
        </Button>
      ) : null}
    </section>
  );
}

/** What the reader of the preview had unfolded stays unfolded while the text is typed. */
function useOpenDetails(place: React.RefObject<HTMLDivElement>, preview: ShownPreview): void {
  const open = useRef(new Set<string>());
  useLayoutEffect(() => {
    const here = place.current;
    if (!here) return;
    const keyOf = (details: Element) => details.querySelector("summary")?.textContent ?? "";
    for (const details of here.querySelectorAll("details")) {
      if (open.current.has(keyOf(details)) && !details.open) details.open = true;
    }
    const toggled = (event: Event) => {
      const details = event.target as HTMLDetailsElement;
      if (!details.isConnected) return;
      if (details.open) open.current.add(keyOf(details));
      else open.current.delete(keyOf(details));
    };
    here.addEventListener("toggle", toggled, true);
    return () => here.removeEventListener("toggle", toggled, true);
  }, [place, preview]);
}
