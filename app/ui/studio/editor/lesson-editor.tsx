import { useCallback, useMemo, useRef, useState } from "react";
import type { EditorMedia, FaultInWords, LessonEditorView } from "~/domain/courses/drafts/lesson-editor";
import { escapeSigns } from "~/domain/courses/lesson/component-values";
import { cutLesson, joinLesson } from "~/domain/courses/lesson/front-matter-form";
import { startsOf } from "~/domain/courses/lesson/text-blocks";
import { SessionDialog } from "~/ui/paper/session-dialog";
import { Button } from "~/ui/kit/button";
import { Disclosure } from "~/ui/kit/disclosure";
import { Notice } from "~/ui/kit/notice";
import { useWords } from "~/ui/words/use-words";
import CodeEditor, { type CodeHandle } from "./code-editor";
import { ConflictDialog } from "./conflict-dialog";
import { EditingDialogs } from "./editing-dialogs";
import { PresenceNote, SaveStatus } from "./editor-status";
import { HeadForm } from "./head-form";
import { HistoryDialog } from "./history-dialog";
import { keepAside } from "./kept-aside";
import { PasteNote } from "./paste-note";
import { PreviewPane } from "./preview-pane";
import { ProblemList } from "./problem-list";
import { Toolbar } from "./toolbar";
import { useEditing } from "./use-editing";
import { usePaste } from "./use-paste";
import { usePresence } from "./use-presence";
import { usePreview } from "./use-preview";
import { useTextSaver } from "./use-text-saver";

/** The editor with script: fields, text and preview together, saved while it is typed. */
export default function LessonEditor({ view }: { view: LessonEditorView }) {
  const t = useWords();
  const { course, draft, file, documents } = view;
  const [added, setAdded] = useState<EditorMedia[]>([]);
  const media = useMemo(() => withAdded(view.media, added), [view.media, added]);
  const first = useMemo(() => cutLesson(file.text), [file.text]);
  const code = useRef<CodeHandle>(null);
  const [head, setHead] = useState(first.head);
  // A head that came from elsewhere (this device's journal, a conflict, the history) is drawn anew.
  const [headTurn, setHeadTurn] = useState(0);
  const headNow = useRef(first.head);
  const [line, setLine] = useState(0);
  const [shown, setShown] = useState<"text" | "preview">("text");
  const [historyOpen, setHistoryOpen] = useState(false);

  const preview = usePreview({ slug: course.slug, path: file.path, first: view.preview });
  const present = usePresence(course.slug, file.path);
  const saver = useTextSaver(view, (text) => show(text));
  const readOnly = draft.state !== "editing" || saver.state === "closed";
  const linesAbove = head.split("\n").length - 1;
  const problems = preview.shown?.problems ?? [];

  function took(text: string) {
    saver.changed(text);
    preview.ask(text);
  }
  function changeHead(next: string) {
    headNow.current = next;
    setHead(next);
    took(joinLesson({ head: next, body: code.current?.text() ?? first.body }));
  }
  /** Puts a whole text into fields and editor. */
  function show(text: string) {
    const cut = cutLesson(text);
    headNow.current = cut.head;
    setHead(cut.head);
    setHeadTurn((turn) => turn + 1);
    code.current?.replaceAll(cut.body);
    preview.ask(text);
  }
  function settle(text: string) {
    const mine = saver.conflict?.mine;
    if (mine !== undefined && mine !== text) keepAside(draft.id, file.path, mine);
    saver.settle(text);
    show(text);
  }
  const jump = useCallback(
    (toLine: number, column: number) => {
      setShown("text");
      if (toLine > linesAbove) return requestAnimationFrame(() => code.current?.jump(toLine - linesAbove, column));
      const fields = document.getElementById("lesson-head")?.querySelector("details");
      if (fields) fields.open = true;
      return document.getElementById("lesson-head")?.querySelector<HTMLElement>("input, textarea")?.focus();
    },
    [linesAbove],
  );
  function mend({ line: first, lastLine, source }: FaultInWords) {
    const body = code.current?.text() ?? "";
    const lines = body.split("\n");
    const from = startsOf(lines)[first - linesAbove - 1] ?? 0;
    // The preview may be a moment behind what is typed.
    if (lines.slice(first - linesAbove - 1, lastLine - linesAbove).join("\n") !== source) return;
    const insert = escapeSigns(source);
    code.current?.apply({ from, to: from + source.length, insert, cursor: from + insert.length });
  }
  const editing = useEditing({ code, slug: course.slug });
  const paste = usePaste(code);

  return (
    <div className="editor" data-shown={shown}>
      <div className="editor-bar">
        <SaveStatus state={saver.state} />
        <ProblemList problems={problems} onJump={jump} />
        <div className="buttons">
          <Button type="button" kind="secondary" icon="clock" onClick={() => setHistoryOpen(true)}>
            {t("editor.history")}
          </Button>
        </div>
      </div>
      {readOnly ? <Notice kind="info">{t("editor.state_closed")}</Notice> : null}
      <PresenceNote present={present} />
      {paste.report ? <PasteNote report={paste.report} onClose={paste.forget} /> : null}
      <div className="editor-tabs" role="tablist" aria-label={t("editor.parts")}>
        {(["text", "preview"] as const).map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`tab-${tab}`}
            aria-controls={`pane-${tab}`}
            aria-selected={shown === tab}
            onClick={() => setShown(tab)}
          >
            {t(tab === "text" ? "editor.write" : "editor.preview")}
          </button>
        ))}
      </div>
      <div className="editor-tools">
        <Toolbar
          disabled={readOnly}
          canChange={editing.canChange}
          onFormat={editing.format}
          onInsert={editing.insert}
          onPalette={editing.openPalette}
          onChange={editing.changeComponent}
        />
        {editing.message ? (
          <p className="editor-message" role="alert">
            {t(editing.message)}
          </p>
        ) : null}
      </div>
      <div className="editor-panes">
        <section className="editor-text" id="pane-text" aria-label={t("editor.write")}>
          <div id="lesson-head">
            <Disclosure summary={t("editor.head")}>
              <HeadForm key={headTurn} head={head} documents={documents} readOnly={readOnly} onChange={changeHead} />
            </Disclosure>
          </div>
          <CodeEditor
            handle={code}
            text={first.body}
            label={t("editor.textLabel")}
            readOnly={readOnly}
            facts={{ documents, media, language: t.language }}
            problems={problems}
            linesAbove={linesAbove}
            keys={editing.keys}
            onPaste={paste.take}
            onChange={(body) => took(joinLesson({ head: headNow.current, body }))}
            onCursor={(offset, at) => {
              setLine(at + linesAbove);
              editing.moved(offset);
            }}
          />
          <p className="hint">{t("editor.keysHint")}</p>
        </section>
        <PreviewPane preview={preview} line={line} onJump={jump} onMend={mend} />
      </div>
      <EditingDialogs
        editing={editing}
        view={{ ...view, media }}
        onAdded={(medium) => setAdded((before) => [...before, medium])}
      />
      {historyOpen ? (
        <HistoryDialog
          slug={course.slug}
          draftId={draft.id}
          path={file.path}
          onClose={() => setHistoryOpen(false)}
          onBringBack={(text) => {
            setHistoryOpen(false);
            show(text);
            saver.changed(text);
          }}
        />
      ) : null}
      {saver.conflict ? <ConflictDialog conflict={saver.conflict} onSettle={settle} /> : null}
      <SessionDialog
        open={saver.state === "signed-out"}
        onSignedIn={saver.signedInAgain}
        text={t("editor.sessionText")}
      />
    </div>
  );
}

/** A file that is put there again keeps its place. */
const withAdded = (media: readonly EditorMedia[], added: readonly EditorMedia[]): EditorMedia[] => [
  ...new Map([...media, ...added].map((medium) => [medium.path, medium])).values(),
];
