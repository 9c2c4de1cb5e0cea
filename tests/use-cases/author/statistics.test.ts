import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { choicesOf } from "~/domain/assessment/statistics/choices";
import { countingOf } from "~/domain/assessment/statistics/counting";
import { NO_TREATMENT } from "~/domain/assessment/regrade/adjustment";
import { sumPapers } from "~/domain/assessment/statistics-store.server";
import { statisticsOf } from "~/domain/assessment/statistics/statistics";
import { type PaperRow, sumsOf } from "~/domain/assessment/statistics/sums";
import type { RoleName } from "~/domain/auth/permissions";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { UnitNode } from "~/domain/organization/unit";
import type { OfficialViewer } from "~/http/viewer.server";
import { statisticsPath } from "~/paths";
import { db } from "~/platform/db.server";
import { loader } from "~/routes/_author.author.courses.$course.statistics";
import { saveAnswer } from "~/use-cases/learner/save-answer";
import { submitTest } from "~/use-cases/learner/submit-test";
import { viewStatistics } from "~/use-cases/author/view-statistics";
import { buildLearner, buildUnit, buildViewer } from "../../support/build";
import { publishSmallCourse, questions } from "../../support/course";
import { truncateAll, useDatabase } from "../../support/database";
import { beginTest, paperOf, postedAnswer, readAllLessons, responseTo } from "../../support/learner";
import { buildArgs } from "../../support/request";

useDatabase();

const NOW = new Date("2026-11-23T02:00:00Z");
const EVERYTHING = { version: null, from: null, to: null, attempts: "first" } as const;
let unit: UnitNode;
let course: { slug: string; courseId: string; versionId: string };

async function begin(): Promise<void> {
  await truncateAll();
  forgetVersions();
  unit = await buildUnit({ code: "AG" });
  course = await publishSmallCourse();
}

/** One paper handed in; `right` says of each question whether it is answered rightly, null: left out. */
async function handIn(
  viewer: OfficialViewer,
  right: (questionId: string) => boolean | null,
  now = NOW,
): Promise<string> {
  const attemptId = await beginTest(viewer, course.slug, now);
  const paper = await paperOf(viewer, attemptId);
  for (const [index, question] of paper.questions.entries()) {
    const answer = right(question.id);
    if (answer === null) continue;
    const form = postedAnswer(paper, question, responseTo(question, answer));
    const about = { officialId: viewer.official.id, attemptId, questionId: question.id };
    await saveAnswer({ ...about, sequence: index + 1, form, now });
  }
  await submitTest({ viewer, officialId: viewer.official.id, attemptId, form: null, now });
  return attemptId;
}

async function learner(name?: string): Promise<OfficialViewer> {
  const viewer = await buildLearner(unit, name);
  await readAllLessons(viewer, course.slug, NOW);
  return viewer;
}

const ask = (changes: Partial<Parameters<typeof viewStatistics>[0]> = {}) =>
  viewStatistics({ slug: course.slug, ...EVERYTHING, ...changes });

describe("a test that people took", () => {
  let people: OfficialViewer[];

  beforeAll(async () => {
    await begin();
    people = [];
    for (let i = 0; i < 8; i++) people.push(await learner(`Nguyễn Thị Không Lộ ${i}`));
    // Six first attempts of every degree, one with nothing answered; somebody passes only the second time.
    for (const [i, viewer] of people.slice(0, 6).entries()) {
      await handIn(viewer, (id) => (i === 5 ? null : Number(id.slice(2)) % 5 >= i));
    }
    await handIn(people[6]!, () => false);
    await handIn(people[6]!, () => true, new Date("2026-12-01T02:00:00Z"));
    await beginTest(people[7]!, course.slug, NOW);
  });

  test("first attempts unless all are asked for; an open paper is none yet", async () => {
    const [first, all] = [await ask(), await ask({ attempts: "all" })];
    expect([first.test.n, all.test.n]).toEqual([7, 8]);
    expect(all.test.passRate!).toBeGreaterThan(first.test.passRate!);
    expect(first).toMatchObject({ version: 1, versions: [{ number: 1, current: true, papers: 8 }] });
    expect(first.findings[0]).toEqual({ kind: "few-papers", n: 7 });
  });

  test.each(["first", "all"] as const)(
    "the database sums %s attempts as they are summed one by one",
    async (attempts) => {
      const rows = await db.attempt.findMany({
        where: { status: "submitted", ...(attempts === "first" ? { number: 1 } : {}) },
        include: { answers: true },
      });
      const papers = rows.map((row): PaperRow => {
        const points = new Map(row.answers.map((answer) => [answer.questionId, Number(answer.points ?? 0)]));
        const drawn = row.questionIds.map((questionId) => ({ questionId, points: points.get(questionId) ?? 0 }));
        return { maxPoints: Number(row.maxPoints), passed: row.passed === true, questions: drawn };
      });
      const counting = countingOf(questions, NO_TREATMENT);
      const summed = await sumPapers({ versionId: course.versionId, attempts, from: null, to: null, counting });
      const [theirs, ours] = [statisticsOf(summed), statisticsOf(sumsOf(papers))];
      const { questions: byDatabase, ...test } = theirs;
      const { questions: byHand, ...expected } = ours;
      for (const [key, value] of Object.entries(expected)) {
        if (typeof value === "number") expect(test[key as keyof typeof test], key).toBeCloseTo(value, 9);
        else expect(test[key as keyof typeof test], key).toEqual(value);
      }
      expect(byDatabase).toHaveLength(byHand.length);
      for (const hand of byHand) {
        const {
          unanswered: _u,
          choices: _c,
          ...figures
        } = byDatabase.find(({ questionId }) => questionId === hand.questionId)!;
        for (const [key, value] of Object.entries(figures)) {
          const other = hand[key as keyof typeof hand];
          if (typeof value === "number") expect(value, `${hand.questionId} ${key}`).toBeCloseTo(other as number, 9);
          else expect(value, `${hand.questionId} ${key}`).toEqual(other);
        }
      }
    },
  );

  test("choices are counted for every kind of question, and those left out", async () => {
    const stored = await db.answer.findMany({ where: { attempt: { status: "submitted", number: 1 } } });
    const view = await ask();
    for (const { id, statistics } of view.questions) {
      if (!statistics) continue;
      const own = stored.filter(({ questionId }) => questionId === id);
      expect(statistics.unanswered, id).toBe(statistics.n - own.length);
      for (const { part, value, count } of statistics.choices) {
        const [key, sub] = part.split(".");
        const holds = own.filter(({ response }) => {
          const given = (response as Record<string, unknown>)[key!];
          const leaf = sub === undefined ? given : (given as Record<string, string>)[sub];
          return Array.isArray(leaf) ? leaf.includes(value) : String(leaf) === value;
        });
        expect(count, `${id} ${part} ${value}`).toBe(holds.length);
      }
    }
    const kinds = view.questions.filter(({ statistics }) => statistics?.choices.some(({ count }) => count > 0));
    // Papers are drawn by chance: now and then none of them has the one question of a kind.
    const answered = new Set(stored.map(({ questionId }) => questionId));
    const typesOf = (some: readonly { type: string }[]) => new Set(some.map(({ type }) => type));
    expect(typesOf(kinds)).toEqual(typesOf(questions.filter(({ id }) => answered.has(id))));
    expect(answered.size).toBeGreaterThan(3);
  });

  test("days: both ends count, in Vietnamese time", async () => {
    expect((await ask({ attempts: "all", from: "2026-12-01", to: "2026-12-01" })).test.n).toBe(1);
    expect((await ask({ attempts: "all", to: "2026-11-30" })).test.n).toBe(7);
    expect((await ask({ attempts: "all", from: "2026-12-02" })).test.n).toBe(0);
    // A second attempt does not become the first because the first is out of the days.
    expect((await ask({ from: "2026-12-01" })).test.n).toBe(0);
  });

  test("what leaves is counts: no name, no number of anybody, no paper, no word that somebody wrote", async () => {
    const [answer] = await db.answer.findMany({
      where: { questionId: "q-1", attempt: { status: "submitted" } },
      take: 1,
    });
    const response = { option: "Tôi là Nguyễn Văn Viết Thêm", note: "chuyện riêng" };
    await db.answer.update({
      where: { attemptId_questionId: { attemptId: answer!.attemptId, questionId: "q-1" } },
      data: { response },
    });
    const text = JSON.stringify(await ask());
    const attempts = await db.attempt.findMany({
      select: { id: true, officialId: true, enrolmentId: true, seed: true },
    });
    for (const secret of attempts.flatMap((each) => Object.values(each))) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/Không Lộ|Viết Thêm|chuyện riêng|CB\d{6}/);
  });

  test("a version that is none, and a course that is none, are not found", async () => {
    await expect(ask({ version: 2 })).rejects.toMatchObject({ code: "not-found" });
    await expect(ask({ slug: "khong-co" })).rejects.toMatchObject({ code: "not-found" });
  });

  test("the page is for who looks after content", async () => {
    const open = async (role: RoleName, search = "") => {
      const viewer = await buildViewer({ unit, roles: [{ role, unit }] });
      const url = `${statisticsPath(course.slug)}${search}`;
      return loader(buildArgs({ viewer, url, params: { course: course.slug } }) as never);
    };
    for (const role of ["hr", "head", "administrator"] as const) {
      await expect(open(role)).rejects.toMatchObject({ code: "forbidden" });
    }
    const page = await open("training_officer", "?attempts=all&from=hôm+qua&to=1/12/2026");
    expect(page).toMatchObject({
      view: { test: { n: 8 } },
      filter: { attempts: "all", version: "1" },
      badDays: ["hôm qua"],
    });
  });
});

describe("a course", () => {
  beforeEach(begin);

  test("nobody took has no figures, and advice all the same", async () => {
    const view = await ask();
    expect(view.test).toMatchObject({ n: 0, mean: null, passRate: null, internalConsistency: null });
    expect(view.questions.every(({ statistics }) => statistics === null)).toBe(true);
    expect(view).toMatchObject({ findings: [], advice: expect.any(Array) });
  });

  test("without a test has no statistics", async () => {
    await publishSmallCourse({ slug: "khong-thi", test: null });
    await expect(ask({ slug: "khong-thi" })).rejects.toMatchObject({ code: "not-found" });
  });

  test("a voided paper counts nowhere, and the next is then the first", async () => {
    const viewer = await learner();
    const voided = await handIn(viewer, () => false);
    await db.attempt.update({ where: { id: voided }, data: { status: "voided" } });
    await handIn(viewer, () => true);
    expect((await ask()).test).toMatchObject({ n: 1, mean: 1, passRate: 1 });
  });

  test("of which a newer version is in use still shows the papers of the older one", async () => {
    await handIn(await learner(), () => true);
    const { id } = await db.courseVersion.create({
      data: {
        courseId: course.courseId,
        number: 2,
        contentHash: "x",
        manifest: (await db.courseVersion.findFirstOrThrow()).manifest!,
      },
    });
    await db.course.update({ where: { id: course.courseId }, data: { currentVersionId: id } });
    const [newer, older] = [await ask(), await ask({ version: 1 })];
    expect([newer.version, newer.test.n, older.version, older.test.n]).toEqual([2, 0, 1, 1]);
    expect(newer.versions).toMatchObject([
      { number: 2, current: true, papers: 0 },
      { number: 1, current: false, papers: 1 },
    ]);
  });

  test("counts the choices of a key that is wrong: the finding names both", async () => {
    course = await publishSmallCourse({ slug: "bon-cau" }, questions.slice(0, 4));
    for (let i = 0; i < 10; i++) await handIn(await learner(), (id) => id !== "q-1");
    const found = (await ask()).findings.find(({ kind }) => kind === "key-outchosen");
    const counts = { n: 10, key: { value: "b", count: 0 }, distractor: { count: 10 } };
    expect(found).toMatchObject({ questionId: "q-1", ...counts });
  });
});

test("what can be chosen is known of every kind of question", () => {
  for (const question of questions) {
    const choices = choicesOf(question);
    expect(choices.some(({ key }) => key)).toBe(true);
    expect(new Set(choices.map(({ part, value }) => `${part} ${value}`)).size).toBe(choices.length);
  }
});
