/** Texts with gaps in which one chooses: cloze, "select missing words" (gapselect), "drag and drop into text" (ddwtos). */
import { cleanField } from "../clean-text";
import type { Details } from "../details";
import { excerpt, remark, type Remark } from "../exchange";
import { gapNames, replaceGaps, splitStem } from "../gaps";
import { decodeEntities } from "../plain-text";
import type { ReadAnswer } from "../read-question";
import { isChoice, splitCloze } from "./cloze";
import type { KindRead } from "./read-kinds";
import { formatOf, rawText, valueOf, type XmlTexts } from "./xml-texts";
import { childOf, childrenOf, type XmlElement } from "./xml-tree";

export function readCloze(element: XmlElement, details: Details, texts: XmlTexts): KindRead | Remark {
  const asked = childOf(element, "questiontext");
  const format = formatOf(asked, "html");
  const read = (text: string) =>
    format === "html" ? texts.readRaw(text, "html") : cleanField(decodeEntities(text).trim());
  const { text, gaps } = splitCloze(rawText(asked), read);
  const odd = gaps.find((gap) => !isChoice(gap));
  if (odd) return remark("cloze-kinds", { kind: excerpt(odd.kind, 20) });
  if (gaps.length === 0) return remark("no-gap");
  const uneven = gaps.some(({ marks }) => marks !== gaps[0]!.marks);
  return {
    ...inlineOf(
      texts.readRaw(text, format),
      details,
      gaps.map(({ options }) => options),
    ),
    remarks: uneven ? [remark("gaps-levelled")] : [],
  };
}

/** Choices are numbered through the whole question: [[3]] is where the third is right, among those of its group. */
export function readGaps(element: XmlElement, details: Details, texts: XmlTexts): KindRead | Remark {
  const choices = ["selectoption", "dragbox"].flatMap((name) =>
    childrenOf(element, name).map((choice) => ({
      text: texts.readRaw(rawText(choice), "moodle"),
      group: valueOf(choice, "group") || "1",
    })),
  );
  const whole = texts.read(childOf(element, "questiontext"));
  const names = gapNames(whole);
  if (names.length === 0) return remark("no-gap");
  const gaps: ReadAnswer[][] = [];
  for (const name of names) {
    const right = choices[Number(name) - 1];
    if (!right) return remark("gap-without-choice", { gap: excerpt(name, 20) });
    const group = choices.filter(({ group }) => group === right.group).map(({ text }) => text);
    const others = new Set(group);
    gaps.push([...others].map((text) => ({ text, weight: text === right.text ? 100 : 0, feedback: "" })));
  }
  return {
    ...inlineOf(
      replaceGaps(whole, (_, index) => `[[${index + 1}]]`),
      details,
      gaps,
    ),
    remarks: [],
  };
}

function inlineOf(whole: string, details: Details, gaps: ReadAnswer[][]): Omit<KindRead, "remarks"> {
  const { stem, text } = splitStem(whole, details.stem);
  return { kind: { kind: "inline-choice", text, gaps }, stem, details: {} };
}
