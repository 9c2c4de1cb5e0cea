/** What each kind of Moodle's questions holds. */
import type { Details } from "../details";
import { excerpt, remark, type Remark } from "../exchange";
import type { TextFormat } from "../plain-text";
import type { ReadKind } from "../read-question";
import { readCloze, readGaps } from "./read-gap-texts";
import { rawText, valueOf, type XmlTexts } from "./xml-texts";
import { childOf, childrenOf, type XmlElement } from "./xml-tree";

export interface KindRead {
  kind: ReadKind;
  stem: string;
  /** What fields of the kind say. */
  details: Details;
  remarks: Remark[];
}

export function readKind(element: XmlElement, details: Details, texts: XmlTexts): KindRead | Remark {
  const type = element.attributes["type"] ?? "";
  if (type === "cloze" || type === "multianswer") return readCloze(element, details, texts);
  if (type === "gapselect" || type === "ddwtos") return readGaps(element, details, texts);
  const stem = texts.read(childOf(element, "questiontext"));
  if (type === "ordering") return { ...orderingOf(element, texts), stem };
  if (type === "numerical") {
    const kind = numericalOf(childrenOf(element, "answer"), texts);
    return "rule" in kind ? kind : { kind, stem, ...unitOf(element) };
  }
  const kind = kindOf(type, element, texts);
  return "rule" in kind ? kind : { kind, stem, details: fieldsOf(type, element, details), remarks: [] };
}

function fieldsOf(type: string, element: XmlElement, details: Details): Details {
  const words = Number(valueOf(element, "minwordlimit"));
  if (type === "essay") return words > 0 ? { minwords: String(words) } : {};
  // Moodle's own field says whether capitals matter.
  return details.exact === undefined ? {} : { exact: details.exact.replace("case", "") };
}

function kindOf(type: string, element: XmlElement, texts: XmlTexts): ReadKind | Remark {
  const answers = childrenOf(element, "answer");
  switch (type) {
    case "multichoice":
    case "multichoiceset": {
      const options = answers.map((answer) => readAnswer(answer, texts, "html"));
      const multiple = type === "multichoiceset" || /^(?:false|0)$/.test(valueOf(element, "single"));
      return { kind: "choice", multiple, options };
    }
    case "truefalse":
      return trueFalseOf(answers, texts);
    case "matching":
    case "match":
      return matchingOf(childrenOf(element, "subquestion"), texts);
    case "shortanswer": {
      const caseMatters = valueOf(element, "usecase") === "1";
      const read = answers.map((answer) => readAnswer(answer, texts, "plain"));
      return { kind: "short-answer", answers: read, caseMatters };
    }
    case "essay":
      return { kind: "essay" };
    default:
      return { kind: "other", name: excerpt(type, 40) || "—" };
  }
}

function readAnswer(answer: XmlElement, texts: XmlTexts, format: TextFormat) {
  return {
    text: texts.read(answer, format),
    weight: Number(answer.attributes["fraction"] ?? 0) || 0,
    feedback: texts.read(childOf(answer, "feedback")),
  };
}

function trueFalseOf(answers: readonly XmlElement[], texts: XmlTexts): ReadKind | Remark {
  const of = (word: string) => answers.find((answer) => rawText(answer).toLowerCase() === word);
  const [yes, no] = [of("true"), of("false")];
  if (!yes || !no) return remark("xml-unknown-answer");
  const [forYes, forNo] = [readAnswer(yes, texts, "plain"), readAnswer(no, texts, "plain")];
  if (forYes.weight > 0 === forNo.weight > 0) return remark("xml-unknown-answer");
  return { kind: "true-false", answer: forYes.weight > 0, whenTrue: forYes.feedback, whenFalse: forNo.feedback };
}

function matchingOf(subquestions: readonly XmlElement[], texts: XmlTexts): ReadKind {
  const pairs: { left: string; right: string; feedback: string }[] = [];
  const distractors: string[] = [];
  for (const each of subquestions) {
    const [left, right] = [texts.read(each), texts.read(childOf(each, "answer"), "plain")];
    if (left === "") distractors.push(right);
    else pairs.push({ left, right, feedback: "" });
  }
  return { kind: "matching", pairs, distractors };
}

function numericalOf(answers: readonly XmlElement[], texts: XmlTexts): ReadKind | Remark {
  const numbers = answers.map((answer) => {
    const { text, weight, feedback } = readAnswer(answer, texts, "plain");
    const about = Math.abs(Number(valueOf(answer, "tolerance") || 0));
    const range = text === "*" ? null : { from: Number(text) - about, to: Number(text) + about };
    return { text, range, weight, feedback };
  });
  const odd = numbers.find(({ text, range }) => text === "" || (range && !Number.isFinite(range.from)));
  if (odd) return remark("not-a-number", { answer: excerpt(odd.text, 40) });
  const kept = numbers.map(({ range, weight, feedback }) => ({ range, weight, feedback }));
  return { kind: "numerical", answers: kept, wrongFeedback: "" };
}

/** The unit in which the answers stand; others would be reckoned with. */
function unitOf(element: XmlElement): Pick<KindRead, "details" | "remarks"> {
  const units = childrenOf(childOf(element, "units"), "unit").map((unit) => ({
    name: valueOf(unit, "unit_name"),
    factor: Number(valueOf(unit, "multiplier") || 1),
  }));
  const unit = units.find(({ factor }) => factor === 1)?.name;
  return {
    details: unit ? { unit } : {},
    remarks: units.length > (unit ? 1 : 0) ? [remark("units-lost", { unit: unit ?? "—" })] : [],
  };
}

/** The weight of an item is its place. */
function orderingOf(element: XmlElement, texts: XmlTexts): Omit<KindRead, "stem"> {
  const answers = childrenOf(element, "answer").map((answer) => readAnswer(answer, texts, "moodle"));
  const places = new Set(answers.map(({ weight }) => weight));
  const inOrder = places.size === answers.length ? answers.sort((a, b) => a.weight - b.weight) : answers;
  const grading = valueOf(element, "gradingtype") || "ABSOLUTE_POSITION";
  const whole = grading === "ALL_OR_NOTHING" || grading === "-1";
  const usual = whole || grading === "ABSOLUTE_POSITION" || grading === "0";
  const all = /^(?:ALL|0|)$/.test(valueOf(element, "selecttype"));
  return {
    kind: { kind: "ordering", items: inOrder.map(({ text }) => text) },
    details: { scoring: whole ? "all-or-nothing" : "partial" },
    remarks: usual && all ? [] : [remark("order-marking-changed")],
  };
}
