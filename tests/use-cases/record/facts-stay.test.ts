import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { explainPersonTurn } from "~/use-cases/hr/explain-person-turn";
import { submitTest } from "~/use-cases/learner/submit-test";
import { viewMyRecord } from "~/use-cases/learner/view-my-record";
import { buildLearner, buildUnit } from "../../support/build";
import { manifest, publishSmallCourse, testWith } from "../../support/course";
import { useDatabase } from "../../support/database";
import { answerAll, beginTest, readAllLessons } from "../../support/learner";

useDatabase();

const now = new Date("2026-11-26T03:00:00Z");
const later = new Date("2027-03-01T03:00:00Z");
let learner: OfficialViewer;
let turn: string;
let given: Awaited<ReturnType<typeof facts>>;
let rows: string;

beforeAll(async () => {
  forgetVersions();
  const unit = await buildUnit({ code: "P-A", parent: await buildUnit({ code: "AG" }) });
  const { slug } = await publishSmallCourse();
  learner = await buildLearner(unit);
  await readAllLessons(learner, slug, now);
  const attemptId = await beginTest(learner, slug, now);
  await answerAll(learner, attemptId, true, now);
  await submitTest({ viewer: learner, officialId: learner.official.id, attemptId, form: null, now });
  turn = (await db.enrolment.findFirstOrThrow()).id;
  given = await facts();
  rows = await kept();
});
beforeEach(() => forgetVersions());

/** What was given, as the record of the person, the explanation and the list tell it. */
async function facts() {
  const { turns } = await viewMyRecord({ official: learner.official, now: later });
  const { standing, scorePercent, certificate } = turns[0]!;
  const { explanation } = await explainPersonTurn({ enrolmentId: turn, scope: ["AG"], now: later });
  return JSON.stringify({ standing, scorePercent, certificate, because: explanation.standing.because });
}

/** The rows themselves, byte for byte. */
async function kept(): Promise<string> {
  const tables = ["completion", "certificate", "certificate_event"];
  const texts = await Promise.all(
    tables.map((table) => db.$queryRawUnsafe(`SELECT record_text(to_jsonb(r)) AS text FROM ${table} r ORDER BY 1`)),
  );
  return JSON.stringify(texts);
}

describe("a fact that was given stays as it was", () => {
  test.each([
    [
      "a regrade that takes the pass away",
      () => db.attempt.updateMany({ data: { percent: 10, points: 1, passed: false } }),
    ],
    ["lessons that have to be read again", () => db.lessonProgress.updateMany({ data: { finishedAt: null } })],
    [
      "a due day that is another",
      () => db.enrolment.updateMany({ data: { dueOn: new Date("2026-11-01"), required: true } }),
    ],
    ["an attempt that is void", () => db.attempt.updateMany({ data: { status: "voided" } })],
    [
      "a version with harder rules and one more lesson, to which the turn is moved",
      async () => {
        const { versionId } = await publishSmallCourse({
          slug: "khoa-khac",
          ...testWith({ passPercent: 100, attempts: 1, attemptThatCounts: "last" }),
          lessons: [...manifest.lessons, { ...manifest.lessons[0]!, id: "ba", title: "Bài ba" }],
        });
        await db.enrolment.updateMany({ data: { versionId } });
      },
    ],
    [
      "a person who moved and is called otherwise",
      () => db.official.updateMany({ data: { fullName: "Tên Khác", positionTitle: "Khác" } }),
    ],
  ])("through %s", async (_what, change) => {
    await change();
    const told = await facts();
    const strip = (text: string) => text.replaceAll(/"dueOn":[^,]*,/g, "");
    expect(strip(told)).toBe(strip(given));
    expect(await kept()).toBe(rows);
  });
});
