/** What of a pasted or handed-up document could not be kept, and where it stood. */

export type LossKind =
  | "image"
  | "link"
  | "underline"
  | "strike"
  | "script-position"
  | "merged-cells"
  | "cell-blocks"
  | "nested-table"
  | "deep-list"
  | "deep-heading"
  | "footnote"
  | "embedded"
  | "form-field";

export interface Loss {
  kind: LossKind;
  /** The words at its place. */
  near: string;
  /** The heading under which it stood. */
  under: string | null;
}

const MOST = 200;

export class Losses {
  readonly list: Loss[] = [];
  /** The heading that was met last. */
  under: string | null = null;

  add(kind: LossKind, near: string): void {
    const words = near.replace(/\s+/g, " ").trim();
    const short = words.length > 80 ? `${words.slice(0, 80)}…` : words;
    const last = this.list.at(-1);
    if (last?.kind === kind && last.near === short && last.under === this.under) return;
    if (this.list.length < MOST) this.list.push({ kind, near: short, under: this.under });
  }
}
