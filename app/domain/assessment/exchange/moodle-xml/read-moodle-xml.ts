/** Moodle XML: the form in which Moodle gives its question banks away. */
import { excerpt, remark, type Refused, type Remark } from "../exchange";
import { plainText, type TextFormat } from "../plain-text";
import { detailsOfTags, failedReading, type ReadKind, type ReadQuestion, type Reading } from "../read-question";
import { topicOfCategory } from "../topic";
import { childOf, childrenOf, elementsOf, xmlTree, type XmlElement } from "./xml-tree";

/** `text` is cleaned. */
export function readMoodleXml(text: string): Reading {
  const tree = xmlTree(text.trimStart());
  const skipped =
    text.length === text.trimStart().length
      ? 0
      : text.slice(0, text.length - text.trimStart().length).split("\n").length - 1;
  if (!tree.ok) {
    const line = tree.line + skipped;
    return failedReading({
      line,
      ...remark(tree.rule, { what: tree.what }),
      text: excerpt(text.split("\n")[line - 1] ?? ""),
    });
  }
  if (tree.root.name !== "quiz") {
    return failedReading({ line: 1, ...remark("xml-no-quiz", { found: excerpt(tree.root.name, 40) }), text: "" });
  }
  const questions: ReadQuestion[] = [];
  const refused: Refused[] = [];
  let topic: string | undefined;
  for (const element of childrenOf(tree.root, "question")) {
    if (element.attributes["type"] === "category") {
      topic = topicOfCategory(rawText(childOf(element, "category")));
      continue;
    }
    const read = readQuestion(element, topic);
    const line = element.line + skipped;
    if ("rule" in read) refused.push({ line, ...read, text: excerpt(labelOf(element)) });
    else questions.push({ ...read, line });
  }
  return { questions, refused, notes: [], readable: true };
}

const rawText = (element: XmlElement | undefined): string => (childOf(element, "text") ?? element)?.text.trim() ?? "";

/** Its name, or its question: what an officer knows it by. */
const labelOf = (element: XmlElement): string =>
  rawText(childOf(element, "name")) || rawText(childOf(element, "questiontext"));

const FORMATS: Record<string, TextFormat> = {
  html: "html",
  plain_text: "plain",
  markdown: "markdown",
  moodle_auto_format: "moodle",
};

/** Reads the texts of one question, and remembers what was lost. */
class XmlTexts {
  private readonly lost = new Set<string>();

  read(element: XmlElement | undefined, otherwise: TextFormat = "html"): string {
    if (!element) return "";
    const plain = plainText(rawText(element), FORMATS[element.attributes["format"] ?? ""] ?? otherwise);
    for (const loss of plain.lost) this.lost.add(loss);
    return plain.text;
  }

  remarks(): Remark[] {
    return this.lost.size === 0
      ? []
      : [remark("format-lost", { what: [...this.lost].map((loss) => `loss:${loss}`).join(", ") })];
  }
}

function readQuestion(element: XmlElement, topic: string | undefined): ReadQuestion | Remark {
  for (const { name, text } of elementsOf(element)) {
    if (name === "file" || text.includes("@@PLUGINFILE@@")) return remark("embedded-file");
  }
  const texts = new XmlTexts();
  const kind = kindOf(element, texts);
  if ("rule" in kind) return kind;
  const tags = childrenOf(childOf(element, "tags"), "tag").map(rawText);
  const base = {
    line: element.line,
    source: excerpt(labelOf(element)),
    id: rawText(childOf(element, "idnumber")) || undefined,
    title: rawText(childOf(element, "name")) || undefined,
    topic,
    stem: texts.read(childOf(element, "questiontext")),
    generalFeedback: texts.read(childOf(element, "generalfeedback")),
    details: detailsOfTags(tags).details,
  };
  const remarks = texts.remarks();
  const combined = ["hint", "correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"];
  if (combined.some((name) => childrenOf(element, name).some((each) => rawText(each) !== "")))
    remarks.push(remark("hints-lost"));
  return { ...base, ...kind, remarks };
}

function kindOf(element: XmlElement, texts: XmlTexts): ReadKind | Remark {
  const type = element.attributes["type"] ?? "";
  const answers = childrenOf(element, "answer");
  switch (type) {
    case "multichoice":
    case "multichoiceset": {
      const options = answers.map((answer) => readAnswer(answer, texts, "html"));
      const multiple = type === "multichoiceset" || /^(?:false|0)$/.test(rawText(childOf(element, "single")));
      return { kind: "choice", multiple, options };
    }
    case "truefalse":
      return trueFalseOf(answers, texts);
    case "matching":
    case "match":
      return matchingOf(childrenOf(element, "subquestion"), texts);
    case "shortanswer": {
      const caseMatters = rawText(childOf(element, "usecase")) === "1";
      return {
        kind: "short-answer",
        answers: answers.map((answer) => readAnswer(answer, texts, "plain")),
        caseMatters,
      };
    }
    case "numerical":
      return numericalOf(answers, texts);
    case "essay":
    case "description":
      return { kind: type };
    case "cloze":
    case "multianswer":
      return { kind: "cloze" };
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
    const about = Math.abs(Number(rawText(childOf(answer, "tolerance")) || 0));
    const range = text === "*" ? null : { from: Number(text) - about, to: Number(text) + about };
    return { text, range, weight, feedback };
  });
  const odd = numbers.find(({ text, range }) => text === "" || (range && !Number.isFinite(range.from)));
  if (odd) return remark("not-a-number", { answer: excerpt(odd.text, 40) });
  const any = numbers.find(({ range, weight }) => range === null && weight === 0);
  const kept = numbers.filter((number) => number !== any);
  return {
    kind: "numerical",
    answers: kept.map(({ range, weight, feedback }) => ({ range, weight, feedback })),
    wrongFeedback: any?.feedback ?? "",
  };
}
