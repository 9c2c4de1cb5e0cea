/** All that a reader found → one report: ids given, doubles refused, questions made. */
import type { Question } from "../question-types";
import { slugOf } from "./clean-text";
import {
  excerpt,
  remark,
  type Changed,
  type Exchange,
  type ExchangeDefaults,
  type Refused,
  type Taken,
} from "./exchange";
import type { ReadQuestion, Reading } from "./read-question";
import { toQuestion } from "./to-question";

/** More than any bank of a course; a file with more is a mistake or worse. */
export const QUESTION_LIMIT = 5000;

export function collect(reading: Reading, defaults: ExchangeDefaults): Exchange {
  const refused: Refused[] = [...reading.refused];
  const report: Exchange = {
    readable: reading.readable,
    taken: [],
    changed: [],
    refused,
    notes: reading.notes,
    conversion: null,
  };
  if (!reading.readable) return report;
  const found = reading.questions.length + refused.length;
  if (found === 0) return refuseAll(report, "no-questions", {});
  if (found > QUESTION_LIMIT) return refuseAll(report, "too-many-questions", { found, limit: QUESTION_LIMIT });
  const ids = new Ids(reading.questions);
  for (const read of reading.questions) {
    const twin = ids.twinOf(read);
    if (twin !== null) {
      refused.push(refusal(read, remark("duplicate-id", { id: ids.givenIdOf(read)!, line: twin })));
    } else if (read.kind === "ready") {
      report.taken.push(taken(read.question, undefined, read.line));
    } else {
      take(read, ids, report, defaults);
    }
  }
  refused.sort((a, b) => a.line - b.line);
  return report;
}

function take(read: ReadQuestion, ids: Ids, report: Exchange, defaults: ExchangeDefaults): void {
  const id = ids.givenIdOf(read) ?? ids.newIdOf(read);
  const made = toQuestion(read, id, defaults);
  if (!made.ok) {
    report.refused.push(refusal(read, made.reason));
    return;
  }
  const changes: Changed[] = made.changes.map((change) => ({ id, line: read.line, ...change }));
  if (read.id !== undefined && read.id !== id) {
    changes.unshift({ id, line: read.line, ...remark("id-changed", { from: excerpt(read.id, 60), to: id }) });
  }
  report.changed.push(...changes);
  report.taken.push(taken(made.question, read.title, read.line));
}

function taken(question: Question, title: string | undefined, line: number): Taken {
  return { question, title: excerpt(title || question.stem, 80), line };
}

const refusal = (
  read: Reading["questions"][number],
  reason: { rule: Refused["rule"]; values: Refused["values"] },
): Refused => ({
  line: read.line,
  ...reason,
  text: read.source,
});

function refuseAll(report: Exchange, rule: Refused["rule"], values: Refused["values"]): Exchange {
  return { ...report, readable: false, refused: [{ line: 1, rule, values, text: "" }] };
}

/** Ids of one file. The first with an id that the file gives keeps it; made ones go round those. */
class Ids {
  private readonly given = new Map<string, { line: number; read: Reading["questions"][number] }>();
  private readonly made = new Set<string>();

  constructor(questions: Reading["questions"]) {
    for (const read of questions) {
      const id = this.givenIdOf(read);
      if (id !== undefined && !this.given.has(id)) this.given.set(id, { line: read.line, read });
    }
  }

  givenIdOf(read: Reading["questions"][number]): string | undefined {
    if (read.kind === "ready") return read.question.id;
    return read.id === undefined ? undefined : slugOf(read.id, 100) || undefined;
  }

  /** The line of an earlier question of the same id. */
  twinOf(read: Reading["questions"][number]): number | null {
    const first = this.given.get(this.givenIdOf(read) ?? "");
    return first && first.read !== read ? first.line : null;
  }

  newIdOf({ title, stem }: ReadQuestion): string {
    const wanted = slugOf(title ?? "") || slugOf(stem) || "cau-hoi";
    let id = wanted;
    for (let count = 2; this.given.has(id) || this.made.has(id); count++) id = `${wanted}-${count}`;
    this.made.add(id);
    return id;
  }
}
