import { autocompletion, closeCompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useImperativeHandle, useRef, type Ref } from "react";
import type { ProblemInWords } from "~/domain/courses/drafts/lesson-editor";
import type { TextChange } from "~/domain/courses/lesson/insertion";
import { useWords } from "~/ui/words/use-words";
import { type CompletionFacts, lessonCompletion } from "./code-completion";
import { lessonHighlighting } from "./code-highlight";
import { codePhrases } from "./code-phrases";

/** What the page may do with the text under the cursor. */
export interface CodeHandle {
  text(): string;
  selection(): { from: number; to: number };
  apply(change: TextChange & { anchor?: number }): void;
  replaceAll(text: string): void;
  jump(line: number, column: number): void;
  focus(): void;
}

export interface CodeEditorProps {
  text: string;
  label: string;
  readOnly: boolean;
  facts: CompletionFacts;
  problems: readonly ProblemInWords[];
  /** Lines of the file that stand above the text. */
  linesAbove: number;
  /** Key → what is done; the keys are CodeMirror's ("Mod-b"). */
  keys: Record<string, () => void>;
  onChange: (text: string) => void;
  /** A paste with HTML; false leaves it to the editor as plain text. */
  onPaste: (html: string, plain: string) => boolean;
  onCursor: (offset: number, line: number) => void;
  handle: Ref<CodeHandle>;
}

/** The text of a lesson. Nothing listens to single keys of a composition: Vietnamese input methods work as anywhere. */
export default function CodeEditor(props: CodeEditorProps) {
  const t = useWords();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const { text, label, readOnly, facts, keys } = latest.current;
    const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
    const made = new EditorView({
      parent: place.current!,
      doc: text,
      extensions: [
        EditorView.cspNonce.of(nonce),
        codePhrases(t),
        lineNumbers({ formatNumber: (number) => String(number + latest.current.linesAbove) }),
        lintGutter(),
        history(),
        drawSelection(),
        EditorView.lineWrapping,
        markdown({ base: markdownLanguage, completeHTMLTags: false }),
        lessonHighlighting,
        highlightSelectionMatches(),
        autocompletion({ override: [lessonCompletion(facts)], activateOnTyping: true }),
        keymap.of([
          ...Object.keys(keys).map((key) => ({
            key,
            preventDefault: true,
            run: () => {
              latest.current.keys[key]?.();
              return true;
            },
          })),
          ...completionKeymap,
          // Tab is left to the browser: the keyboard is never caught in here.
          ...defaultKeymap,
          ...historyKeymap,
          ...searchKeymap,
          ...lintKeymap,
          { key: "Escape", run: closeCompletion },
        ]),
        EditorState.readOnly.of(readOnly),
        EditorView.contentAttributes.of({
          "aria-label": label,
          lang: "vi",
          // A region that scrolls is reached by keyboard, read-only as well.
          tabindex: "0",
          spellcheck: "true",
          autocorrect: "on",
          autocapitalize: "sentences",
        }),
        EditorView.domEventHandlers({
          paste(event) {
            const html = event.clipboardData?.getData("text/html") ?? "";
            const plain = event.clipboardData?.getData("text/plain") ?? "";
            if (latest.current.readOnly || !latest.current.onPaste(html, plain)) return false;
            event.preventDefault();
            return true;
          },
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          if (update.docChanged || update.selectionSet) {
            const { head } = update.state.selection.main;
            latest.current.onCursor(head, update.state.doc.lineAt(head).number);
          }
        }),
      ],
    });
    view.current = made;
    return () => made.destroy();
    // One editor for the life of the page; what changes is read from `latest`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const { problems, linesAbove } = props;
  useEffect(() => {
    const state = view.current?.state;
    if (!state) return;
    const diagnostics = problems
      .filter(({ line }) => line > linesAbove && line - linesAbove <= state.doc.lines)
      .map(({ line, column, severity, what, mend }) => {
        const at = state.doc.line(line - linesAbove);
        const from = Math.min(at.from + column - 1, at.to);
        return { from, to: Math.max(from, at.to), severity, message: `${what} ${mend}` };
      });
    view.current!.dispatch(setDiagnostics(state, diagnostics));
  }, [problems, linesAbove]);

  useImperativeHandle(props.handle, () => ({
    text: () => view.current?.state.doc.toString() ?? latest.current.text,
    selection: () => {
      const { from = 0, to = 0 } = view.current?.state.selection.main ?? {};
      return { from, to };
    },
    apply({ from, to, insert, cursor, anchor }) {
      const selection = { anchor: anchor ?? cursor, head: cursor };
      view.current?.dispatch({ changes: { from, to, insert }, selection, scrollIntoView: true, userEvent: "input" });
      view.current?.focus();
    },
    replaceAll(text) {
      const there = view.current;
      if (there && there.state.doc.toString() !== text) {
        there.dispatch({ changes: { from: 0, to: there.state.doc.length, insert: text } });
      }
    },
    jump(line, column) {
      const there = view.current;
      if (!there) return;
      const at = there.state.doc.line(Math.min(Math.max(1, line), there.state.doc.lines));
      const anchor = Math.min(at.from + column - 1, at.to);
      there.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      there.focus();
    },
    focus: () => view.current?.focus(),
  }));

  return <div className="code-editor" ref={place} />;
}
