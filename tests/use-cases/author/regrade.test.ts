import { beforeEach, describe, expect, test } from "vitest";
import { db } from "~/platform/db.server";
import { applyRegrade } from "~/use-cases/author/apply-regrade";
import { listCourseRegrades } from "~/use-cases/author/list-regrades";
import { previewRegrade } from "~/use-cases/author/preview-regrade";
import { viewRegrade } from "~/use-cases/author/view-regrade";
import { submitTest } from "~/use-cases/learner/submit-test";
import { viewResult } from "~/use-cases/learner/view-result";
import { buildUnit, buildViewer } from "../../support/build";
import { useDatabase } from "../../support/database";
import { dilemma } from "../../support/questions";
import {
  beginRegradeCase,
  FOUR,
  handIn,
  LATER,
  NOW,
  preview,
  type RegradeCase,
  regrade,
  resultOf,
  somebody,
  toC,
  wishFor,
} from "./regrade-case";

useDatabase();

let about: RegradeCase;
beforeEach(async () => {
  about = await beginRegradeCase();
});

const everything = async () =>
  JSON.stringify(
    [
      await db.attempt.findMany(),
      await db.answer.findMany(),
      await db.attemptEvent.findMany(),
      await db.regrade.findMany(),
    ],
    (_, value: unknown) => (typeof value === "bigint" ? String(value) : value),
  );

describe("the dry run", () => {
  test("says who would pass and who would not, what rests on it, and changes nothing", async () => {
    const risen = await somebody(about, "Nguyễn Thị Được Đạt");
    const kept = await somebody(about, "Trần Văn Giữ Nguyên");
    await handIn(about, risen, "cbb-");
    await handIn(about, kept, "bbb-");
    const before = await everything();
    const seen = await preview(about, wishFor(about, toC));
    expect(seen.totals).toMatchObject({ papers: 2, raised: 1, kept: 1, nowPassing: 1, keptPassing: 1, toLookAt: 1 });
    const { number } = await db.certificate.findFirstOrThrow();
    expect(seen.verdicts).toMatchObject([
      { fullName: "Nguyễn Thị Được Đạt", verdict: "now-passing", certificate: null, before: { percent: 50 } },
      { fullName: "Trần Văn Giữ Nguyên", verdict: "kept-passing", certificate: number, byKey: { percent: 50 } },
    ]);
    expect(await everything()).toBe(before);
  });

  test("names only people in the viewer's units, and counts the others", async () => {
    const elsewhere = await buildUnit({ code: "XA-KHAC", parent: about.unit });
    const own = await buildUnit({ code: "XA-NHA", parent: about.unit });
    await handIn(about, await somebody(about, "Lê Thị Xã Khác", elsewhere), "cbb-");
    await handIn(about, await somebody(about, "Lê Thị Xã Nhà", own), "cbb-");
    const officer = await buildViewer({ unit: own, roles: [{ role: "training_officer", unit: own }] });
    const seen = await preview(about, wishFor(about, toC), officer);
    expect(seen.verdicts.map(({ fullName }) => fullName)).toEqual(["Lê Thị Xã Nhà"]);
    expect(seen).toMatchObject({ elsewhere: 1, more: 0, totals: { nowPassing: 2 } });
    expect(JSON.stringify(seen)).not.toContain("Xã Khác");
  });

  test("a decision that changes nothing, one with a fault and one that is none", async () => {
    const ask = (wish: Parameters<typeof wishFor>[1], more = {}) =>
      previewRegrade({ viewer: about.officer, wish: wishFor(about, wish, more) });
    const key = (right: string[]) => ({
      kind: "key" as const,
      given: { key: { right }, feedback: {}, explanation: undefined },
    });
    expect(await ask({ kind: "marks", marks: 1 })).toEqual({ kind: "refused", reason: "nothing-changes" });
    expect(await ask(key(["b"]))).toEqual({ kind: "refused", reason: "nothing-changes" });
    expect(await ask(key([]))).toEqual({
      kind: "refused",
      reason: "key",
      field: "key.right",
      fault: "nothing-right",
    });
    await expect(ask(toC, { questionId: "q-9" })).rejects.toMatchObject({ code: "not-found" });
    await expect(ask(toC, { version: 9 })).rejects.toMatchObject({ code: "not-found" });
    await expect(ask(toC, { also: [9] })).rejects.toMatchObject({ code: "bad-request" });
  });
});

describe("each decision, carried out", () => {
  test("a new key: results follow, answers follow, who passes now completes the course, once", async () => {
    const viewer = await somebody(about);
    const attemptId = await handIn(about, viewer, "cbb-");
    expect(await db.completion.count()).toBe(0);
    expect(await regrade(about, wishFor(about, toC))).toMatchObject({ kind: "applied", completions: 1 });
    expect(await resultOf(attemptId)).toEqual({ points: 3, maxPoints: 4, percent: 75, passed: true });
    const [completion] = await db.completion.findMany();
    expect(completion).toMatchObject({
      attemptId,
      completedAt: NOW,
      recordedAt: LATER,
      officialId: viewer.official.id,
    });
    expect(await db.certificate.count()).toBe(1);
    const answer = await db.answer.findFirstOrThrow({ where: { attemptId, questionId: "q-1" } });
    expect([Number(answer.points), answer.response]).toEqual([1, { option: "c" }]);
    const [event] = await db.attemptEvent.findMany();
    expect(event).toMatchObject({
      attemptId,
      kind: "regraded",
      actorName: about.officer.displayName,
      reason: "Đáp án sai",
      before: { percent: 50, passed: false },
      after: { percent: 75, passed: true },
    });
    const audited = await db.auditEvent.findMany({
      where: { action: { in: ["question.regraded", "completion.recorded"] } },
    });
    expect(audited).toMatchObject([
      { action: "question.regraded", subjectId: "q-1", after: { change: "key", nowPassing: 1, reason: "Đáp án sai" } },
      { action: "completion.recorded", actorName: "Hệ thống" },
    ]);
  });

  test("full marks: also for who left the question out", async () => {
    const attemptId = await handIn(about, await somebody(about), "-bb-");
    await regrade(about, wishFor(about, { kind: "full-marks" }));
    expect(await resultOf(attemptId)).toEqual({ points: 3, maxPoints: 4, percent: 75, passed: true });
    expect(await db.certificate.count()).toBe(1);
  });

  test("void: neither earned nor to be earned, and its answers have no points", async () => {
    const attemptId = await handIn(about, await somebody(about), "ab-b");
    await regrade(about, wishFor(about, { kind: "void" }));
    expect(await resultOf(attemptId)).toEqual({ points: 2, maxPoints: 3, percent: 66.66, passed: false });
    const answers = await db.answer.findMany({ where: { attemptId }, orderBy: { questionId: "asc" } });
    expect(answers.map(({ points }) => (points === null ? null : Number(points)))).toEqual([null, 1, 1]);
  });

  test("marks: a question that weighs more", async () => {
    const attemptId = await handIn(about, await somebody(about), "bb--");
    await regrade(about, wishFor(about, { kind: "marks", marks: 5 }));
    expect(await resultOf(attemptId)).toEqual({ points: 6, maxPoints: 8, percent: 75, passed: true });
  });

  test("who has not read the lessons passes the test, and completes nothing yet", async () => {
    const viewer = await somebody(about);
    const attemptId = await handIn(about, viewer, "cbb-");
    await db.lessonProgress.updateMany({ where: { lessonId: "hai" }, data: { finishedAt: null } });
    expect(await regrade(about, wishFor(about, toC))).toMatchObject({ kind: "applied", completions: 0 });
    expect(await resultOf(attemptId)).toMatchObject({ passed: true });
    expect(await db.completion.count()).toBe(0);
  });

  test("a paper that is open is graded by it when it is handed in", async () => {
    const viewer = await somebody(about);
    await handIn(about, await somebody(about), "bb--");
    const attemptId = await handIn(about, viewer, "cbb-", { submit: false });
    await regrade(about, wishFor(about, toC));
    await submitTest({ viewer, officialId: viewer.official.id, attemptId, form: null, now: NOW });
    expect(await resultOf(attemptId)).toMatchObject({ percent: 75, passed: true });
    expect(await db.attemptEvent.count({ where: { attemptId } })).toBe(0);
  });
});

describe("what was given", () => {
  test("a completion is kept whatever the policy, with its certificate and the result that it rests on", async () => {
    const attemptId = await handIn(about, await somebody(about), "bbb-");
    const before = await resultOf(attemptId);
    const [completion, certificate] = [await db.completion.findMany(), await db.certificate.findMany()];
    const answer = await regrade(about, wishFor(about, toC, { policy: "apply-all" }));
    expect(answer).toMatchObject({ kind: "applied", totals: { kept: 1, keptPassing: 1, toLookAt: 1, lowered: 0 } });
    expect(await resultOf(attemptId)).toEqual(before);
    expect([await db.completion.findMany(), await db.certificate.findMany()]).toEqual([completion, certificate]);
    const [event] = await db.attemptEvent.findMany();
    expect(event!.after).toMatchObject({ percent: 75, kept: true, byKey: { percent: 50, passed: false } });
  });

  test("with a period closed through the day of handing in, nobody without a completion falls either", async () => {
    const attemptId = await handIn(about, await somebody(about), "bb--");
    const day = "2026-11-23";
    expect((await preview(about, wishFor(about, toC, { closedThrough: day }))).totals).toMatchObject({ kept: 1 });
    expect((await preview(about, wishFor(about, toC, { closedThrough: "2026-11-22" }))).totals).toMatchObject({
      lowered: 1,
    });
    await regrade(about, wishFor(about, toC, { closedThrough: day }));
    expect(await resultOf(attemptId)).toMatchObject({ percent: 50 });
    await regrade(about, wishFor(about, { kind: "void" }, { closedThrough: day, policy: "apply-all" }));
    expect(await resultOf(attemptId)).toMatchObject({ percent: 33.33 });
  });

  test("a duty to read again that came of the question goes with it, and the course is completed", async () => {
    about = await beginRegradeCase({}, [...FOUR.slice(1), dilemma("q-1", "chu-de", { lesson: "mot" })]);
    await handIn(about, await somebody(about), "dbbb");
    expect([await db.remedialDuty.count(), await db.completion.count()]).toEqual([1, 0]);
    expect(await regrade(about, wishFor(about, { kind: "void" }))).toMatchObject({ kind: "applied", completions: 1 });
    expect([await db.remedialDuty.count(), await db.completion.count()]).toEqual([0, 1]);
  });
});

describe("a decision twice", () => {
  test("is refused when it stands, and nothing is given twice", async () => {
    await handIn(about, await somebody(about), "cbb-");
    const wish = wishFor(about, toC);
    const { fingerprint: expected } = await preview(about, wish);
    const apply = () => applyRegrade({ viewer: about.officer, wish, reason: "Sai", expected, now: LATER });
    expect((await apply()).kind).toBe("applied");
    expect(await apply()).toEqual({ kind: "refused", reason: "nothing-changes" });
    expect([await db.regrade.count(), await db.completion.count(), await db.certificate.count()]).toEqual([1, 1, 1]);
  });

  test("and back again: the old key lowers nobody who has the certificate by now", async () => {
    const attemptId = await handIn(about, await somebody(about), "cbb-");
    await regrade(about, wishFor(about, toC));
    const back = { kind: "key" as const, given: { key: { right: "b" }, feedback: {}, explanation: undefined } };
    expect(await regrade(about, wishFor(about, back))).toMatchObject({ kind: "applied", totals: { kept: 1 } });
    expect(await resultOf(attemptId)).toMatchObject({ percent: 75, passed: true });
    const { regrades, toLookAt } = await listCourseRegrades({ slug: about.course.slug, scope: ["AG"] });
    expect(regrades.map(({ change, totals }) => [change, totals.kept])).toEqual([
      ["key", 1],
      ["key", 0],
    ]);
    expect(toLookAt).toMatchObject([{ attemptId, before: { percent: 75 }, byKey: { percent: 50, passed: false } }]);
    expect((await listCourseRegrades({ slug: about.course.slug, scope: ["XA-KHAC"] })).toLookAt).toEqual([]);
    // The new key once more: nothing speaks against the completion any longer.
    await regrade(about, wishFor(about, toC));
    expect((await listCourseRegrades({ slug: about.course.slug, scope: ["AG"] })).toLookAt).toEqual([]);
  });

  test("is not carried out on figures that were never shown", async () => {
    await handIn(about, await somebody(about), "cbb-");
    const wish = wishFor(about, toC);
    const { fingerprint: expected } = await preview(about, wish);
    await handIn(about, await somebody(about), "cbb-");
    const answer = await applyRegrade({ viewer: about.officer, wish, reason: "Sai", expected, now: LATER });
    expect(answer).toMatchObject({ kind: "changed", preview: { totals: { nowPassing: 2 } } });
    expect([await db.regrade.count(), await db.completion.count()]).toEqual([0, 0]);
  });
});

describe("other versions", () => {
  async function publishSecond(stem: string) {
    const { manifest, courseId } = await db.courseVersion.findFirstOrThrow();
    const second = await db.courseVersion.create({
      data: {
        courseId,
        number: 2,
        contentHash: stem,
        manifest: manifest!,
        questions: {
          create: FOUR.map((question, position) => ({
            questionId: question.id,
            position,
            topic: question.topic,
            type: question.type,
            content: { ...question, stem: question.id === "q-1" ? stem : question.stem } as object,
          })),
        },
      },
    });
    await db.course.update({ where: { id: courseId }, data: { currentVersionId: second.id } });
  }

  test("with the same question are offered, and follow when they are ticked", async () => {
    const attemptId = await handIn(about, await somebody(about), "cbb-");
    await publishSecond(FOUR[0]!.stem);
    const view = await viewRegrade({ slug: about.course.slug, questionId: "q-1", version: 2, now: LATER });
    expect(view.alsoIn).toEqual([{ number: 1, papers: 1, current: false }]);
    expect((await preview(about, wishFor(about, toC, { version: 2 }))).totals.papers).toBe(0);
    expect(await regrade(about, wishFor(about, toC, { version: 2, also: [1] }))).toMatchObject({ completions: 1 });
    expect(await resultOf(attemptId)).toMatchObject({ passed: true });
    expect(await db.regrade.count()).toBe(2);
  });

  test("with another question under the same id are left alone", async () => {
    await handIn(about, await somebody(about), "cbb-");
    await publishSecond("Một câu hỏi khác");
    const view = await viewRegrade({ slug: about.course.slug, questionId: "q-1", version: 2, now: LATER });
    expect(view.alsoIn).toEqual([]);
    await expect(preview(about, wishFor(about, toC, { version: 2, also: [1] }))).rejects.toMatchObject({
      code: "bad-request",
    });
  });
});

describe("who has answered", () => {
  const open = async (officialId: string, attemptId: string) => {
    const view = await viewResult({ officialId, attemptId, now: LATER });
    if (view.kind !== "result") throw new Error("open");
    return view.page;
  };

  test("sees the new key, its feedback, that it was changed, why, and what the result was", async () => {
    const viewer = await somebody(about);
    const attemptId = await handIn(about, viewer, "cbb-");
    await regrade(
      about,
      wishFor(about, {
        kind: "key",
        given: { key: { right: "c" }, feedback: { c: "Nay là đáp án" }, explanation: "Căn cứ mới" },
      }),
    );
    const page = await open(viewer.official.id, attemptId);
    const question = page.result!.questions.find(({ id }) => id === "q-1")!;
    expect(question).toMatchObject({ outcome: "right", points: 1, explanation: "Căn cứ mới" });
    expect(JSON.stringify(question.body)).toContain("Nay là đáp án");
    expect(page.regrade).toMatchObject({
      notes: [{ questionId: "q-1", change: "key", reason: "Đáp án sai", at: LATER }],
      changes: [
        { at: LATER, before: { percent: 50, passed: false }, after: { percent: 75, passed: true }, kept: false },
      ],
    });
    expect(page.certificateSerial).not.toBeNull();
  });

  test("sees no reason while the right answer must not be seen", async () => {
    const viewer = await somebody(about);
    const attemptId = await handIn(about, viewer, "bb--");
    await regrade(about, wishFor(about, toC));
    const page = await open(viewer.official.id, attemptId);
    expect(page.regrade.notes).toMatchObject([{ change: "key", reason: null }]);
    expect(page.result).toMatchObject({ percent: 25, passed: false });
  });

  test("sees full marks at a question that was left out, and a void one as void", async () => {
    const viewer = await somebody(about);
    const attemptId = await handIn(about, viewer, "-bbb");
    await regrade(about, wishFor(about, { kind: "full-marks" }));
    const first = await open(viewer.official.id, attemptId);
    expect(first.result!.questions.find(({ id }) => id === "q-1")).toMatchObject({ fullMarks: true, points: 1 });
    await regrade(about, wishFor(about, { kind: "void" }));
    const second = await open(viewer.official.id, attemptId);
    expect(second.result!.questions.find(({ id }) => id === "q-1")).toMatchObject({ outcome: "void", points: null });
    expect(second.regrade.notes).toHaveLength(2);
  });

  test("a later paper has nothing to tell of", async () => {
    const viewer = await somebody(about);
    await handIn(about, viewer, "bb--");
    await regrade(about, wishFor(about, toC));
    const attemptId = await handIn(about, viewer, "cb--", { now: new Date("2026-11-25T02:00:00Z") });
    expect((await open(viewer.official.id, attemptId)).regrade).toEqual({ notes: [], changes: [] });
  });
});
