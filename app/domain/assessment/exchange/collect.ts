/** All that a reader found → one report: ids given, doubles refused, cases and questions made. */
import { caseTextSchema, type CaseText } from "../question";
import type { Question } from "../question-types";
import {
  excerpt,
  remark,
  type Changed,
  type Exchange,
  type ExchangeDefaults,
  type Remark,
  type Taken,
} from "./exchange";
import { Ids } from "./ids";
import type { ReadCase, ReadQuestion, Reading } from "./read-question";
import { issuesReason, toQuestion } from "./to-question";

/** More than any bank of a course; a file with more is a mistake or worse. */
export const QUESTION_LIMIT = 5000;

export function collect(reading: Reading, defaults: ExchangeDefaults): Exchange {
  const report: Exchange = {
    readable: reading.readable,
    taken: [],
    cases: [],
    changed: [],
    refused: [...reading.refused],
    notes: reading.notes,
    conversion: null,
  };
  if (!reading.readable) return report;
  const found = reading.questions.length + reading.cases.length + report.refused.length;
  if (found === 0) return refuseAll(report, "no-questions", {});
  if (found > QUESTION_LIMIT) return refuseAll(report, "too-many-questions", { found, limit: QUESTION_LIMIT });
  const cases = takeCases(reading.cases, report);
  takeQuestions(reading.questions, { report, defaults, cases });
  sayUnused(report);
  report.refused.sort((a, b) => a.line - b.line);
  return report;
}

/** The cases by id; what was wrong with any of them stands in the report. */
function takeCases(found: readonly ReadCase[], report: Exchange): Map<string, CaseText> {
  const ids = new Ids(found);
  const cases = new Map<string, CaseText>();
  for (const read of found) {
    const { line } = read;
    const twin = ids.twinOf(read);
    const id = ids.idOf(read, read.text, "tinh-huong");
    const parsed = caseTextSchema.safeParse({ id, title: read.title || excerpt(read.text, 80), text: read.text });
    if (twin !== null) report.refused.push(refusal(read, remark("duplicate-id", { id, line: twin })));
    else if (!parsed.success) {
      const issues = parsed.error.issues as { path: (string | number)[]; message: string }[];
      report.refused.push(refusal(read, issuesReason(issues, "case-invalid")));
    } else {
      cases.set(id, parsed.data);
      report.cases.push({ case: parsed.data, line });
      report.changed.push(...changesOf(read, id, read.remarks));
    }
  }
  return cases;
}

function takeQuestions(
  found: Reading["questions"],
  { report, defaults, cases }: { report: Exchange; defaults: ExchangeDefaults; cases: ReadonlyMap<string, CaseText> },
): void {
  const named = found.map((read) =>
    read.kind === "ready" ? { ...read, id: read.question.id, title: undefined, stem: "" } : read,
  );
  const ids = new Ids<(typeof named)[number]>(named);
  for (const read of named) {
    const twin = ids.twinOf(read);
    if (twin !== null) {
      report.refused.push(refusal(read, remark("duplicate-id", { id: ids.givenIdOf(read)!, line: twin })));
    } else if (read.kind === "ready") {
      report.taken.push(taken(read.question, undefined, read.line));
    } else {
      const id = ids.idOf(read, read.stem, "cau-hoi");
      const made = toQuestion(read, id, defaults, cases);
      if (made.ok) {
        report.changed.push(...changesOf(read, id, made.changes));
        report.taken.push(taken(made.question, read.title, read.line));
      } else report.refused.push(refusal(read, made.reason));
    }
  }
}

/** A case that no question of the file is about waits for one that is written later. */
function sayUnused(report: Exchange): void {
  const used = new Set(report.taken.map(({ question }) => question.case?.id));
  for (const { case: each, line } of report.cases) {
    if (!used.has(each.id)) report.changed.push({ id: each.id, line, ...remark("case-unused", { id: each.id }) });
  }
}

function changesOf(read: ReadQuestion | ReadCase, id: string, remarks: readonly Remark[]): Changed[] {
  const changes = remarks.map((change) => ({ id, line: read.line, ...change }));
  if (read.id === undefined || read.id === id) return changes;
  return [{ id, line: read.line, ...remark("id-changed", { from: excerpt(read.id, 60), to: id }) }, ...changes];
}

function taken(question: Question, title: string | undefined, line: number): Taken {
  return { question, title: excerpt(title || question.stem, 80), line };
}

const refusal = (read: { line: number; source: string }, reason: Remark) => ({
  line: read.line,
  ...reason,
  text: read.source,
});

function refuseAll(report: Exchange, rule: Remark["rule"], values: Remark["values"]): Exchange {
  return { ...report, readable: false, refused: [{ line: 1, rule, values, text: "" }] };
}
