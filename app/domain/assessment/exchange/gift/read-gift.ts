/** GIFT, Moodle's plain text format, in full: https://docs.moodle.org/en/GIFT_format. */
import { excerpt, remark, type Refused, type Remark } from "../exchange";
import { detailsOfTags, type Details } from "../details";
import { splitStem } from "../gaps";
import { emptyReading, type ReadCase, type ReadKind, type Reading, type ReadQuestion } from "../read-question";
import { topicOfCategory } from "../topic";
import { readAnswers } from "./gift-answers";
import { giftBlocks, type GiftBlock } from "./gift-blocks";
import { formatOf, GiftTexts, hideEscapes, restoreEscapes, showEscapes } from "./gift-text";

/** `text` is cleaned. */
export function readGift(text: string): Reading {
  const reading = emptyReading();
  let topic: string | undefined;
  for (const block of giftBlocks(text)) {
    const category = /^\s*\$CATEGORY:(.*)/.exec(block.text)?.[1];
    if (category !== undefined) {
      topic = topicOfCategory(category);
      continue;
    }
    const read = readBlock(block, topic);
    if ("rule" in read) reading.refused.push(read);
    else if (read.kind === "case") reading.cases.push(read);
    else reading.questions.push(read);
  }
  return reading;
}

type BlockRefusal = Remark & { at: number };

/** The one pair of braces of a question; -1 twice for a description, which asks nothing: the text of a case. */
function bracesOf(text: string, from: number): { start: number; end: number } | BlockRefusal {
  const start = text.indexOf("{", from);
  const end = text.indexOf("}", from);
  if (start < 0 && end < 0) return { start, end };
  if (end >= 0 && (start < 0 || end < start)) return { ...remark("stray-brace"), at: end };
  const next = text.indexOf("{", start + 1);
  if (end < 0 || (next >= 0 && next < end)) return { ...remark("unclosed-brace", { line: 0 }), at: start };
  if (next >= 0) return { ...remark("second-answers"), at: next };
  const stray = text.indexOf("}", end + 1);
  return stray >= 0 ? { ...remark("stray-brace"), at: stray } : { start, end };
}

function readBlock(block: GiftBlock, topic: string | undefined): ReadQuestion | ReadCase | Refused {
  const whole = hideEscapes(block.text);
  const refuse = ({ rule, values }: Remark, at = 0): Refused => {
    const line = block.line + (whole.slice(0, at).match(/\n/g)?.length ?? 0);
    const shown = "line" in values ? { ...values, line } : values;
    const from = at === 0 ? 0 : whole.lastIndexOf("\n", at) + 1;
    const here = restoreEscapes(whole.slice(from));
    return { line, rule, values: shown, text: excerpt(here) };
  };
  const { title, start: titleEnd } = titleOf(whole);
  const braces = bracesOf(whole, titleEnd);
  if ("at" in braces) return refuse(braces, braces.at);
  if (/@@PLUGINFILE@@/.test(whole)) return refuse(remark("embedded-file"));
  const head = { line: block.line, source: excerpt(restoreEscapes(whole)), id: block.id, title };
  const { start, end } = braces;
  if (start < 0) {
    const text = whole.slice(titleEnd);
    const texts = new GiftTexts(formatOf(text, "moodle"));
    return { ...head, kind: "case", text: texts.read(text), remarks: texts.remarks() };
  }
  const before = whole.slice(titleEnd, start);
  const after = whole.slice(end + 1);
  const texts = new GiftTexts(formatOf(before, "moodle"));
  const inner = whole.slice(start + 1, end);
  const general = inner.lastIndexOf("####");
  const answers = readAnswers(general < 0 ? inner : inner.slice(0, general), texts);
  if (!answers.ok) {
    const shown = Object.entries(answers.values ?? {}).map(([key, value]) => [key, excerpt(restoreEscapes(value), 60)]);
    return refuse(remark(answers.rule, Object.fromEntries(shown) as Record<string, string>));
  }
  const { details } = detailsOfTags(block.tags);
  const asked = askedIn({ before, after, kind: answers.kind, details }, texts);
  const generalFeedback = general < 0 ? "" : texts.read(inner.slice(general + 4));
  const remarks = texts.remarks();
  if (block.joined) remarks.push(remark("blank-line-in-braces"));
  return { ...head, topic, details, generalFeedback, ...asked, remarks };
}

/** The stem. Words after the braces make the answers the missing word: options to choose there, where there are any. */
function askedIn(
  { before, after, kind, details }: { before: string; after: string; kind: ReadKind; details: Details },
  texts: GiftTexts,
): ReadKind & { stem: string } {
  const ours = details.kind === "inline-choice";
  const missing = after.trim() !== "";
  if (kind.kind === "choice" && !kind.multiple && (ours || (missing && details.kind !== "dilemma"))) {
    const whole = texts.read(ours ? `${before}[[1]]${after}` : filled(before, "[[1]]", after));
    return { kind: "inline-choice", gaps: [kind.options], ...splitStem(whole, details.stem) };
  }
  return { ...kind, stem: texts.read(missing ? filled(before, "_____", after) : before) };
}

const filled = (before: string, gap: string, after: string) =>
  `${before.trimEnd()} ${gap} ${after.trimStart()}`.replace(/ (?=[.,;:?!…)])/, "");

function titleOf(whole: string): { title?: string; start: number } {
  const found = /^\s*::([\s\S]*?)::/.exec(whole);
  if (!found) return { start: 0 };
  const title = showEscapes(found[1]!.replace(/\s*\n\s*/g, " ")).trim();
  return { ...(title !== "" && { title }), start: found[0].length };
}
