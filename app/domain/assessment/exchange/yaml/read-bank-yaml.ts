/** Our own form: a bank file of a course (`content/courses/…/bank/….yaml`). It holds everything, so nothing is filled in. */
import { stringify } from "yaml";
import { describeProblem } from "../../../courses/content-problem";
import { readYaml, type YamlSource } from "../../../courses/yaml-source";
import { caseTextSchema, type CaseText } from "../../question";
import { parseQuestion } from "../../question-types";
import { excerpt, remark, type Remark } from "../exchange";
import { emptyReading, failedReading, type Reading } from "../read-question";
import { caseOf, issuesReason } from "../to-question";

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
  if (value === null) return emptyReading();
  if (!isGroup(value) || !Array.isArray(value["questions"]) || !isListOrNothing(value["cases"])) {
    return failedReading({ line: 1, ...remark("yaml-no-bank"), text: lineText(1) });
  }
  const reading = emptyReading();
  const cases = new Map<string, CaseText>();
  value["cases"]?.forEach((raw: unknown, index) => readCase(raw, { yaml, index, reading, cases }));
  const topic = value["topic"];
  value["questions"].forEach((raw: unknown, index) => readOne(raw, { yaml, index, topic, reading, cases }));
  return reading;
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isListOrNothing = (value: unknown): value is unknown[] | undefined | null =>
  value === undefined || value === null || Array.isArray(value);

interface Place {
  yaml: YamlSource;
  index: number;
  reading: Reading;
  cases: Map<string, CaseText>;
}

const sourceOf = (raw: unknown) => excerpt(typeof raw === "string" ? raw : stringify(raw, { lineWidth: 0 }));

function readCase(raw: unknown, { yaml, index, reading, cases }: Place): void {
  const path = ["cases", index];
  const source = sourceOf(raw);
  const parsed = caseTextSchema.safeParse(raw);
  if (!parsed.success) {
    const issues = parsed.error.issues as { path: (string | number)[]; message: string }[];
    const { line } = yaml.placeOf([...path, ...(issues[0]?.path ?? [])]);
    reading.refused.push({ line, ...issuesReason(issues, "case-invalid"), text: source });
    return;
  }
  // The first of an id is the one that questions mean; the others are refused where all ids are looked at.
  if (!cases.has(parsed.data.id)) cases.set(parsed.data.id, parsed.data);
  reading.cases.push({ kind: "case", ...parsed.data, line: yaml.placeOf(path).line, source, remarks: [] });
}

function readOne(raw: unknown, { yaml, index, topic, reading, cases }: Place & { topic: unknown }): void {
  const path = ["questions", index];
  const line = yaml.placeOf(path).line;
  const source = sourceOf(raw);
  const refuse = (at: readonly (string | number)[], reason: Remark) =>
    void reading.refused.push({ line: yaml.placeOf([...path, ...at]).line, ...reason, text: source });
  const whole = isGroup(raw) ? { ...(topic === undefined ? {} : { topic }), ...raw } : raw;
  if (isGroup(whole) && "case" in whole) {
    // A case stands once in the file, and questions name it.
    const about = caseOf(String(whole["case"]), cases);
    if (about && "rule" in about) return refuse(["case"], about);
    whole["case"] = about;
  }
  const parsed = parseQuestion(whole);
  if (!parsed.ok) return refuse(parsed.issues[0]?.path ?? [], issuesReason(parsed.issues));
  reading.questions.push({ kind: "ready", question: parsed.question, line, source });
}
