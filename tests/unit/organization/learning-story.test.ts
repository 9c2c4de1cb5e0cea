import { describe, expect, test } from "vitest";
import { parseQuestion, type Question } from "~/domain/assessment/question-types";
import { decodeAnswers } from "~/domain/assessment/answers-form";
import { grade } from "~/domain/assessment/grading";
import { days, hours, localDay, minutes, startOfDay } from "~/domain/time";
import { answerSheet } from "~/use-cases/system/demo-province/answer-sheet";
import { chanceFrom, uuidFrom } from "~/use-cases/system/demo-province/chance";
import { learningStory, type LearningStep } from "~/use-cases/system/demo-province/learning-story";
import { paperWith, rules } from "../../support/paper";

const NOW = new Date("2026-11-23T02:00:00Z");
const lessons = Array.from({ length: 8 }, (_, index) => ({ id: `bai-${index + 1}`, minutes: 8 }));
const policy = { questions: 20, passPercent: 80, timeLimitMinutes: 20 };
const stories = Array.from({ length: 300 }, (_, index) =>
  learningStory({
    lessons,
    test: policy,
    from: new Date(NOW.getTime() - days(20)),
    now: NOW,
    chance: chanceFrom(`story ${index}`),
  }),
);
const moments = (step: LearningStep) =>
  step.kind === "begin"
    ? [step.at]
    : step.kind === "lesson"
      ? [step.openedAt, step.finishedAt]
      : [step.startedAt, step.handedInAt];

describe("what people of the demo do", () => {
  test("follows the order of time and never lies ahead of now", () => {
    for (const story of stories) {
      const all = story.flatMap(moments).map((at) => at.getTime());
      expect(all).toEqual([...all].sort((a, b) => a - b));
      expect(all.every((at) => at < NOW.getTime())).toBe(true);
    }
  });

  test("takes place in office hours of working days", () => {
    for (const at of stories.flatMap((story) => story.map((step) => moments(step)[0]!))) {
      const local = new Date(at.getTime() + hours(7));
      expect(local.getUTCDay() % 6).not.toBe(0);
      const time = at.getTime() - startOfDay(localDay(at)).getTime();
      expect(time).toBeGreaterThanOrEqual(hours(7.5));
      expect(time).toBeLessThanOrEqual(hours(17));
    }
  });

  test("keeps to the course: lessons in order, the test after the last one, within its time", () => {
    for (const story of stories) {
      const read = story.flatMap((step) => (step.kind === "lesson" ? [step.lessonId] : []));
      expect(read).toEqual(lessons.slice(0, read.length).map((lesson) => lesson.id));
      const tests = story.flatMap((step) => (step.kind === "test" ? [step] : []));
      if (tests.length > 0) expect(read).toHaveLength(lessons.length);
      for (const each of tests) expect(each.handedInAt.getTime() - each.startedAt.getTime()).toBeLessThan(minutes(20));
    }
  });

  test("is of every sort: done, passed at the second try, failed, under way", () => {
    const tests = stories.map((story) => story.flatMap((step) => (step.kind === "test" ? [step.wrong <= 4] : [])));
    const share = (sort: string) => tests.filter((each) => JSON.stringify(each) === sort).length / stories.length;
    expect(share("[true]")).toBeGreaterThan(0.3);
    expect(share("[false,true]")).toBeGreaterThan(0.04);
    expect(share("[false]")).toBeGreaterThan(0.03);
    expect(share("[]")).toBeGreaterThan(0.15);
  });
});

describe("a paper of the demo", () => {
  const base = {
    topic: "t",
    status: "ready",
    difficulty: "easy",
    stem: "?",
    citation: { document: "1/QĐ" },
    explanation: "…",
  };
  const options = ["a", "b", "c", "d"].map((id) => ({
    id,
    text: `Phương án ${id}`,
    feedback: "…",
    correct: id === "c" || undefined,
  }));
  const questions = [
    { ...base, id: "one", type: "single-choice", options },
    {
      ...base,
      id: "many",
      type: "multiple-response",
      options: options.map((each) => ({ ...each, correct: each.id < "c" || undefined })),
    },
    { ...base, id: "truth", type: "true-false", answer: false, feedback: { whenTrue: "…", whenFalse: "…" } },
    {
      ...base,
      id: "pairs",
      type: "matching",
      pairs: ["x", "y", "z"].map((id) => ({ id, left: `trái ${id}`, right: `phải ${id}` })),
    },
  ].map((raw) => {
    const parsed = parseQuestion(raw);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    return parsed.question;
  }) as Question[];

  test.each([0, 1, 2, 3, 4])("earns all points but those of %i wrong answers", (wrong) => {
    const paper = paperWith(questions, "paper");
    const form = answerSheet({ paper, wrong, chance: chanceFrom(`sheet ${wrong}`) });
    expect(grade(paper, decodeAnswers(paper, form)!, rules(80)).points).toBe(questions.length - wrong);
  });
});

describe("chance", () => {
  test("is the same for the same seed and spreads evenly", () => {
    expect(Array.from({ length: 5 }, chanceFrom("a").next)).toEqual(Array.from({ length: 5 }, chanceFrom("a").next));
    const { whole } = chanceFrom("die");
    const counts = [0, 0, 0, 0, 0, 0];
    for (let roll = 0; roll < 6_000; roll++) counts[whole(1, 6) - 1]!++;
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  test("makes proper UUIDs, one for each name", () => {
    const all = Array.from({ length: 50_000 }, (_, index) => uuidFrom(`name ${index}`));
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
  });
});
