import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { statisticsOf } from "~/domain/assessment/statistics/statistics";
import { type PaperRow, sumsOf } from "~/domain/assessment/statistics/sums";

/**
 * Moodle's own figures for 25 attempts of 7 questions (moodle/moodle, mod/quiz/report/statistics/tests/fixtures). The
 * folder stands beside the project and is no part of it.
 */
const FOLDER = path.resolve(import.meta.dirname, "../../../../shared/fixtures/moodle-statistics");
const absent = !existsSync(path.join(FOLDER, "qstats00.csv"));
// eslint-disable-next-line no-console -- a skipped test is told with its reason, and reporters tell only its number
if (absent) console.warn(`The oracle for question statistics was skipped: ${FOLDER} is not there.`);

function readCsv(name: string): Record<string, number>[] {
  const [head = "", ...lines] = readFileSync(path.join(FOLDER, name), "utf8").trim().split(/\r?\n/);
  const columns = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, index) => [columns[index]!, Number(cell)])));
}

const SLOTS = ["1", "2", "3", "4", "5", "6", "7"];

function papers(): PaperRow[] {
  return readCsv("results00.csv").map((row) => ({
    maxPoints: SLOTS.length,
    passed: false,
    questions: SLOTS.map((slot) => ({ questionId: slot, points: row[`slots.${slot}.mark`]! })),
  }));
}

describe(`Moodle's figures${absent ? ` (skipped: ${FOLDER} is not there)` : ""}`, () => {
  test.skipIf(absent)("are reproduced to six digits", () => {
    const statistics = statisticsOf(sumsOf(papers()));
    const expected = readCsv("qstats00.csv");
    expect(statistics.questions).toHaveLength(7);
    for (const row of expected) {
      const question = statistics.questions.find(({ questionId }) => questionId === String(row["slot"]))!;
      expect(question.n).toBe(25);
      const compared: [number | null, string][] = [
        [question.facility, "facility"],
        [question.standardDeviation, "sd"],
        [question.effectiveWeight, "effectiveweight"],
        [question.discriminationIndex, "discriminationindex"],
        [question.discriminativeEfficiency, "discriminativeefficiency"],
      ];
      for (const [ours, column] of compared) {
        const theirs = row[column]!;
        expect(sixDigits(ours!), `${column} of question ${row["slot"]}`).toBe(sixDigits(theirs));
      }
    }
  });

  test.skipIf(absent)("of the whole test agree with a plain computation of the formula", () => {
    const rows = papers();
    const { internalConsistency, mean, standardDeviation } = statisticsOf(sumsOf(rows));
    // Moodle's totals are the sums of the marks; the column "summarks" is rounded.
    const totals = rows.map(({ questions }) => questions.reduce((sum, { points }) => sum + points, 0));
    const columns = SLOTS.map((_, slot) => rows.map(({ questions }) => questions[slot]!.points));
    const inside = columns.reduce((sum, column) => sum + variance(column), 0);
    expect(internalConsistency).toBeCloseTo(100 * (7 / 6) * (1 - inside / variance(totals)), 9);
    expect(mean).toBeCloseTo(totals.reduce((sum, total) => sum + total, 0) / 25 / 7, 12);
    expect(standardDeviation).toBeCloseTo(Math.sqrt(variance(totals)) / 7, 12);
  });
});

const sixDigits = (value: number) => value.toPrecision(6);

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
