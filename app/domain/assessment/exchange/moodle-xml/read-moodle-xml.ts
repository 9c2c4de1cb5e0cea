/** Moodle XML: the form in which Moodle gives its question banks away. */
import { detailsOfTags, type Details } from "../details";
import { excerpt, remark, type Remark } from "../exchange";
import { emptyReading, failedReading, type ReadCase, type ReadQuestion, type Reading } from "../read-question";
import { topicOfCategory } from "../topic";
import { readKind } from "./read-kinds";
import { labelOf, rawText, valueOf, XmlTexts } from "./xml-texts";
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
  const reading = emptyReading();
  let topic: string | undefined;
  for (const element of childrenOf(tree.root, "question")) {
    if (element.attributes["type"] === "category") {
      topic = topicOfCategory(valueOf(element, "category"));
      continue;
    }
    const line = element.line + skipped;
    const read = readQuestion(element, line, topic);
    if ("rule" in read) reading.refused.push({ line, ...read, text: excerpt(labelOf(element)) });
    else if (read.kind === "case") reading.cases.push(read);
    else reading.questions.push(read);
  }
  return reading;
}

function readQuestion(element: XmlElement, line: number, topic: string | undefined): ReadQuestion | ReadCase | Remark {
  for (const { name, text } of elementsOf(element)) {
    if (name === "file" || text.includes("@@PLUGINFILE@@")) return remark("embedded-file");
  }
  const texts = new XmlTexts();
  const head = {
    line,
    source: excerpt(labelOf(element)),
    id: valueOf(element, "idnumber") || undefined,
    title: valueOf(element, "name") || undefined,
  };
  if (element.attributes["type"] === "description") {
    const text = texts.read(childOf(element, "questiontext"));
    return { ...head, kind: "case", text, remarks: texts.remarks() };
  }
  const { details } = detailsOfTags(childrenOf(childOf(element, "tags"), "tag").map(rawText));
  const read = readKind(element, details, texts);
  if ("rule" in read) return read;
  const generalFeedback = texts.read(childOf(element, "generalfeedback"));
  const own = { ...details, ...ownDetails(element, texts), ...read.details };
  const remarks = [...texts.remarks(), ...read.remarks];
  const combined = ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"];
  if (combined.some((name) => valueOf(element, name) !== "")) remarks.push(remark("combined-feedback-lost"));
  return { ...head, topic, generalFeedback, details: own, stem: read.stem, ...read.kind, remarks };
}

/** What Moodle has fields for: they say more than a tag that was written before somebody changed the field. */
function ownDetails(element: XmlElement, texts: XmlTexts): Details {
  const hints = childrenOf(element, "hint")
    .map((hint) => texts.read(hint))
    .filter((hint) => hint !== "");
  const marks = Number(valueOf(element, "defaultgrade"));
  return {
    ...(marks > 0 && { marks: String(marks) }),
    ...(hints.length > 0 && { hints }),
  };
}
