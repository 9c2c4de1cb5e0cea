import { describe, expect, test } from "vitest";
import { findAttempt } from "~/domain/assessment/attempt-store.server";
import { db } from "~/platform/db.server";
import { finishRemedial } from "~/use-cases/learner/finish-remedial";
import { startTest } from "~/use-cases/learner/start-test";
import { viewPaper } from "~/use-cases/learner/view-paper";
import { viewRemedial } from "~/use-cases/learner/view-remedial";
import { viewResult } from "~/use-cases/learner/view-result";
import { viewTest } from "~/use-cases/learner/view-test";
import { sweepExpiredAttempts } from "~/use-cases/system/sweep-expired-attempts";
import { useDatabase } from "../../support/database";
import { answerAll, beginTest, paperOf, postedAnswer } from "../../support/learner";
import { dilemma, ordering, reflection, single } from "../../support/questions";
import { saveAnswer } from "~/use-cases/learner/save-answer";
import { answerAt, courseSlug, handIn, later, learnerAtTest, now } from "./learner-at-test";

useDatabase();

describe("a choice that is a violation", () => {
  const violation = dilemma("kho-xu", "chu-de", { lesson: "hai" });
  const bank = [violation, ...["q-1", "q-2", "q-3"].map((id) => single(id, "chu-de", "b"))];

  async function passWithViolation() {
    const learner = await learnerAtTest({}, bank);
    const attemptId = await beginTest(learner, courseSlug, now);
    const paper = await paperOf(learner, attemptId);
    await answerAll(learner, attemptId, true, later(1));
    const question = paper.questions.find(({ id }) => id === "kho-xu")!;
    await saveAnswer({
      officialId: learner.official.id,
      attemptId,
      questionId: "kho-xu",
      sequence: 1000,
      form: postedAnswer(paper, question, { option: "d" }),
      now: later(2),
    });
    return { learner, attemptId, submitted: await handIn(learner, attemptId) };
  }

  test("makes a part of a lesson due although the test is passed: no certificate until it is read", async () => {
    const { learner, attemptId, submitted } = await passWithViolation();
    expect(submitted).toEqual({ kind: "submitted", passed: true });
    expect(await db.completion.count()).toBe(0);
    const view = await viewResult({ officialId: learner.official.id, attemptId, now: later(11) });
    expect(view.kind === "result" && view.page.next).toEqual({
      kind: "remedial",
      questionId: "kho-xu",
      title: "Bài hai",
    });
  });

  test("is shown with its consequence and legal basis, and reading it again completes the course", async () => {
    const { learner } = await passWithViolation();
    const key = { officialId: learner.official.id, courseSlug, questionId: "kho-xu" };
    const page = await viewRemedial(key);
    expect(page).toMatchObject({
      lesson: { id: "hai" },
      chosen: { text: "Cách xử lý violation của kho-xu", consequence: "Hệ quả violation của kho-xu" },
      doneAt: null,
    });
    expect(page.html.join("")).toContain("<p");
    const finish = () => finishRemedial({ ...key, viewer: learner, now: later(15) });
    const answers = await Promise.all([finish(), finish()]);
    expect(answers.filter(({ courseCompleted }) => courseCompleted)).toHaveLength(1);
    expect(await db.completion.count()).toBe(1);
    expect(await db.certificate.count()).toBe(1);
    expect(await viewRemedial(key)).toMatchObject({ doneAt: later(15) });
  });

  test("of somebody else does not exist here", async () => {
    const { learner } = await passWithViolation();
    await expect(viewRemedial({ officialId: learner.official.id, courseSlug, questionId: "q-1" })).rejects.toThrow();
  });
});

describe("marks and critical questions", () => {
  test("a missed critical question fails a paper that has the marks", async () => {
    const bank = [
      { ...single("bat-buoc", "chu-de", "b"), critical: true },
      ...["q-1", "q-2", "q-3"].map((id) => single(id, "chu-de", "b")),
    ];
    const learner = await learnerAtTest({ passPercent: 75, shuffleQuestions: false }, bank);
    const attemptId = await beginTest(learner, courseSlug, now);
    const paper = await paperOf(learner, attemptId);
    for (const [place, { id }] of paper.questions.entries())
      await answerAt(learner, attemptId, place, id !== "bat-buoc");
    expect(await handIn(learner, attemptId)).toEqual({ kind: "submitted", passed: false });
    const view = await viewResult({ officialId: learner.official.id, attemptId, now: later(11) });
    expect(view.kind === "result" && view.page.result).toMatchObject({ percent: 75, passed: false, criticalMissed: 1 });
  });

  test("a question counts with its marks, and one that is written for oneself not at all", async () => {
    const bank = [
      { ...ordering("thu-tu", "chu-de"), marks: 3 },
      single("q-1", "chu-de", "b"),
      single("q-2", "chu-de", "b"),
      reflection("suy-ngam", "chu-de"),
    ];
    const learner = await learnerAtTest({}, bank);
    const attemptId = await beginTest(learner, courseSlug, now);
    const paper = await paperOf(learner, attemptId);
    for (const [place, { id }] of paper.questions.entries()) await answerAt(learner, attemptId, place, id !== "q-2");
    await handIn(learner, attemptId);
    expect(await findAttempt({ attemptId, officialId: learner.official.id })).toMatchObject({
      points: 4,
      maxPoints: 5,
      percent: 80,
      passed: true,
    });
  });

  test("an answer that an officer marks leaves the verdict open", async () => {
    const rubric = [
      {
        id: "y-1",
        criterion: "Nêu được căn cứ",
        levels: [
          { points: 0, text: "Không" },
          { points: 2, text: "Có" },
        ],
      },
    ];
    const bank = [reflection("tu-luan", "chu-de", { rubric }), ...["q-1", "q-2", "q-3"].map((id) => single(id))];
    const learner = await learnerAtTest({}, bank);
    const attemptId = await beginTest(learner, courseSlug, now);
    await answerAll(learner, attemptId, true, later(1));
    expect(await handIn(learner, attemptId)).toEqual({ kind: "submitted", passed: null });
    const view = await viewTest({ officialId: learner.official.id, courseSlug, now: later(20) });
    expect(view!.verdict).toMatchObject({ kind: "refused", reason: "awaiting-marking" });
    const result = await viewResult({ officialId: learner.official.id, attemptId, now: later(20) });
    expect(result.kind === "result" && result.page).toMatchObject({
      result: { percent: null, passed: null },
      next: { kind: "awaits-marking" },
    });
  });
});

describe("when the time is over", () => {
  test("with a grace what was saved can still be handed in, and no answer be added", async () => {
    const learner = await learnerAtTest({ whenTimeExpires: "grace", handInGraceMinutes: 10 });
    const attemptId = await beginTest(learner, courseSlug, now);
    await answerAll(learner, attemptId, true, later(5));
    expect(await answerAt(learner, attemptId, 0, false, later(21))).toEqual({ kind: "refused", reason: "time-is-up" });
    const view = await viewPaper({ officialId: learner.official.id, attemptId, now: later(21) });
    expect(view.kind === "open" && view.page.phase).toBe("hand-in-only");
    await sweepExpiredAttempts({ now: later(25) });
    expect(await handIn(learner, attemptId, later(25))).toEqual({ kind: "submitted", passed: true });
    expect(await findAttempt({ attemptId, officialId: learner.official.id })).toMatchObject({
      submittedAt: later(25),
      byTimer: false,
    });
  });

  test("and is void when it is not handed in within the grace", async () => {
    const learner = await learnerAtTest({ whenTimeExpires: "grace", handInGraceMinutes: 10 });
    const attemptId = await beginTest(learner, courseSlug, now);
    await answerAll(learner, attemptId, true, later(5));
    expect(await sweepExpiredAttempts({ now: later(31) })).toBe(1);
    expect(await findAttempt({ attemptId, officialId: learner.official.id })).toMatchObject({ status: "voided" });
  });
});

describe("the start", () => {
  test("asks for the promise first", async () => {
    const learner = await learnerAtTest({ honourStatement: "Tự làm bài." });
    const input = { viewer: learner, officialId: learner.official.id, courseSlug, now };
    expect(await startTest(input)).toMatchObject({ kind: "refused", reason: "honour-first" });
    expect(await db.attempt.count()).toBe(0);
    expect(await startTest({ ...input, honour: true })).toMatchObject({ kind: "started" });
    const event = await db.auditEvent.findFirstOrThrow({ where: { action: "attempt.started" } });
    expect(event.after).toMatchObject({ honour: true });
  });

  test("shows the very deadline that the attempt then has, with the time that the person is granted", async () => {
    const learner = await learnerAtTest({ closesOn: "2026-11-23" });
    await db.accommodation.create({
      data: {
        officialId: learner.official.id,
        timeFactor: 1.5,
        validFrom: new Date("2026-11-01"),
        reason: "Khuyết tật vận động",
        grantedAt: now,
        grantedByName: "Nhân sự",
      },
    });
    const evening = new Date("2026-11-23T16:50:00Z");
    const view = await viewTest({ officialId: learner.official.id, courseSlug, now: evening });
    expect(view).toMatchObject({ limitedBy: "window", deadlineIfStartedNow: new Date("2026-11-23T17:10:00Z") });
    const attemptId = await beginTest(learner, courseSlug, evening);
    const attempt = await findAttempt({ attemptId, officialId: learner.official.id });
    expect(attempt!.deadlineAt).toEqual(view!.deadlineIfStartedNow);
  });
});
