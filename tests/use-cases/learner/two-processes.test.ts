import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { beforeEach, expect, test } from "vitest";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import { db } from "~/platform/db.server";
import { buildLearner, buildUnit } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { truncateAll, useDatabase } from "../../support/database";
import { answerAll, beginTest, readAllLessons } from "../../support/learner";

useDatabase();

const now = new Date("2026-11-23T02:00:00Z");
const courseSlug = "khoa-thu";

beforeEach(async () => {
  await truncateAll();
  forgetVersions();
  await publishSmallCourse();
});

function startProcess(pairs: string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ["--import", "tsx", "tests/support/hand-in-process.ts", ...pairs], {
    env: { ...process.env, NODE_ENV: "test", HAND_IN_AT: now.toISOString() },
  });
}

/** Resolves when the process is connected and waits; a process that ends before is a failed test with its reason. */
function ready(child: ChildProcessWithoutNullStreams): Promise<void> {
  return new Promise((resolve, reject) => {
    let wrong = "";
    child.stderr.on("data", (chunk: Buffer) => (wrong += chunk.toString()));
    child.stdout.once("data", () => resolve());
    child.once("close", () => reject(new Error(`the process ended: ${wrong}`)));
  });
}

test(
  "two processes hand in the same papers at one moment: each person has one completion, the book has no gap",
  { timeout: 60_000 },
  async () => {
    const unit = await buildUnit({ code: "AG" });
    const pairs: string[] = [];
    for (let number = 0; number < 8; number++) {
      const learner = await buildLearner(unit, `Người Thứ ${number}`);
      await readAllLessons(learner, courseSlug, now);
      const attemptId = await beginTest(learner, courseSlug, now);
      await answerAll(learner, attemptId, true, now);
      pairs.push(`${learner.official.id}:${attemptId}`);
    }
    const children = [startProcess(pairs), startProcess([...pairs].reverse())];
    await Promise.all(children.map(ready));
    const answers = Promise.all(children.map((child) => collect(child)));
    for (const child of children) child.stdin.end();
    const kinds = (await answers).flat();

    expect(kinds.filter((kind) => kind === "submitted")).toHaveLength(8);
    expect(kinds.filter((kind) => kind === "already-submitted")).toHaveLength(8);
    expect(await db.completion.count()).toBe(8);
    const numbers = (await db.certificate.findMany({ orderBy: { registerNumber: "asc" } })).map(
      (each) => each.registerNumber,
    );
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  },
);

async function collect(child: ChildProcessWithoutNullStreams): Promise<string[]> {
  let said = "";
  let wrong = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (wrong += chunk.toString()));
  const [code] = (await once(child, "close")) as [number];
  if (code !== 0) throw new Error(wrong);
  return JSON.parse(said.trim().split("\n").at(-1)!) as string[];
}
