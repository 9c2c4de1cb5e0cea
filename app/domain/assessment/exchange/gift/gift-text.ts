/** Escapes and formats of GIFT. */
import type { Remark } from "../exchange";
import { remark } from "../exchange";
import { plainText, type TextFormat } from "../plain-text";

// Escaped signs stand as signs of the private area while the structure is read; a cleaned file has none of its own.
const SIGNS = [":", "#", "=", "{", "}", "~", "\n", "\\"];
const hiddenSign = (index: number) => String.fromCharCode(0xe000 + index);
const HIDDEN_SIGN = /[\ue000-\ue007]/g;

/** `\=` and the like → signs that structure does not see. A backslash before any other letter is itself. */
export function hideEscapes(text: string): string {
  return text.replace(/\\([:#={}~n\\])/g, (_, sign: string) => hiddenSign(SIGNS.indexOf(sign === "n" ? "\n" : sign)));
}

export function showEscapes(text: string): string {
  return text.replace(HIDDEN_SIGN, (sign) => SIGNS[sign.charCodeAt(0) - 0xe000]!);
}

/** As it stood in the file. */
export function restoreEscapes(text: string): string {
  return text.replace(HIDDEN_SIGN, (sign) => {
    const shown = SIGNS[sign.charCodeAt(0) - 0xe000]!;
    return `\\${shown === "\n" ? "n" : shown}`;
  });
}

/** A text with the signs of the structure as text. */
export const escaped = (text: string) => text.replace(/[\\#=~{}:]/g, "\\$&").replace(/\n/g, "\\n");

/** A text among answers: what begins like a format or a weight is said to be neither. */
export const field = (text: string) => (/^[[%]/.test(text) ? `[plain]${escaped(text)}` : escaped(text));

const FORMAT = /^\s*\[(html|plain|markdown|moodle)\]/;

export const formatOf = (text: string, otherwise: TextFormat): TextFormat =>
  (FORMAT.exec(text)?.[1] as TextFormat | undefined) ?? otherwise;

/** A reader of the texts of one question; what is lost in them is remembered once. */
export class GiftTexts {
  private readonly lost = new Set<string>();

  constructor(readonly format: TextFormat) {}

  /** One text, escapes still hidden. Lines that were broken in the file are one line; `\n` breaks a line. */
  read(text: string): string {
    const format = formatOf(text, this.format);
    const body = text.replace(FORMAT, "").replace(/[ \t]*\n\s*/g, format === "markdown" ? "\n" : " ");
    const plain = plainText(showEscapes(body).trim(), format);
    for (const loss of plain.lost) this.lost.add(loss);
    return plain.text;
  }

  remarks(): Remark[] {
    return this.lost.size === 0
      ? []
      : [remark("format-lost", { what: [...this.lost].map((loss) => `loss:${loss}`).join(", ") })];
  }
}
