import { beforeAll, expect, test } from "vitest";
import { type Adjustment, treatmentOf } from "~/domain/assessment/regrade/adjustment";
import type { Question } from "~/domain/assessment/question-types";
import type { StatisticsView } from "~/domain/assessment/statistics/statistics-view";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { UnitNode } from "~/domain/organization/unit";
import { db } from "~/platform/db.server";
import { viewStatistics } from "~/use-cases/author/view-statistics";
import { buildOfficial, buildUnit } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { useDatabase } from "../../support/database";
import { addQuestions, handedIn } from "../../support/papers";
import { dilemma, numeric, ordering, reflection, shortAnswer, single } from "../../support/questions";

useDatabase();

const NOW = new Date("2026-11-23T02:00:00Z");
const rubric = [
  {
    id: "y",
    criterion: "Ý",
    levels: [
      { points: 0, text: "Chưa" },
      { points: 2, text: "Đủ" },
    ],
  },
];

const heavy: Question = { ...single("k-heavy"), marks: 3 };
const short = shortAnswer("k-short");
const number: Question = { ...numeric("k-number"), marks: 2 };
const order = ordering("k-order");
const hard = dilemma("k-dilemma");
const alone = reflection("k-alone");
const marked = reflection("k-marked", undefined, { rubric });
const faulty = single("k-faulty");
const given = single("k-given");
const extra = single("k-extra");
const bank = [heavy, short, number, order, hard, alone, marked, faulty, given, extra];

let unit: UnitNode;
let course: { slug: string; courseId: string; versionId: string };
let view: StatisticsView;

const decided: { questionId: string; change: Adjustment }[] = [
  { questionId: "k-faulty", change: { kind: "void" } },
  { questionId: "k-given", change: { kind: "full-marks" } },
];
const treatment = treatmentOf(decided, new Map(bank.map((question) => [question.id, question])));

/** Everything right, but for what is said. */
async function handIn(
  changes: Record<string, unknown> = {},
  more: Partial<Parameters<typeof handedIn>[0]> = {},
  added: Question[] = [],
): Promise<void> {
  const right: Record<string, unknown> = {
    "k-heavy": { option: "b" },
    "k-short": { text: "một cửa" },
    "k-number": { text: "3" },
    "k-order": { positions: { s1: 1, s2: 2, s3: 3, s4: 4 } },
    "k-dilemma": { option: "a" },
    "k-alone": { text: "Chuyện riêng của tôi ở phòng một cửa" },
    "k-marked": { text: "Bài viết riêng của tôi" },
    "k-faulty": { option: "a" },
    "k-given": { option: "b" },
    "k-extra": { option: "b" },
  };
  const paper = [...bank.filter((question) => question !== extra), ...added];
  const official = await buildOfficial(unit);
  await handedIn({
    officialId: official.id,
    course,
    answers: paper.map((question) => [question, question.id in changes ? changes[question.id] : right[question.id]]),
    at: NOW,
    treatment,
    marks: { "k-marked": 1 },
    ...more,
  });
}

beforeAll(async () => {
  forgetVersions();
  unit = await buildUnit({ code: "AG" });
  course = await publishSmallCourse();
  await addQuestions(course.versionId, bank);
  const { versionId } = course;
  for (const { questionId, change } of decided) {
    await db.regrade.create({
      data: {
        versionId,
        questionId,
        change: change as object,
        policy: "apply-all",
        reason: "x",
        at: NOW,
        actorName: "x",
        summary: {},
      },
    });
  }
  await handIn();
  await handIn({ "k-heavy": { option: "a" }, "k-dilemma": { option: "b" }, "k-given": null });
  await handIn({ "k-number": { text: "4" }, "k-dilemma": { option: "d" }, "k-short": null });
  await handIn({ "k-alone": null, "k-order": { positions: { s1: 2, s2: 1, s3: 3, s4: 4 } } }, {}, [extra]);
  // Nobody has marked this one yet.
  await handIn({ "k-heavy": { option: "c" } }, { marks: {} });
  view = await viewStatistics({ slug: course.slug, version: null, attempts: "first", from: null, to: null });
});

const of = (id: string) => view.questions.find((question) => question.id === id)!;

test("facility is by the marks of the question, as they count now", () => {
  expect(of("k-heavy")).toMatchObject({ maxPoints: 3, statistics: { n: 4, facility: 0.75 } });
  expect(of("k-number")).toMatchObject({ maxPoints: 2, statistics: { facility: 0.875 } });
  expect(of("k-short").statistics).toMatchObject({ facility: 0.75, unanswered: 1 });
  expect(of("k-marked").statistics).toMatchObject({ n: 4, facility: 1 });
});

test("voided questions and what is written for oneself leave the figures", () => {
  expect(of("k-faulty")).toMatchObject({ counts: "voided", statistics: null });
  expect(of("k-alone")).toMatchObject({ counts: "unscored", statistics: null });
  // 3 + 1 + 2 + 1 + 1 + 1 + 1: what was earned is a share of what counts.
  expect(view.test.mean).toBeCloseTo((1 + 6.5 / 10 + (10 - 1 - 1 - 1) / 10 + 10.5 / 11) / 4, 9);
});

test("what was given to everybody was earned by everybody, answered or not; choices are counted all the same", () => {
  expect(of("k-given")).toMatchObject({ counts: "full-marks", statistics: { n: 4, facility: 1, unanswered: 1 } });
  expect(of("k-given").statistics!.choices.find(({ value }) => value === "b")!.count).toBe(3);
  expect(view.findings.some((finding) => "questionId" in finding && finding.questionId === "k-given")).toBe(false);
});

test("a paper that waits for a mark is in no figure, and counted apart", () => {
  expect(view.test).toMatchObject({ n: 4, awaiting: 1 });
  expect(of("k-heavy").statistics!.choices.find(({ value }) => value === "c")!.count).toBe(0);
  expect(view.test.distribution.reduce((sum, { count }) => sum + count, 0)).toBe(4);
});

test("a question that was added for pace counts like any other; consistency is that of the other papers", () => {
  expect(of("k-extra").statistics).toMatchObject({ n: 1, facility: 1 });
  expect(view.test.internalConsistency).not.toBeNull();
});

test("a dilemma is counted by its grades, an order place by place", () => {
  expect(of("k-dilemma").statistics).toMatchObject({
    facility: 0.625,
    choices: [
      { grade: "best", count: 2 },
      { grade: "acceptable", count: 1 },
      { grade: "risky", count: 0 },
      { grade: "violation", count: 1 },
    ],
  });
  const first = of("k-order").statistics!.choices.filter(({ part }) => part === "positions.s1");
  expect(first.map(({ count }) => count)).toEqual([3, 1, 0, 0]);
});

test("nothing that somebody wrote leaves the database", () => {
  expect(JSON.stringify(view)).not.toMatch(/Chuyện riêng|Bài viết riêng|một cửa"/);
  for (const id of ["k-short", "k-number", "k-marked"]) expect(of(id).statistics!.choices).toEqual([]);
});

test("a change of marks moves the figures of what was earned before", async () => {
  const change: Adjustment = { kind: "marks", marks: 0.5 };
  const about = { versionId: course.versionId, questionId: "k-heavy", change: change as object };
  await db.regrade.create({
    data: { ...about, policy: "never-lower", reason: "x", at: NOW, actorName: "x", summary: {} },
  });
  const after = await viewStatistics({ slug: course.slug, version: null, attempts: "first", from: null, to: null });
  // Points that a paper was allowed to keep are no more than the question is worth now.
  expect(after.questions.find(({ id }) => id === "k-heavy")).toMatchObject({
    maxPoints: 0.5,
    statistics: { facility: 0.75 },
  });
});
