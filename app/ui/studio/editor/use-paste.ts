import { type RefObject, useState } from "react";
import type { MdxFromHtml } from "~/domain/courses/paste/html-to-mdx";
import { insertBlock, insertInText } from "~/domain/courses/lesson/insertion";
import type { CodeHandle } from "./code-editor";

export type PasteReport = Pick<MdxFromHtml, "losses" | "converted">;

// Programs for code put their lines as HTML beside the plain text: that one is meant.
const FROM_CODE = /white-space:\s*pre(?!-line)|<pre\b/i;
const HAS_FORM = /<(p|h[1-6]|li|table|b|strong|i|em|a|br|div|span)\b/i;

/** What comes from Word or a web page becomes the text of a lesson; what could not be kept is told. */
export function usePaste(code: RefObject<CodeHandle>) {
  const [report, setReport] = useState<PasteReport | null>(null);

  async function put(html: string, plain: string): Promise<void> {
    // Some hundred kilobytes that most who write never need.
    const { htmlToMdx } = await import("~/domain/courses/paste/html-to-mdx");
    const { title, body, losses, converted } = htmlToMdx(html);
    const here = code.current;
    if (!here) return;
    const { from, to } = here.selection();
    const written = [title === null ? "" : `## ${title}`, body.trim()].filter((part) => part !== "").join("\n\n");
    const text = written === "" ? plain : written;
    const inline = text.includes("\n") ? null : insertInText(here.text(), from, to, text);
    here.apply(inline ?? insertBlock(here.text(), to, text));
    setReport(losses.length > 0 || converted !== null ? { losses, converted } : null);
  }

  return {
    report,
    forget: () => setReport(null),
    /** Takes a paste that brings HTML; false: it is plain text, and the editor's own affair. */
    take(html: string, plain: string): boolean {
      if (html === "" || FROM_CODE.test(html) || !HAS_FORM.test(html)) return false;
      void put(html, plain);
      return true;
    },
  };
}
