/** What the checks and the advice say of a question, at the field that it is about. */
import { isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import { type ContentProblem, describeProblem } from "../../courses/content-problem";
import { lintQuestions } from "../question-lint";
import { describeLint } from "../question-lint-words";
import type { Question } from "../question-types";
import { faultSentence } from "./fault-words";
import type { FormField } from "./form-shape";
import { type FormValues } from "./form-values";

/** Sentences by the name of the field; "" for what belongs to none. */
export type Sayings = Record<string, string[]>;

type Path = readonly (string | number)[];
type Language = "vi" | "en";

/** In the order of the form. */
export function faultsOf(input: {
  problems: readonly ContentProblem[];
  text: string;
  fields: readonly FormField[];
  language: Language;
}): Sayings {
  const { problems, text, fields, language } = input;
  const said: Sayings = {};
  for (const problem of problems.filter(({ severity }) => severity === "error")) {
    const path = pathOf(problem, text);
    const { what, mend } = describeProblem(problem, language);
    for (const name of namesAt(fields, path)) {
      const sentence = (name !== "" && faultSentence(problem, language)) || `${what} ${mend}`;
      const there = (said[name] ??= []);
      if (!there.includes(sentence)) there.push(sentence);
    }
  }
  return inOrder(said, fields);
}

/** The key of the question that a problem is about. */
function pathOf(problem: ContentProblem, text: string): Path {
  const { rule, values } = problem;
  const part = String(values["part"] ?? "");
  if (rule === "question-invalid") return part === "" ? [] : part.split(".").map(asIndex);
  const at = pathAt(text, problem);
  return rule === "missing-key" ? [...at, String(values["key"])] : at;
}

const asIndex = (part: string) => (/^\d+$/.test(part) ? Number(part) : part);

/** The value that begins at a line and column. */
function pathAt(text: string, { line, column }: Pick<ContentProblem, "line" | "column">): Path {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, schema: "core", logLevel: "error" });
  const found: Path[] = [];
  visit(document, {
    Node(key, node, ancestors) {
      if (key === "key" || !node.range) return;
      const at = counter.linePos(node.range[0]);
      if (at.line !== line || at.col !== column) return;
      found.push(pathThrough([...ancestors, node]));
    },
  });
  return found[0] ?? [];
}

function pathThrough(nodes: readonly unknown[]): Path {
  return nodes.flatMap((node, index): (string | number)[] => {
    const parent = nodes[index - 1];
    if (isPair(node)) return [String(isScalar(node.key) ? node.key.value : node.key)];
    return isSeq(parent) && isNode(node) ? [parent.items.indexOf(node)] : [];
  });
}

/** The field for a key of the question, or the nearest one around it; of a group that is not there, each that it needs. */
function namesAt(fields: readonly FormField[], path: Path, before = ""): string[] {
  const [key, ...rest] = path;
  const field = fields.find(({ at }) => at === key);
  if (!field) return [before.replace(/\.$/, "")];
  const name = `${before}${field.at}`;
  if (field.kind === "group") {
    if (rest.length > 0) return namesAt(field.fields, rest, `${name}.`);
    const needed = field.fields.filter(({ optional, kind }) => !optional && kind !== "tick");
    return field.optional || needed.length === 0 ? [name] : needed.map(({ at }) => `${name}.${at}`);
  }
  if (field.kind !== "rows" || typeof rest[0] !== "number") return [name];
  const row = `${name}[${rest[0]}]`;
  return field.plain ? [`${row}.text`] : namesAt(field.fields, rest.slice(1), `${row}.`);
}

function inOrder(said: Sayings, fields: readonly FormField[]): Sayings {
  const place = (name: string) => fields.findIndex(({ at }) => name.split(/[.[]/)[0] === at);
  return Object.fromEntries(Object.entries(said).sort(([a], [b]) => place(a) - place(b)));
}

/** Advice on a valid question. It hinders nothing. */
export function adviceOf(input: {
  question: Question;
  fields: readonly FormField[];
  values: FormValues;
  language: Language;
}): Sayings {
  const { question, fields, values, language } = input;
  const said: Sayings = {};
  for (const { questionId, rule, values: about } of lintQuestions([question])) {
    if (questionId === null) continue;
    const { what, mend } = describeLint({ rule, values: { ...about, ...calledByPlace(about, values) } }, language);
    const name = placeOfAdvice(rule, about, fields, values);
    (said[name] ??= []).push(`${what} ${mend}`);
  }
  return said;
}

/** Who fills in a form does not see the ids of its rows: they are called by their places. */
function calledByPlace(about: Record<string, string | number>, values: FormValues): Record<string, string> {
  const options = values["options"] ?? values["pairs"] ?? values["items"];
  if (!Array.isArray(options)) return {};
  const place = (id: string) => {
    const index = options.findIndex((row) => row["id"] === id);
    return index < 0 ? id : String(index + 1);
  };
  const renamed = ["option", "first", "second", "options"].filter((name) => typeof about[name] === "string");
  return Object.fromEntries(renamed.map((name) => [name, String(about[name]).split(", ").map(place).join(", ")]));
}

function placeOfAdvice(
  rule: string,
  about: Record<string, string | number>,
  fields: readonly FormField[],
  values: FormValues,
): string {
  if (rule === "negative-stem" || rule === "absolute-words") return "stem";
  if (rule === "no-citation") return "citation.document";
  const list = fields.find(({ kind, at }) => kind === "rows" && at !== "hints");
  const rows = list ? values[list.at] : undefined;
  const id = String(about["second"] ?? about["option"] ?? about["options"] ?? "").split(", ")[0];
  const index = Array.isArray(rows) ? rows.findIndex((row) => row["id"] === id) : -1;
  if (rule === "no-feedback" && list === undefined) return "feedback";
  if (!list) return "";
  if (index < 0) return list.at;
  const part =
    rule === "no-feedback" ? ["feedback", "consequence"] : rule === "violation-without-basis" ? ["grade"] : ["text"];
  const own = list.kind === "rows" ? list.fields.find(({ at }) => part.includes(at)) : undefined;
  return own ? `${list.at}[${index}].${own.at}` : list.at;
}
