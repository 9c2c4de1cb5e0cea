/** The texts of Moodle XML: each says its own format. */
import { remark, type Remark } from "../exchange";
import { plainText, type TextFormat } from "../plain-text";
import { childOf, type XmlElement } from "./xml-tree";

export const rawText = (element: XmlElement | undefined): string =>
  (childOf(element, "text") ?? element)?.text.trim() ?? "";

/** The value of a child, "" when there is none. */
export const valueOf = (element: XmlElement, name: string): string => rawText(childOf(element, name));

/** Its name, or its question: what an officer knows it by. */
export const labelOf = (element: XmlElement): string => valueOf(element, "name") || valueOf(element, "questiontext");

const FORMATS: Record<string, TextFormat> = {
  html: "html",
  plain_text: "plain",
  markdown: "markdown",
  moodle_auto_format: "moodle",
};

export const formatOf = (element: XmlElement | undefined, otherwise: TextFormat): TextFormat =>
  FORMATS[element?.attributes["format"] ?? ""] ?? otherwise;

/** Reads the texts of one question, and remembers what was lost. */
export class XmlTexts {
  private readonly lost = new Set<string>();

  read(element: XmlElement | undefined, otherwise: TextFormat = "html"): string {
    return element ? this.readRaw(rawText(element), formatOf(element, otherwise)) : "";
  }

  readRaw(source: string, format: TextFormat): string {
    const plain = plainText(source, format);
    for (const loss of plain.lost) this.lost.add(loss);
    return plain.text;
  }

  remarks(): Remark[] {
    return this.lost.size === 0
      ? []
      : [remark("format-lost", { what: [...this.lost].map((loss) => `loss:${loss}`).join(", ") })];
  }
}
