import { createElement as draw, type ReactElement } from "react";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { UnitNode } from "~/domain/organization/unit";
import type { OfficialViewer } from "~/http/viewer.server";
import { answerFilePath, attemptCarePath, conditionsPath, markAnswerPath, markingPath, outagePath } from "~/paths";
import { db } from "~/platform/db.server";
import * as markingRoute from "~/routes/_author.author.courses.$course.marking._index";
import * as markAnswerRoute from "~/routes/_author.author.courses.$course.marking.$attempt.$question";
import * as answerFileRoute from "~/routes/_hr.hr.answer-file";
import * as attemptRoute from "~/routes/_hr.hr.attempts.$attempt";
import * as outageRoute from "~/routes/_hr.hr.outage";
import * as personRoute from "~/routes/_hr.hr.staff_.$official";
import * as conditionsRoute from "~/routes/_hr.hr.staff_.$official_.conditions";
import * as recordRoute from "~/routes/_learner.learn_.record";
import { AccommodationSection } from "~/ui/accommodations/accommodation-section";
import { ConditionsPage } from "~/ui/accommodations/conditions-page";
import { AnswerFilePage, type AnswerFileOutcome } from "~/ui/answer-file/answer-file-page";
import { AttemptCarePage } from "~/ui/attempt-care/attempt-care-page";
import { OutagePage } from "~/ui/attempt-care/outage-page";
import { MarkingListPage } from "~/ui/marking/marking-list-page";
import { MarkingPage } from "~/ui/marking/marking-page";
import { PersonPage } from "~/ui/staff/person-page";
import { catalogue } from "~/ui/words/catalogue.server";
import { submitTest } from "~/use-cases/learner/submit-test";
import { buildAnswerFile } from "../support/answer-files";
import { buildLearner, buildUnit, buildViewer } from "../support/build";
import { publishSmallCourse } from "../support/course";
import { useDatabase } from "../support/database";
import { htmlOf } from "../support/draw-page";
import { answerAll, beginTest, readAllLessons } from "../support/learner";
import { writtenBank, writtenCourse } from "../support/marking";
import { buildArgs } from "../support/request";

useDatabase();

const NOW = new Date("2026-11-23T03:05:00Z");
const course = "khoa-thu";
let a: UnitNode, b: UnitNode;
let writer: OfficialViewer, sitting: OfficialViewer;
let written: string, open: string, answerFile: string;
let hr: Viewer, hrOfB: Viewer, author: Viewer, authorOfB: Viewer, head: Viewer, administrator: Viewer, mixed: Viewer;

beforeAll(async () => {
  forgetVersions();
  const root = await buildUnit({ code: "AG" });
  a = await buildUnit({ code: "P-A", name: "Phường A", parent: root });
  b = await buildUnit({ code: "P-AB", name: "Phường B", parent: root });
  await publishSmallCourse(writtenCourse, writtenBank());
  writer = await buildLearner(a, "Nguyễn Thị Người Viết");
  sitting = await buildLearner(a, "Lê Văn Đang Làm");
  await readAllLessons(writer, course, NOW);
  written = await beginTest(writer, course, NOW);
  await answerAll(writer, written, true, NOW);
  await submitTest({ viewer: writer, officialId: writer.official.id, attemptId: written, form: null, now: NOW });
  await readAllLessons(sitting, course, NOW);
  open = await beginTest(sitting, course, NOW);
  answerFile = await buildAnswerFile({ viewer: sitting, attemptId: open, at: NOW });
  hr = await buildViewer({ unit: a, roles: [{ role: "hr", unit: a }] });
  hrOfB = await buildViewer({ unit: b, roles: [{ role: "hr", unit: b }] });
  author = await buildViewer({ unit: a, roles: [{ role: "training_officer", unit: a }] });
  authorOfB = await buildViewer({ unit: b, roles: [{ role: "training_officer", unit: b }] });
  head = await buildViewer({ unit: a, roles: [{ role: "head", unit: a }] });
  administrator = await buildViewer({ unit: root, roles: [{ role: "administrator", unit: root }] });
  // Sees A's people as its head, and may grant only in B.
  mixed = await buildViewer({
    unit: b,
    roles: [
      { role: "head", unit: root },
      { role: "hr", unit: b },
    ],
  });
});

type Handler = (args: never) => Promise<unknown>;
interface Page {
  name: string;
  loader: Handler;
  action?: Handler;
  url: () => string;
  params?: () => Record<string, string>;
  form?: () => Record<string, string>;
  may: "grant" | "mark";
  /** Not found outside the scope; the others are open and empty there. */
  ofA: boolean;
}
const seen = () => NOW.toISOString();
const PAGES: Page[] = [
  {
    name: "accommodations",
    ...conditionsRoute,
    url: () => conditionsPath(writer.official.id),
    params: () => ({ official: writer.official.id }),
    form: () => ({ intent: "grant", timeFactor: "2", validFrom: "23/11/2026", reason: "Đơn đề nghị" }),
    may: "grant",
    ofA: true,
  },
  {
    name: "an attempt",
    ...attemptRoute,
    url: () => attemptCarePath(open),
    params: () => ({ attempt: open }),
    form: () => ({ intent: "add-time", minutes: "10", reason: "Mất điện", seen: seen() }),
    may: "grant",
    ofA: true,
  },
  {
    name: "time after an outage",
    ...outageRoute,
    url: () => outagePath(),
    form: () => ({ course, minutes: "10", reason: "Mất điện", seen: seen() }),
    may: "grant",
    ofA: false,
  },
  {
    name: "answer files",
    ...answerFileRoute,
    url: () => answerFilePath(),
    form: () => ({ intent: "confirm", text: answerFile, reason: "Mất mạng" }),
    may: "grant",
    ofA: false,
  },
  {
    name: "papers to mark",
    ...markingRoute,
    url: () => markingPath(course),
    params: () => ({ course }),
    may: "mark",
    ofA: false,
  },
  {
    name: "an answer to mark",
    ...markAnswerRoute,
    url: () => markAnswerPath(course, written, "tu-luan"),
    params: () => ({ course, attempt: written, question: "tu-luan" }),
    form: () => ({ "level-nhan-dien": "2", "level-cach-xu-ly": "1" }),
    may: "mark",
    ofA: true,
  },
] as Page[];

const argsFor = (page: Page, viewer: Viewer, form?: Record<string, string>) =>
  buildArgs({ viewer, url: page.url(), params: page.params?.(), form, now: NOW }) as never;

async function everything(): Promise<string> {
  const rows = await Promise.all([
    db.attempt.findMany({ orderBy: { id: "asc" } }),
    db.answer.findMany({ orderBy: [{ attemptId: "asc" }, { questionId: "asc" }] }),
    db.accommodation.findMany(),
    db.attemptEvent.findMany(),
    db.marking.findMany(),
    db.auditEvent.findMany(),
  ]);
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

describe.each([
  ["an official without a role", () => sitting as Viewer, [] as string[]],
  ["the head of the unit", () => head, []],
  ["the administrator", () => administrator, []],
  ["HR", () => hr, ["grant"]],
  ["the training officer", () => author, ["grant", "mark"]],
])("%s", (_name, viewer, mays) => {
  test.each(PAGES.filter(({ may }) => !mays.includes(may)))("is refused $name, to read and to change", async (page) => {
    const before = await everything();
    await expect(page.loader(argsFor(page, viewer()))).rejects.toMatchObject({ code: "forbidden" });
    if (page.action)
      await expect(page.action(argsFor(page, viewer(), page.form!()))).rejects.toMatchObject({ code: "forbidden" });
    expect(await everything()).toBe(before);
  });

  test.each(PAGES.filter(({ may }) => mays.includes(may)))("reads $name", async (page) => {
    await expect(page.loader(argsFor(page, viewer()))).resolves.toBeTruthy();
  });
});

describe.each([
  ["HR of another unit", () => hrOfB, "grant"],
  ["the training officer of another unit", () => authorOfB, "mark"],
] as const)("%s", (_name, viewer, may) => {
  const pages = PAGES.filter((page) => page.may === may);

  test.each(pages.filter(({ ofA }) => ofA))("does not find $name", async (page) => {
    await expect(page.loader(argsFor(page, viewer()))).rejects.toMatchObject({ code: "not-found" });
  });

  test.each(pages.filter(({ ofA }) => !ofA))("sees nobody of A on $name", async (page) => {
    const text = JSON.stringify(await page.loader(argsFor(page, viewer())));
    for (const trace of ["Đang Làm", "Người Viết", open, written]) expect(text).not.toContain(trace);
  });

  test("changes nothing there", async () => {
    const before = await everything();
    for (const page of pages.filter(({ action }) => action)) {
      await page.action!(argsFor(page, viewer(), page.form!())).catch((thrown: unknown) =>
        expect(thrown).toMatchObject({ code: "not-found" }),
      );
    }
    expect(await everything()).toBe(before);
  });
});

describe("who sees what somebody is granted", () => {
  const person = async (viewer: Viewer) => {
    const params = { official: writer.official.id };
    return personRoute.loader(buildArgs({ viewer, url: "/hr/staff/x", params, now: NOW }) as never);
  };
  const record = (viewer: Viewer) => recordRoute.loader(buildArgs({ viewer, url: "/learn/record", now: NOW }) as never);

  test("the person and those who may grant it; not heads, not peers, not HR of elsewhere", async () => {
    const page = PAGES[0]!;
    const form = { ...page.form!(), reason: "Điều kiện rất riêng" };
    expect(await page.action!(argsFor(page, hr, form))).toMatchObject({ status: 302 });
    const has = (answer: unknown) => JSON.stringify(answer).includes("Điều kiện rất riêng");
    expect(has(await person(hr))).toBe(true);
    expect(has(await record(writer))).toBe(true);
    expect((await person(head)).care).toBeNull();
    expect(has(await person(head))).toBe(false);
    expect((await person(mixed)).care).toBeNull();
    expect(has(await person(mixed))).toBe(false);
    expect(has(await record(sitting))).toBe(false);
    const events = await db.auditEvent.findMany({ where: { action: "accommodation.granted" } });
    expect(JSON.stringify(events.map(({ after }) => after))).not.toContain("rất riêng");
    await db.accommodation.deleteMany();
  });
});

describe("forms", () => {
  interface Refused {
    data: { error: Record<string, string[]>; initialValue: Record<string, string> };
    init: { status: number };
  }

  test("keep what was typed and say what is wrong, beside the field", async () => {
    const page = PAGES[0]!;
    const typed = { intent: "grant", timeFactor: "9", extraAttempts: "nhiều", validFrom: "31/02/2026", reason: "" };
    const refused = (await page.action!(argsFor(page, hr, typed))) as Refused;
    expect(refused.init.status).toBe(400);
    expect(Object.keys(refused.data.error).sort()).toEqual(["extraAttempts", "reason", "timeFactor", "validFrom"]);
    expect(refused.data.error["timeFactor"]![0]).toContain("từ 1 đến 5");
    expect(refused.data.initialValue).toMatchObject({ timeFactor: "9", validFrom: "31/02/2026" });
    const nothing = { intent: "grant", timeFactor: "1", validFrom: "23/11/2026", reason: "Đơn đề nghị" };
    expect(((await page.action!(argsFor(page, hr, nothing))) as Refused).data.error["timeFactor"]![0]).toContain(
      "khác quy định chung",
    );
    const outage = (await outageRoute.action(argsFor(PAGES[2]!, hr, { minutes: "0", seen: seen() }))) as Refused;
    expect(Object.keys(outage.data.error).sort()).toEqual(["course", "minutes", "reason"]);
    const mark = (await markAnswerRoute.action(argsFor(PAGES[5]!, author, { comment: "Tốt" }))) as Refused;
    expect(mark.data.error["level-nhan-dien"]).toEqual(["Chọn một mức."]);
    expect(mark.data.initialValue).toMatchObject({ comment: "Tốt" });
  });

  async function upload(file: File | null, viewer = hr) {
    const form = new FormData();
    form.set("intent", "check");
    if (file) form.set("file", file);
    const args = buildArgs({ viewer, url: answerFilePath(), now: NOW });
    const request = new Request("http://localhost/hr/answer-file", { method: "POST", body: form });
    const answer = await answerFileRoute.action({ ...args, request } as never);
    return (answer as unknown as { data: AnswerFileOutcome; init: { status?: number } | null }).data;
  }

  test("an uploaded file is looked at, then confirmed with a reason; a bad one ends in a sentence", async () => {
    expect(await upload(null)).toEqual({ kind: "refused", reason: "no-file" });
    expect(await upload(new File([], "bai-lam.json"))).toEqual({ kind: "refused", reason: "empty" });
    expect(await upload(new File(["x".repeat(1024 * 1024 + 1)], "x.json"))).toMatchObject({ reason: "too-large" });
    expect(await upload(new File([Buffer.alloc(2000, 0xff)], "x.json"))).toMatchObject({ reason: "not-json" });
    expect(await upload(new File([answerFile], "bai-lam.json"), hrOfB)).toMatchObject({ reason: "not-in-your-units" });
    const look = await upload(new File([answerFile], "bai-lam.json"));
    if (look.kind !== "plan") throw new Error(look.reason);
    expect(look.plan.taken).toBe(3);

    const page = PAGES[3]!;
    const bare = { intent: "confirm", text: look.text, reason: "" };
    const again = (await page.action!(argsFor(page, hr, bare))) as {
      data: Extract<AnswerFileOutcome, { kind: "plan" }>;
    };
    expect(again.data).toMatchObject({ kind: "plan", text: look.text });
    expect(again.data.result?.error?.["reason"]).toEqual(["Ghi lý do."]);
    expect(htmlOf(draw(AnswerFilePage, { outcome: again.data }))).toContain("Ghi lý do.");
    expect(await db.attemptEvent.count()).toBe(0);
    expect(await page.action!(argsFor(page, hr, { ...bare, reason: "Mất mạng tại xã" }))).toMatchObject({
      status: 302,
    });
    expect(await db.answer.count({ where: { attemptId: open } })).toBe(3);
  });
});

describe.each(["vi", "en"] as const)("the pages in %s", (language) => {
  const drawn = (page: ReactElement) => {
    const html = htmlOf(page, language);
    expect(html.match(/>(accommodation|marking|answerFile|staff|kit|library)\.[\w-]+/g)).toBeNull();
    expect(html).not.toMatch(/ style="/);
    return html;
  };

  test("are drawn whole, each with one heading, and say no key in place of a word", async () => {
    const conditions = await conditionsRoute.loader(argsFor(PAGES[0]!, hr));
    const attempt = await attemptRoute.loader(argsFor(PAGES[1]!, hr));
    const outage = await outageRoute.loader(argsFor(PAGES[2]!, hr));
    const marking = await markingRoute.loader(argsFor(PAGES[4]!, author));
    const answer = await markAnswerRoute.loader(argsFor(PAGES[5]!, author));
    const params = { official: sitting.official.id };
    const person = await personRoute.loader(buildArgs({ viewer: hr, url: "/x", params, now: NOW }) as never);
    const pages = [
      draw(ConditionsPage, { ...conditions, result: undefined }),
      draw(AttemptCarePage, { ...attempt, result: undefined }),
      draw(OutagePage, { ...outage, result: undefined }),
      draw(OutagePage, { ...outage, courses: [], result: undefined }),
      draw(MarkingListPage, marking),
      draw(MarkingListPage, { firstPage: false, list: { ...marking.list, waiting: [] } }),
      draw(MarkingPage, { page: answer.page, result: undefined }),
      draw(AnswerFilePage, { outcome: undefined }),
      draw(PersonPage, person),
    ];
    for (const page of pages) expect(drawn(page).match(/<h1/g)).toHaveLength(1);
    expect(drawn(draw(AttemptCarePage, { ...attempt, result: undefined }))).toContain(
      `value="${attempt.page.minutesProposed}"`,
    );
  });

  test("every reason why a file is not taken is a sentence", () => {
    const reasons = Object.keys(catalogue.vi.answerFile!).filter((key) => key.startsWith("refused_"));
    for (const key of reasons) {
      const reason = key.slice("refused_".length) as Extract<AnswerFileOutcome, { kind: "refused" }>["reason"];
      const html = drawn(draw(AnswerFilePage, { outcome: { kind: "refused", reason } })).replaceAll("&#x27;", "'");
      expect(html).toContain(catalogue[language].answerFile![key]);
    }
  });

  test("what a person is granted reads as words", () => {
    const item = {
      id: "1",
      course: null,
      timeFactor: 1.5,
      untimed: false,
      extraAttempts: 2,
      closesOn: "2026-12-01",
      validFrom: "2026-11-23",
      validTo: null,
      reason: "<b>Đơn</b>",
      grantedAt: NOW,
      grantedByName: "Phạm Thị Cán Bộ",
      revoked: null,
    };
    const revoked = { ...item, id: "2", untimed: true, revoked: { at: NOW, byName: "x", reason: "y" } };
    const list = { inForce: [item], later: [{ ...item, id: "3" }], past: [revoked] };
    const html = drawn(draw(AccommodationSection, { list, officialId: null }));
    expect(html).toContain(language === "vi" ? "gấp 1,5 lần" : "1.5 times");
    expect(html).toContain("01/12/2026");
    expect(html).toContain("&lt;b&gt;Đơn");
    const nothing = { inForce: [], later: [], past: [] };
    expect(drawn(draw(AccommodationSection, { list: nothing, officialId: null }))).toBe("");
  });
});
