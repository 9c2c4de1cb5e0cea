import { type RefObject, useRef, useState } from "react";
import { COMPONENT_FORMS, freshId, type Pair } from "~/domain/courses/lesson/component-forms";
import { type Insertion } from "~/domain/courses/lesson/insertions";
import { type ComponentValues, writeComponent } from "~/domain/courses/lesson/component-values";
import { COMPONENTS } from "~/domain/courses/lesson/components";
import { insertBlock, insertInSentence, insertInText, markLines, markWords } from "~/domain/courses/lesson/insertion";
import { blockAtLine, blocksOf, lineOf, startsOf } from "~/domain/courses/lesson/text-blocks";
import type { FoundComponent } from "~/domain/courses/lesson/read-component";
import { draftPreviewPath } from "~/paths";
import type { WordKey } from "~/ui/words/catalogue.server";
import type { CodeHandle } from "./code-editor";
import { CHANGE_KEY, type Format, FORMAT_KEYS, PALETTE_KEY } from "./toolbar";

export type OpenDialog =
  | { kind: "link"; words: string }
  | { kind: "image" }
  | { kind: "table" }
  | { kind: "palette" }
  /** `at`: where an existing component stands. */
  | { kind: "component"; label: Pair; values: ComponentValues; at: { from: number; to: number } | null };

export interface Editing {
  dialog: OpenDialog | null;
  message: WordKey | null;
  canChange: boolean;
  keys: Record<string, () => void>;
  format: (format: Format) => void;
  insert: (insertion: Insertion) => void;
  openPalette: () => void;
  changeComponent: () => void;
  /** The cursor has moved. */
  moved: (offset: number) => void;
  putBlock: (text: string) => void;
  /** A link takes the place of the words that were chosen. */
  putLink: (text: string) => void;
  finish: (values: ComponentValues) => void;
  removeComponent: () => void;
  close: () => void;
}

/** What toolbar, keys and dialogs do to the text. */
export function useEditing({ code, slug }: { code: RefObject<CodeHandle>; slug: string }): Editing {
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [message, setMessage] = useState<WordKey | null>(null);
  const [canChange, setCanChange] = useState(false);
  // The selection at which a dialog was opened: the editor has lost its focus meanwhile.
  const place = useRef({ from: 0, to: 0 });

  function open(next: OpenDialog) {
    place.current = code.current?.selection() ?? { from: 0, to: 0 };
    setMessage(null);
    setDialog(next);
  }
  function close() {
    setDialog(null);
    // React Aria gives the focus back to the button; the writer wants to go on writing.
    setTimeout(() => code.current?.focus(), 50);
  }
  function format(name: Format) {
    const here = code.current;
    if (!here) return;
    const text = here.text();
    const { from, to } = here.selection();
    setMessage(null);
    if (name === "bold" || name === "italic") here.apply(markWords(text, from, to, name === "bold" ? "**" : "*"));
    else if (name === "link") open({ kind: "link", words: text.slice(from, to) });
    else if (name === "image" || name === "table") open({ kind: name });
    else here.apply(markLines(text, from, to, name));
  }
  function insert({ label, start }: Insertion) {
    const text = code.current?.text() ?? "";
    const prefix = COMPONENT_FORMS[start.name]!.idPrefix;
    const values = prefix ? { ...start, props: { ...start.props, id: freshId(prefix, text) } } : start;
    open({ kind: "component", label, values, at: null });
  }
  async function changeComponent() {
    const here = code.current;
    if (!here) return;
    const body = JSON.stringify({ intent: "component", text: here.text(), offset: here.selection().from });
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(draftPreviewPath(slug), { method: "POST", body, headers }).catch(() => null);
    const found = response?.ok ? ((await response.json()) as { component: FoundComponent | null }).component : null;
    if (!found) return setMessage("editor.noComponent");
    const label = COMPONENT_FORMS[found.values.name]!.label;
    open({ kind: "component", label, values: found.values, at: { from: found.from, to: found.to } });
  }
  function putBlock(text: string) {
    const here = code.current;
    if (!here) return;
    close();
    here.apply(insertBlock(here.text(), place.current.to, text));
  }
  function putInSentence(text: string, put: typeof insertInSentence) {
    const here = code.current;
    if (!here) return;
    close();
    const { from, to } = place.current;
    const change = put(here.text(), from, to, text);
    if (change) here.apply(change);
    else setMessage(put === insertInText ? "editor.notInText" : "editor.notInSentence");
  }
  function finish(values: ComponentValues) {
    const here = code.current;
    const at = dialog?.kind === "component" ? dialog.at : null;
    const written = writeComponent(values);
    if (at && here) {
      close();
      here.apply({ ...at, insert: written, cursor: at.from + written.length });
    } else if (COMPONENTS[values.name]!.place === "inSentence") {
      const { to } = place.current;
      place.current = { from: to, to };
      putInSentence(written, insertInSentence);
    } else putBlock(written);
  }
  function removeComponent() {
    const at = dialog?.kind === "component" ? dialog.at : null;
    close();
    if (at) code.current?.apply({ ...at, insert: "", cursor: at.from });
  }

  const keys = {
    ...Object.fromEntries(Object.entries(FORMAT_KEYS).map(([name, key]) => [key, () => format(name as Format)])),
    [PALETTE_KEY]: () => open({ kind: "palette" }),
    [CHANGE_KEY]: () => void changeComponent(),
  };
  return {
    dialog,
    message,
    canChange,
    keys,
    format,
    insert,
    openPalette: () => open({ kind: "palette" }),
    changeComponent: () => void changeComponent(),
    moved(offset) {
      setCanChange(isInComponent(code.current?.text() ?? "", offset));
      setMessage(null);
    },
    putBlock,
    putLink: (text) => putInSentence(text, insertInText),
    finish,
    removeComponent,
    close,
  };
}

/** Whether a form could be opened at a place, as far as the text alone tells. */
function isInComponent(text: string, offset: number): boolean {
  const line = lineOf(startsOf(text.split("\n")), offset);
  const block = blockAtLine(blocksOf(text), line);
  if (block?.kind === "component") return true;
  return text.lastIndexOf("<CanCu", offset) > text.lastIndexOf(">", offset - 1);
}
