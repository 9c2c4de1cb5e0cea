/** What a form leaves to the platform: the ids of a new question and of a new case, and what becomes of the case's text. */
import { slugOf } from "../../courses/clean-text";
import { type CaseText, caseTextSchema } from "../question";
import { caseSeen } from "./case-seen";
import type { Sayings } from "./field-faults";
import type { Pair } from "./form-shape";
import { partOf } from "./form-values";
import { NEW_CASE, NO_CASE, readQuestionText, type WrittenCase, type WrittenQuestion } from "./written-question";

interface Known {
  /** Every question of the course. */
  questions: readonly { id: string; topic: string }[];
  cases: readonly CaseText[];
}

/** With ids where none were given. */
export function settled(written: WrittenQuestion, known: Known): WrittenQuestion {
  const { values } = written;
  const next = { ...written, values: { ...values } };
  if (written.mode === "text") return next;
  if (values["case"] === NEW_CASE) {
    const id = freeId(slugOf(written.about.title) || "tinh-huong", new Set(known.cases.map((each) => each.id)));
    next.values["case"] = id;
    next.about = { ...written.about, of: id };
  }
  if (written.bank === null && String(values["id"] ?? "").trim() === "") {
    next.values["id"] = nextQuestionId(known.questions, topicOf(written));
  }
  return next;
}

/** The topic of a new question: the one that was chosen, or the new one. */
export const topicOf = ({ bank, topic, newTopic }: Pick<WrittenQuestion, "bank" | "topic" | "newTopic">) =>
  bank ?? (slugOf(newTopic) || topic);

/** As the questions of its topic are numbered: "pn-013" after "pn-012"; "qt-001" for the first of "qua-tang". */
export function nextQuestionId(questions: Known["questions"], topic: string): string {
  const numbered = questions.flatMap((question) => {
    const [, head, digits] = /^(.*-)(\d+)$/.exec(question.id) ?? [];
    return question.topic === topic && head !== undefined ? [{ head, digits: digits! }] : [];
  });
  const initials = topic
    .split("-")
    .map((word) => word.charAt(0))
    .join("");
  const { head, digits } = numbered.at(-1) ?? { head: `${initials || "cau"}-`, digits: "000" };
  const same = numbered.filter((each) => each.head === head).map((each) => Number(each.digits));
  const taken = new Set(questions.map(({ id }) => id));
  let number = Math.max(0, ...same) + 1;
  const made = () => `${head}${String(number).padStart(digits.length, "0")}`;
  while (taken.has(made())) number += 1;
  return made();
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let [id, number] = [wanted, 2];
  while (taken.has(id)) id = `${wanted}-${number++}`;
  return id;
}

/** The case whose text the page shows: what was typed, as long as the question still is of that case. */
export function shownCase(written: WrittenQuestion, cases: readonly CaseText[]): WrittenCase {
  const chosen = written.mode === "form" ? String(written.values["case"] ?? "") : caseNamed(written.text);
  const { about } = written;
  if (chosen === about.of) return about;
  const known = cases.find(({ id }) => id === chosen);
  if (known) return { of: known.id, title: known.title, text: known.text, seen: caseSeen(known) };
  // Begun before "a new one" was chosen: then that is what it is.
  if (chosen === NEW_CASE && about.of === "") return { ...about, of: NEW_CASE, seen: "" };
  return { ...NO_CASE, of: chosen };
}

const caseNamed = (text: string) => {
  const name = partOf(readQuestionText(text), "case");
  return typeof name === "string" ? name : "";
};

/** What is to be written into the bank beside the question; null: its case stays as it is. */
export function caseToTell(written: WrittenQuestion): WrittenCase | null {
  const chosen = written.mode === "form" ? String(written.values["case"] ?? "") : caseNamed(written.text);
  const { about } = written;
  return chosen !== "" && about.of === chosen && about.seen !== caseSeen(about) ? about : null;
}

const MISSING: Pair = ["Mục này không được để trống. Điền nội dung.", "This must not be empty. Write something."];

export function caseFaults(about: WrittenCase | null, language: "vi" | "en"): Sayings {
  const blank = (["title", "text"] as const).filter((part) => about !== null && about[part].trim() === "");
  return Object.fromEntries(blank.map((part) => [`about.${part}`, [MISSING[language === "vi" ? 0 : 1]]]));
}

/** The cases of a bank as they would be with this one told anew. */
export function casesWith(cases: readonly unknown[], about: WrittenCase | null): unknown[] {
  if (about === null) return [...cases];
  // What is missing of it is said at its own fields.
  const told = { id: about.of, title: about.title.trim() || "…", text: about.text.trim() || "…" };
  const others = cases.filter((each) => partOf(each, "id") !== about.of);
  return [...others, told];
}

export const asCase = (raw: unknown): CaseText | null => caseTextSchema.safeParse(raw).data ?? null;
