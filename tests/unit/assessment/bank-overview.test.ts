import { expect, test } from "vitest";
import { bankOverview } from "~/domain/assessment/bank-overview";
import { QUESTION_TYPE_NAMES } from "~/domain/assessment/question-types";
import { KINDS } from "../../support/question-kinds";
import { dilemma, single } from "../../support/questions";

test("every kind of question is counted, also one that does not occur", () => {
  const [topic] = bankOverview({ topics: { "chu-de": "Chủ đề" }, test: null }, [
    single("q-1"),
    single("q-2"),
    dilemma("q-3"),
  ]);
  expect(topic).toMatchObject({ total: 3, drawn: 0, byStatus: { ready: 3, draft: 0 }, byDifficulty: { easy: 3 } });
  expect(topic!.byType).toMatchObject({ "single-choice": 2, dilemma: 1, ordering: 0 });
  const all = bankOverview(
    { topics: { "chu-de": "Chủ đề" }, test: null },
    KINDS.map(({ question }) => question),
  );
  expect(QUESTION_TYPE_NAMES.filter((name) => all[0]!.byType[name] === 0)).toEqual([]);
});
