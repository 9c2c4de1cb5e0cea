import { useEffect, useRef } from "react";
import type { FaultInWords } from "~/domain/courses/drafts/lesson-editor";
import { Notice } from "~/ui/kit/notice";
import { useWords } from "~/ui/words/use-words";
import { PreviewLesson } from "./preview-lesson";
import type { LivePreview } from "./use-preview";

export interface PreviewPaneProps {
  preview: LivePreview;
  /** The line of the file that the cursor stands on: its block is kept in sight. */
  line: number;
  onJump: (line: number, column: number) => void;
  onMend: (fault: FaultInWords) => void;
}

/** What learners will see, following what is typed. */
export function PreviewPane({ preview, line, onJump, onMend }: PreviewPaneProps) {
  const t = useWords();
  const pane = useRef<HTMLElement>(null);
  const { shown, state } = preview;

  useEffect(() => {
    const here = pane.current;
    if (!here || !shown || here.scrollHeight <= here.clientHeight) return;
    const blocks = [
      ...shown.lines.map((block) => ({ line: block.line, selector: `[id="${CSS.escape(block.id)}"]` })),
      ...shown.faults.map((fault) => ({ line: fault.line, selector: `[data-line="${fault.line}"]` })),
    ].filter((block) => block.line <= line);
    const nearest = blocks.sort((a, b) => a.line - b.line).at(-1);
    const target = nearest && here.querySelector(nearest.selector);
    if (!target) return;
    const [outer, inner] = [here.getBoundingClientRect(), target.getBoundingClientRect()];
    if (inner.top < outer.top || inner.top > outer.bottom - 80) here.scrollTop += inner.top - outer.top - 80;
  }, [line, shown]);

  return (
    <section
      className="editor-preview"
      id="pane-preview"
      aria-label={t("editor.preview")}
      ref={pane}
      tabIndex={0}
      data-state={state}
    >
      {state === "too-slow" ? <Notice kind="warning">{t("editor.tooSlow")}</Notice> : null}
      {state === "behind" ? <Notice kind="info">{t("editor.behind")}</Notice> : null}
      {shown ? <PreviewLesson preview={shown} onJump={onJump} onMend={onMend} /> : null}
    </section>
  );
}
