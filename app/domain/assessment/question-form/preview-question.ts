/** A question that is not finished yet, as learners will see it: what is missing is filled in with dots. */
import { drawPaper, type LearnerQuestion, paperView } from "../paper";
import { parseQuestion, type Question } from "../question-types";

type Path = readonly (string | number)[];

/** Mending one fault may show the next; a question is never that far from being one. */
const ROUNDS = 6;

export interface QuestionIssue {
  path: Path;
  message: string;
}

/**
 * `sample`: null when it cannot be shown yet. `further`: what is wrong with its lists as well, which the checks say only once
 * nothing is missing in their rows.
 */
export function previewQuestion(raw: unknown): { sample: LearnerQuestion | null; further: QuestionIssue[] } {
  let draft: unknown = structuredClone(raw);
  const further: QuestionIssue[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const parsed = parseQuestion(draft);
    if (parsed.ok) return { sample: sampleOf(parsed.question), further };
    if (round > 0) further.push(...parsed.issues.filter(({ message }) => /^(needs|must name) /.test(message)));
    for (const { path, message } of parsed.issues) draft = mended(draft, path, message);
  }
  return { sample: null, further };
}

/** A question on a paper of its own, in the order in which it is written. */
export function sampleOf(question: Question): LearnerQuestion {
  const ready: Question = { ...question, status: "ready" };
  const policy = { draw: [{ topic: ready.topic, count: 1 }], shuffleQuestions: false, shuffleOptions: false };
  return paperView(drawPaper({ policy, questions: [ready], seed: "1" }), []).questions[0]!;
}

function mended(draft: unknown, path: Path, message: string): unknown {
  const at = path.at(-1);
  const row = path.findLast((part) => typeof part === "number");
  // Rows that say nothing yet differ by their number: nothing may stand twice.
  const dots = row === undefined ? "…" : `…${row + 1}`;
  if (/stands twice/.test(message)) return typeof row === "number" ? put(draft, path, dots.repeat(2)) : draft;
  if (/must stand in the text|names a gap/.test(message)) return withGaps(draft);
  if (/must be lower-case/.test(message)) return put(draft, path, "x");
  if (/exactly one correct|at least one correct/.test(message))
    return put(withoutKeys(draft, path), [...path, 0, "correct"], true);
  if (/needs a best option/.test(message)) return put(draft, [...path, 0, "grade"], "best");
  if (/worth 100 percent/.test(message)) return put(draft, [...path, 0, "percent"], 100);
  if (/must name a lesson/.test(message)) return put(draft, ["lesson"], "x");
  if (/begin above its end/.test(message)) return put(put(draft, [...path, "from"], 0), [...path, "to"], 0);
  if (/must be from 0.25/.test(message)) return put(draft, path, 1);
  if (/^Unrecognized key/.test(message)) return draft;
  if (/expected number/.test(message)) return put(draft, path, 0);
  if (/expected boolean/.test(message)) return put(draft, path, true);
  if (/expected one of/.test(message)) return put(draft, path, /expected one of "([^"]+)"/.exec(message)?.[1]);
  if (/expected object/.test(message)) return put(draft, path, {});
  if (/expected string|must not be empty/.test(message)) return put(draft, path, at === "id" ? "x" : dots);
  // Of a rubric that is not done only the rest is shown.
  return path[0] === "rubric" ? put(draft, ["rubric"], undefined) : draft;
}

function withoutKeys(draft: unknown, path: Path): unknown {
  const list = path.reduce<unknown>((value, part) => (value as Record<string | number, unknown>)?.[part], draft);
  return Array.isArray(list)
    ? list.reduce<unknown>((changed, _, index) => put(changed, [...path, index, "correct"], undefined), draft)
    : draft;
}

/** A text in which each gap of the list stands, and no other. */
function withGaps(draft: unknown): unknown {
  const { text = "", gaps = [] } = draft as { text?: string; gaps?: { id: string }[] };
  const ids = new Set(gaps.map(({ id }) => id));
  const known = text.replace(/\[\[([^\]]*)\]\]/g, (whole, id: string) => (ids.delete(id) ? whole : "…"));
  return put(draft, ["text"], [known, ...[...ids].map((id) => `[[${id}]]`)].join(" "));
}

/** The same data with a value at a place, where the place can be reached. */
function put(draft: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof draft !== "object" || draft === null) return draft;
  const copy = (Array.isArray(draft) ? [...(draft as unknown[])] : { ...draft }) as Record<string | number, unknown>;
  copy[key] = rest.length === 0 ? value : put(copy[key] ?? {}, rest, value);
  return copy;
}
