import type { LessonEditorView, SaveAnswer } from "~/domain/courses/drafts/lesson-editor";
import { draftLessonPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { Notice } from "~/ui/kit/notice";
import { TextArea } from "~/ui/kit/text-area";
import { useWords } from "~/ui/words/use-words";
import { PreviewLesson } from "./preview-lesson";

export interface RefusedSave {
  answer: Exclude<SaveAnswer, { kind: "saved" }>;
  /** What was typed. */
  text: string;
}

/** The editor until its script runs, and where none runs: the whole text, a button, and the lesson beneath as it was saved last. */
export function PlainEditor({ view, refused }: { view: LessonEditorView; refused: RefusedSave | undefined }) {
  const t = useWords();
  const { course, file, preview } = view;
  const answer = refused?.answer;
  const overtaken = answer?.kind === "overtaken" ? answer : null;
  return (
    <div className="plain-editor">
      {overtaken ? (
        <Notice kind="warning" title={t("editor.conflictTitle")}>
          {t("editor.plainConflict", { name: overtaken.byName })}
        </Notice>
      ) : answer ? (
        <Notice kind="danger">{t(answer.kind === "closed" ? "editor.state_closed" : "editor.state_too-large")}</Notice>
      ) : null}
      <form method="post" action={draftLessonPath(course.slug, file.id)} className="form">
        <input type="hidden" name="path" value={file.path} />
        <input type="hidden" name="over" value={overtaken?.revision ?? file.revision} />
        <TextArea
          id="lesson-text"
          name="text"
          rows={24}
          label={t("editor.wholeText")}
          hint={t("editor.wholeTextHint")}
          lang="vi"
          spellCheck
          defaultValue={refused?.text ?? file.text}
        />
        {overtaken?.text ? (
          <TextArea
            id="their-text"
            name="theirs"
            rows={10}
            readOnly
            label={t("editor.theirs", { name: overtaken.byName })}
            defaultValue={overtaken.text}
          />
        ) : null}
        <Button>{t("editor.save")}</Button>
      </form>
      {preview.kind === "shown" ? (
        <>
          {preview.problems.length > 0 ? (
            <Notice kind="warning" title={t("editor.errorCount", { count: preview.problems.length })}>
              <ul>
                {preview.problems.map(({ line, column, what, mend }, index) => (
                  <li key={index}>
                    {t("editor.place", { line, column })}: {what} {mend}
                  </li>
                ))}
              </ul>
            </Notice>
          ) : null}
          <section aria-label={t("editor.preview")} className="plain-preview">
            <PreviewLesson preview={preview} />
          </section>
        </>
      ) : (
        <Notice kind="warning">{t("editor.tooSlow")}</Notice>
      )}
    </div>
  );
}
