import { beforeEach, expect, test } from "vitest";
import { listAnswersIn } from "~/domain/assessment/answer-store.server";
import { closeAttempt, lockAttempt } from "~/domain/assessment/attempt-store.server";
import { grade } from "~/domain/assessment/grading";
import { rebuildPaper } from "~/domain/assessment/paper";
import { treatmentOf } from "~/domain/assessment/regrade/adjustment";
import { Prisma, db, inTransaction } from "~/platform/db.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { applyRegrade } from "~/use-cases/author/apply-regrade";
import { submitTest } from "~/use-cases/learner/submit-test";
import { useDatabase } from "../../support/database";
import {
  beginRegradeCase,
  handIn,
  LATER,
  NOW,
  preview,
  type RegradeCase,
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

test("two decisions at one moment: the second finds that the first was taken, and nothing is half done", async () => {
  const attemptId = await handIn(about, await somebody(about), "cbb-");
  const wishes = [wishFor(about, toC), wishFor(about, { kind: "full-marks" })];
  const shown = await Promise.all(wishes.map((wish) => preview(about, wish)));
  const answers = await Promise.all(
    wishes.map((wish, index) =>
      applyRegrade({
        viewer: about.officer,
        wish,
        reason: "Cùng lúc",
        expected: shown[index]!.fingerprint,
        now: LATER,
      }),
    ),
  );
  expect(answers.map(({ kind }) => kind).sort()).toEqual(["applied", "changed"]);
  expect([await db.regrade.count(), await db.completion.count(), await db.certificate.count()]).toEqual([1, 1, 1]);
  expect(await resultOf(attemptId)).toMatchObject({ percent: 75, passed: true });
});

test("decisions of one moment keep the order in which they were taken", async () => {
  for (const change of [toC, { kind: "void" as const }, { kind: "marks" as const, marks: 2 }]) {
    const wish = wishFor(about, change);
    const { fingerprint: expected } = await preview(about, wish);
    await applyRegrade({ viewer: about.officer, wish, reason: "Sai", expected, now: LATER });
  }
  const rows = await db.regrade.findMany({ orderBy: { at: "asc" } });
  expect(rows.map(({ at, change }) => [at.getTime() - LATER.getTime(), (change as { kind: string }).kind])).toEqual([
    [0, "key"],
    [1, "void"],
    [2, "marks"],
  ]);
});

test("a paper that was graded by the old rule while the decision was applied follows it", async () => {
  const viewer = await somebody(about);
  const attemptId = await handIn(about, viewer, "cbb-", { submit: false });
  await handIn(about, await somebody(about), "cbb-");
  const version = await courseVersion(about.course.versionId);
  const policy = version.manifest.test!;

  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let locked = (): void => undefined;
  const isLocked = new Promise<void>((resolve) => (locked = resolve));
  // Handing in, as far as it concerns the rules: they are read with the lock on the attempt, and the grade comes later.
  const handingIn = inTransaction(async (tx) => {
    const attempt = (await lockAttempt(tx, { attemptId, officialId: viewer.official.id }))!;
    locked();
    await held;
    const treatment = treatmentOf(attempt.adjustments, version.questionsById);
    const paper = rebuildPaper({ policy, questionsById: version.questionsById, ...attempt, treatment });
    const result = grade(paper, await listAnswersIn(tx, attemptId), policy);
    expect(result.percent).toBe(50);
    const together = Prisma.sql`SELECT 1`;
    await closeAttempt(tx, { attempt, submittedAt: NOW, byTimer: false, grade: result, remedials: [], together });
  });
  await isLocked;
  const wish = wishFor(about, toC);
  const { fingerprint: expected } = await preview(about, wish);
  const deciding = applyRegrade({ viewer: about.officer, wish, reason: "Sai", expected, now: LATER });
  while ((await db.regrade.count()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  letGo();
  await handingIn;
  expect(await deciding).toMatchObject({ kind: "applied", totals: { papers: 1 }, completions: 2 });
  expect(await resultOf(attemptId)).toMatchObject({ percent: 75, passed: true });
  const [event] = await db.attemptEvent.findMany({ where: { attemptId } });
  expect(event).toMatchObject({ before: { percent: 50 }, after: { percent: 75, later: true } });
  expect([await db.completion.count(), await db.certificate.count()]).toEqual([2, 2]);
});

test("twelve people hand in while a decision is applied: everybody is graded by it in the end, and numbers have no gap", async () => {
  const people = await Promise.all(Array.from({ length: 12 }, (_, n) => somebody(about, `Người Thứ ${n}`)));
  const open = await Promise.all(
    people.map(async (viewer) => ({ viewer, attemptId: await handIn(about, viewer, "cbb-", { submit: false }) })),
  );
  await handIn(about, await somebody(about), "cbb-");
  const wish = wishFor(about, toC);
  const { fingerprint: expected } = await preview(about, wish);
  const submitting = open.map(({ viewer, attemptId }, n) =>
    new Promise((resolve) => setTimeout(resolve, n * 8)).then(() =>
      submitTest({ viewer, officialId: viewer.official.id, attemptId, form: null, now: NOW }),
    ),
  );
  let answer = await applyRegrade({ viewer: about.officer, wish, reason: "Sai", expected, now: LATER });
  // Who came in before is somebody more who passes by it: shown again, confirmed again.
  while (answer.kind === "changed") {
    const { fingerprint } = answer.preview;
    answer = await applyRegrade({ viewer: about.officer, wish, reason: "Sai", expected: fingerprint, now: LATER });
  }
  await Promise.all(submitting);
  expect(answer.kind).toBe("applied");
  const results = await Promise.all(open.map(({ attemptId }) => resultOf(attemptId)));
  expect(new Set(results.map(({ percent }) => percent))).toEqual(new Set([75]));
  const numbers = (await db.certificate.findMany({ orderBy: { registerNumber: "asc" } })).map(
    ({ registerNumber }) => registerNumber,
  );
  expect(numbers).toEqual(Array.from({ length: 13 }, (_, n) => n + 1));
  expect(await db.completion.count()).toBe(13);
});
