import { type KeyboardEvent, useRef } from "react";
import { type Insertion, INSERTIONS } from "~/domain/courses/lesson/insertions";
import { useWords } from "~/ui/words/use-words";

/** What can be done to the words that are chosen. */
export type Format = "h2" | "h3" | "bold" | "italic" | "bullets" | "numbers" | "table" | "link" | "image";

/** With the keys of CodeMirror; "Mod" is Ctrl, or Cmd on a Mac. */
export const FORMAT_KEYS: Record<Format, string> = {
  h2: "Mod-Alt-2",
  h3: "Mod-Alt-3",
  bold: "Mod-b",
  italic: "Mod-i",
  bullets: "Mod-Shift-8",
  numbers: "Mod-Shift-7",
  table: "Mod-Alt-t",
  link: "Mod-k",
  image: "Mod-Alt-i",
};
export const PALETTE_KEY = "Mod-Alt-c";
export const CHANGE_KEY = "Alt-Enter";

/** Put in so often that they stand in the toolbar; the palette has them all. */
const AT_HAND = ["CanCu", "GhiNho", "LuuY", "ViDu", "TinhHuong", "dilemma", "KiemTra", "CacBuoc", "NenTranh"];

export interface ToolbarProps {
  disabled: boolean;
  /** The cursor stands in a component that has a form. */
  canChange: boolean;
  onFormat: (format: Format) => void;
  onInsert: (insertion: Insertion) => void;
  onPalette: () => void;
  onChange: () => void;
}

const shown = (key: string) => key.replace("Mod", "Ctrl").replaceAll("-", "+");

/** Buttons for everything that a lesson can hold; the arrow keys go from one to the next. */
export function Toolbar({ disabled, canChange, onFormat, onInsert, onPalette, onChange }: ToolbarProps) {
  const t = useWords();
  const bar = useRef<HTMLDivElement>(null);
  const at = t.language === "vi" ? 0 : 1;

  function move(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...(bar.current?.querySelectorAll<HTMLButtonElement>("button:not(:disabled)") ?? [])];
    const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (step === undefined || here < 0) return;
    event.preventDefault();
    const next = buttons[(here + step + buttons.length) % buttons.length]!;
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  }

  const format = (name: Format, face: string, className?: string) => (
    <button
      key={name}
      type="button"
      className={className}
      tabIndex={name === "h2" ? 0 : -1}
      disabled={disabled}
      aria-label={t(`editor.format_${name}`)}
      title={`${t(`editor.format_${name}`)} (${shown(FORMAT_KEYS[name])})`}
      aria-keyshortcuts={FORMAT_KEYS[name].replace("Mod", "Control").replaceAll("-", "+")}
      onClick={() => onFormat(name)}
    >
      {face}
    </button>
  );
  return (
    <div className="editor-toolbar" role="toolbar" aria-label={t("editor.toolbar")} ref={bar} onKeyDown={move}>
      <div role="group" aria-label={t("editor.formats")}>
        {format("h2", "H2")}
        {format("h3", "H3")}
        {format("bold", t("editor.faceBold"), "face-bold")}
        {format("italic", t("editor.faceItalic"), "face-italic")}
        {format("bullets", "•—")}
        {format("numbers", "1.—")}
        {format("table", t("editor.table"))}
        {format("link", t("editor.link"))}
        {format("image", t("editor.image"))}
      </div>
      <div role="group" aria-label={t("editor.components")}>
        {INSERTIONS.filter(({ key }) => AT_HAND.includes(key)).map((insertion) => (
          <button
            key={insertion.key}
            type="button"
            tabIndex={-1}
            disabled={disabled}
            title={insertion.purpose[at]}
            onClick={() => onInsert(insertion)}
          >
            {insertion.label[at]}
          </button>
        ))}
        <button type="button" tabIndex={-1} disabled={disabled} title={shown(PALETTE_KEY)} onClick={onPalette}>
          {t("editor.more")}
        </button>
        <button
          type="button"
          tabIndex={-1}
          className="face-change"
          disabled={disabled || !canChange}
          title={`${t("editor.changeHint")} (${shown(CHANGE_KEY)})`}
          onClick={onChange}
        >
          {t("editor.changeComponent")}
        </button>
      </div>
    </div>
  );
}
