/** Our own form: a bank file of a course (`content/courses/…/bank/….yaml`). It holds everything, so nothing is filled in. */
import { stringify } from "yaml";
import { describeProblem } from "../../../courses/content-problem";
import { readYaml, type YamlSource } from "../../../courses/yaml-source";
import { parseQuestion } from "../../question-types";
import { excerpt, remark, type Refused } from "../exchange";
import { failedReading, type Reading } from "../read-question";
import { issuesReason } from "../to-question";

/** `text` is cleaned. */
export function readBankYaml(text: string): Reading {
  const { yaml, problems } = readYaml({ text, file: "" });
  const lines = text.split("\n");
  const lineText = (line: number) => excerpt(lines[line - 1] ?? "");
  if (!yaml) {
    const [problem] = problems;
    if (!problem) return failedReading({ line: 1, ...remark("no-questions"), text: "" });
    const { what } = describeProblem(problem, "vi");
    return failedReading({ line: problem.line, ...remark("yaml-broken", { what }), text: lineText(problem.line) });
  }
  const { value } = yaml;
  if (value === null) return { questions: [], refused: [], notes: [], readable: true };
  if (!isGroup(value) || !Array.isArray(value["questions"])) {
    return failedReading({ line: 1, ...remark("yaml-no-bank"), text: lineText(1) });
  }
  const topic = value["topic"];
  const reading: Reading = { questions: [], refused: [], notes: [], readable: true };
  value["questions"].forEach((raw: unknown, index) => readOne(raw, { yaml, index, topic, reading }));
  return reading;
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function readOne(
  raw: unknown,
  { yaml, index, topic, reading }: { yaml: YamlSource; index: number; topic: unknown; reading: Reading },
): void {
  const path = ["questions", index];
  const line = yaml.placeOf(path).line;
  const source = excerpt(typeof raw === "string" ? raw : stringify(raw, { lineWidth: 0 }));
  const parsed = parseQuestion(isGroup(raw) ? { ...(topic === undefined ? {} : { topic }), ...raw } : raw);
  if (parsed.ok) {
    reading.questions.push({ kind: "ready", question: parsed.question, line, source });
    return;
  }
  const refused: Refused = { line, ...issuesReason(parsed.issues), text: source };
  const first = parsed.issues[0];
  reading.refused.push(first ? { ...refused, line: yaml.placeOf([...path, ...first.path]).line } : refused);
}
