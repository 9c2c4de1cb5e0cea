import { beforeAll, describe, expect, test } from "vitest";
import type { Question } from "~/domain/assessment/question-types";
import type { RoleName } from "~/domain/auth/permissions";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { UnitNode } from "~/domain/organization/unit";
import { signalsPath } from "~/paths";
import { db } from "~/platform/db.server";
import { loader } from "~/routes/_author.author.courses.$course.signals";
import { viewSignals } from "~/use-cases/author/view-signals";
import { buildOfficial, buildUnit, buildViewer } from "../../support/build";
import { manifest, publishSmallCourse, questions } from "../../support/course";
import { useDatabase } from "../../support/database";
import { responseTo } from "../../support/learner";
import { addQuestions, type HandedIn, handedIn } from "../../support/papers";
import { reflection } from "../../support/questions";
import { buildArgs } from "../../support/request";

useDatabase();

const NOON = Date.parse("2026-11-23T05:00:00Z");
const at = (second: number) => new Date(NOON + second * 1000);
const alone = reflection("q-alone");

let root: UnitNode, a: UnitNode, b: UnitNode, small: UnitNode, team: UnitNode;
let course: { slug: string; courseId: string; versionId: string };

/** A paper with these questions answered wrongly, the others rightly. */
async function handIn(
  unit: UnitNode,
  name: string,
  second: number,
  wrong: readonly string[],
  more: Partial<HandedIn> = {},
): Promise<string> {
  const official = await buildOfficial(unit, name);
  const paper = [...questions, alone] as Question[];
  return handedIn({
    officialId: official.id,
    course,
    at: at(second),
    answers: paper.map((question) => [
      question,
      question === alone ? { text: `Chuyện riêng của ${name}` } : responseTo(question, !wrong.includes(question.id)),
    ]),
    ...more,
  });
}

const paperPace = [{ reason: "paper-pace" as const, questionIds: ["q-8"] }];
const lessonPace = [{ reason: "lesson-pace" as const, questionIds: ["q-8"] }];

beforeAll(async () => {
  forgetVersions();
  root = await buildUnit({ code: "AG" });
  a = await buildUnit({ code: "P-A", name: "Phường A", parent: root });
  team = await buildUnit({ code: "P-A-VP", name: "Văn phòng phường A", parent: a });
  b = await buildUnit({ code: "P-B", name: "Phường B", parent: root });
  small = await buildUnit({ code: "P-C", name: "Phường C", parent: root });
  course = await publishSmallCourse({ test: { ...manifest.test!, paceCheck: true } });
  await addQuestions(course.versionId, [alone]);
  // Three of one office, wrong alike, within a minute of one another; one like them an hour later, one elsewhere.
  await handIn(team, "Trần Thị Bình", 0, ["q-1", "q-2"], { extras: paperPace });
  await handIn(team, "Lê Văn An", 40, ["q-1", "q-2"], { extras: lessonPace });
  await handIn(team, "Võ Thị Cúc", 95, ["q-1", "q-2"]);
  await handIn(team, "Phạm Văn Muộn", 3600, ["q-1", "q-2"]);
  await handIn(b, "Ngô Thị Xa", 20, ["q-1", "q-2"]);
  // The same right answers, one popular mistake, and the clock that hands in for two.
  for (const name of ["Đỗ Văn Đúng", "Bùi Thị Giỏi"]) await handIn(b, name, 10, []);
  for (const name of ["Hồ Văn Nhầm", "Lý Thị Nhầm"]) await handIn(b, name, 500, ["q-3"]);
  for (const name of ["Mai Văn Giờ", "Cao Thị Giờ"]) await handIn(b, name, 900, ["q-1", "q-4"], { byTimer: true });
  await handIn(small, "Đinh Văn Ít", 0, ["q-5"], { extras: paperPace });
  await handIn(a, "Dương Thị Phường", 7200, []);
});

const ask = (changes: Partial<Parameters<typeof viewSignals>[0]> = {}) =>
  viewSignals({ slug: course.slug, scope: ["AG"], named: ["AG"], unit: null, from: null, to: null, ...changes });

describe("like papers", () => {
  test("are those of one unit, handed in together, with the same mistakes", async () => {
    const { clusters, cut } = await ask();
    expect(cut).toBe(false);
    expect(clusters).toEqual([
      {
        unit: { code: "P-A-VP", name: "Văn phòng phường A" },
        from: at(0),
        to: at(95),
        people: 3,
        papers: 3,
        sharedQuestions: questions.length,
        sameWrong: 2,
        // In the order of Vietnamese lists: by given name.
        named: ["Lê Văn An", "Trần Thị Bình", "Võ Thị Cúc"].map((fullName) => ({
          fullName,
          officialId: expect.any(String),
        })),
      },
    ]);
  });

  test("are seen within the scope only, and by name only where people are", async () => {
    expect((await ask({ scope: ["AG/P-B"] })).clusters).toEqual([]);
    expect((await ask({ scope: ["AG/P-A"], named: [] })).clusters).toMatchObject([{ people: 3, named: null }]);
    expect((await ask({ named: ["AG/P-B"] })).clusters).toMatchObject([{ people: 3, named: null }]);
    expect((await ask({ named: ["AG/P-A"] })).clusters[0]!.named).toHaveLength(3);
  });

  test("show nothing of an answer, and no name in what others see", async () => {
    const text = JSON.stringify(await ask({ named: [] }));
    expect(text).not.toMatch(/Chuyện riêng|Phương án|q-1|Bình|Cúc|CB\d{6}/);
    for (const { id } of await db.official.findMany()) expect(text).not.toContain(id);
    for (const { id } of await db.attempt.findMany()) expect(text).not.toContain(id);
  });

  test("are of the days that are asked for", async () => {
    expect((await ask({ from: "2026-11-23", to: "2026-11-23" })).clusters).toHaveLength(1);
    expect((await ask({ from: "2026-11-24" })).clusters).toEqual([]);
    expect((await ask({ to: "2026-11-22" })).rates).toEqual([]);
  });

  test("are no more when the key of what they missed was wrong", async () => {
    const about = {
      versionId: course.versionId,
      policy: "apply-all",
      reason: "x",
      at: at(0),
      actorName: "x",
      summary: {},
    };
    const voided = await db.regrade.create({ data: { ...about, questionId: "q-1", change: { kind: "void" } } });
    expect((await ask()).clusters).toEqual([]);
    // Taken back by a later decision: with its key as it was.
    const question = questions.find(({ id }) => id === "q-1")!;
    await db.regrade.create({
      data: {
        ...about,
        at: new Date(voided.at.getTime() + 1),
        questionId: "q-1",
        change: { kind: "key", question } as object,
      },
    });
    expect((await ask()).clusters).toHaveLength(1);
  });
});

describe("rates of pace", () => {
  test("are of each unit below the scope with all in it; small ones show no figure", async () => {
    const { rates } = await ask();
    expect(rates).toEqual([
      { kind: "rate", code: "P-A", name: "Phường A", people: 5, papers: 5, paperPace: 1, lessonPace: 1 },
      { kind: "rate", code: "P-B", name: "Phường B", people: 7, papers: 7, paperPace: 0, lessonPace: 0 },
      { kind: "few", code: "P-C", name: "Phường C" },
    ]);
  });

  test("of a unit are those of its parts, so that none can be worked out", async () => {
    expect((await ask({ unit: "P-A" })).rates!.map(({ kind, code }) => [kind, code])).toEqual([
      ["few", "P-A"],
      ["few", "P-A-VP"],
    ]);
  });

  test("a test that does not look at the pace has none", async () => {
    const { slug } = await publishSmallCourse({ slug: "khong-xet-nhip" });
    expect((await ask({ slug })).rates).toBeNull();
  });
});

describe("the page", () => {
  const open = async (role: RoleName, unit: UnitNode, search = "", slug = course.slug) => {
    const viewer = await buildViewer({ unit, roles: [{ role, unit }] });
    return loader(buildArgs({ viewer, url: `${signalsPath(slug)}${search}`, params: { course: slug } }) as never);
  };

  test("is for who may see signals: never for peers", async () => {
    for (const role of ["head", "administrator"] as const) {
      await expect(open(role, root)).rejects.toMatchObject({ code: "forbidden" });
    }
    const peer = await buildViewer({ unit: team, official: await buildOfficial(team) });
    await expect(
      loader(buildArgs({ viewer: peer, url: signalsPath(course.slug), params: { course: course.slug } }) as never),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("HR sees who it is, and comes from the overview; the training officer sees counts", async () => {
    const hr = await open("hr", a);
    expect(hr).toMatchObject({ from: "overview", view: { clusters: [{ people: 3 }] } });
    expect(hr.view.clusters[0]!.named).toHaveLength(3);
    expect(await open("training_officer", root)).toMatchObject({
      from: "library",
      view: { clusters: [{ people: 3, named: null }] },
    });
    expect((await open("hr", b)).view.clusters).toEqual([]);
  });

  test("a unit out of reach is not found, nor is a course that is none", async () => {
    await expect(open("hr", b, "?unit=P-A")).rejects.toMatchObject({ code: "not-found" });
    await expect(open("hr", b, "?unit=%27")).rejects.toMatchObject({ code: "not-found" });
    await expect(open("hr", b, "", "khong-co")).rejects.toMatchObject({ code: "not-found" });
    expect(await open("hr", root, "?unit=P-A&from=hôm+qua")).toMatchObject({
      badDays: ["hôm qua"],
      view: { unit: { code: "P-A" } },
    });
  });
});
