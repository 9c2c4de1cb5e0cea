/** A question while it is being written: as a form or as text, with nothing saved yet. What was typed goes from one to the other. */
import { cleanFile } from "../../courses/clean-text";
import { readYaml } from "../../courses/yaml-source";
import { questionTemplate } from "../bank/question-text";
import { kindFormOf, type QuestionTypeName } from "../question-types";
import { fieldsOf, questionSections } from "./common-fields";
import type { FormField, FormSection } from "./form-shape";
import { blankValues, type FormValues, partOf, readValues, valuesOf } from "./form-values";
import { readRemoved, type RemovedRow } from "./row-change";
import { writeValues } from "./write-values";

/** The case that the question asks about, as it is being written: it stands in the bank, beside the question. */
export interface WrittenCase {
  /** The id of the case that title and text are of; "" when there is none, NEW_CASE for one that is begun here. */
  of: string;
  title: string;
  text: string;
  /** What stood there when the page was made. */
  seen: string;
}

export const NEW_CASE = "+";
export const NO_CASE: WrittenCase = { of: "", title: "", text: "", seen: "" };

export interface WrittenQuestion {
  mode: "form" | "text";
  /** As it was typed; in a form: the text over which its fields lie. */
  text: string;
  values: FormValues;
  about: WrittenCase;
  removed: RemovedRow | null;
  /** The topic of the bank that it stands in; null: a new question, which goes where `topic` or `newTopic` says. */
  bank: string | null;
  topic: string;
  newTopic: string;
}

export const TEXT_LIMIT = 20_000;

/** Plain data, or nothing: what could exhaust the parser, or is more than data, is not read. */
export function readQuestionText(text: string): unknown {
  const value = text.trim() === "" ? null : readYaml({ text, file: "" }).yaml?.value;
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}

/** The form of the kind that a text says it is; null: the text cannot be read, or names no kind. */
export function sectionsOf({ text, bank }: Pick<WrittenQuestion, "text" | "bank">): FormSection[] | null {
  const kind = kindFormOf(partOf(readQuestionText(text), "type"));
  return kind && questionSections(kind, bank);
}

export const fieldsIn = (written: Pick<WrittenQuestion, "text" | "bank">): FormField[] =>
  fieldsOf(sectionsOf(written) ?? []);

const plain = { about: NO_CASE, removed: null, newTopic: "" };

/** A question of a bank, as a form where it can be read as one. */
export function writtenFrom(input: { text: string; bank: string }): WrittenQuestion {
  const { text, bank } = input;
  return asForm({ ...plain, mode: "text", text, values: {}, bank, topic: bank });
}

/** A new question of a kind, with blank fields. */
export function newQuestion(kind: QuestionTypeName, topic: string): WrittenQuestion {
  const text = `type: ${kind}\nstatus: draft\ndifficulty: medium\n`;
  const begun: WrittenQuestion = { ...plain, mode: "form", text, values: {}, bank: null, topic };
  const fields = fieldsIn(begun);
  const said = valuesOf(fields, readQuestionText(text));
  const blank = blankValues(fields);
  const rows = fields.filter(({ kind: each }) => each === "rows").map(({ at }) => [at, blank[at]!]);
  return { ...begun, values: { ...said, ...Object.fromEntries(rows) } };
}

/** The question as the text of its bank file. */
export function textOf(written: WrittenQuestion): string {
  const fields = written.mode === "form" ? fieldsIn(written) : [];
  return fields.length === 0 ? written.text : writeValues(written.text, fields, written.values);
}

/** In text, whatever stands in the fields; a new question in which nothing was written begins with an example. */
export function asText(written: WrittenQuestion, document: string): WrittenQuestion {
  if (written.mode === "text") return written;
  const kind = partOf(readQuestionText(written.text), "type") as QuestionTypeName;
  const untouched = written.bank === null && textOf(written) === textOf(newQuestion(kind, written.topic));
  const text = untouched ? questionTemplate(kind, document) : textOf(written);
  return { ...written, mode: "text", text, values: {}, removed: null };
}

/** In fields; as it is when the text cannot be read as a question. */
export function asForm(written: WrittenQuestion): WrittenQuestion {
  if (written.mode === "form") return written;
  const fields = fieldsIn(written);
  if (fields.length === 0) return written;
  return { ...written, mode: "form", values: valuesOf(fields, readQuestionText(written.text)) };
}

export interface PostedQuestion {
  intent: string;
  written: WrittenQuestion;
  /** What stood in the bank when the page was made; of a new question nothing. */
  seen: string;
}

/** What a browser sends of the page of a question. */
export function readPosted(form: FormData): PostedQuestion {
  const words = (name: string, limit = TEXT_LIMIT) => {
    const value = form.get(name);
    return typeof value === "string" ? cleanFile(value.slice(0, limit * 2)).text : "";
  };
  const bank = form.get("bank");
  const written: WrittenQuestion = {
    mode: form.get("mode") === "form" ? "form" : "text",
    text: words("yaml"),
    values: {},
    about: { of: words("about.of"), title: words("about.title"), text: words("about.text"), seen: words("about.seen") },
    removed: readRemoved(words("removed", 50_000)),
    bank: typeof bank === "string" ? bank : null,
    topic: words("topic").slice(0, 300),
    newTopic: words("newTopic").slice(0, 300),
  };
  const fields = written.mode === "form" ? fieldsIn(written) : [];
  // A text that cannot be read is no form, whatever the page said.
  const mode = fields.length > 0 ? "form" : "text";
  return {
    intent: words("intent", 100),
    written: { ...written, mode, values: readValues(fields, form) },
    seen: words("seen"),
  };
}
