import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { checkCourse } from "~/domain/courses/check/check-course";
import { courseSource } from "~/domain/courses/course-source";
import { findOpenDraft, loadDraftFiles } from "~/domain/courses/drafts/draft-store.server";
import { wordsOf } from "~/domain/courses/drafts/lesson-file";
import { listSignoff } from "~/domain/courses/drafts/signoff-store.server";
import { currentVersionOf, forgetVersions } from "~/domain/courses/version-cache.server";
import { parseQuestion } from "~/domain/assessment/question-types";
import { draftPath, libraryPath, newCoursePath } from "~/paths";
import { db } from "~/platform/db.server";
import * as libraryRoute from "~/routes/_author.author._index";
import * as builderRoute from "~/routes/_author.author.courses.$course.draft._index";
import * as settingsRoute from "~/routes/_author.author.courses.$course.draft.settings";
import * as newCourseRoute from "~/routes/_author.author.new-course";
import { findRegister } from "~/domain/documents/document-store.server";
import { NewCoursePage } from "~/ui/library/draft/new-course-page";
import { SettingsPage, type SettingsPageProps } from "~/ui/library/draft/settings-page";
import { buildLearner, buildUnit, buildViewer } from "../support/build";
import { truncateAll, useDatabase } from "../support/database";
import { drawPage } from "../support/draw-page";
import { formInHtml, withFields } from "../support/form-in-html";
import { publishRealCourse, REAL_COURSE as slug } from "../support/published-content";
import { buildArgs } from "../support/request";

useDatabase();

const now = new Date("2026-11-24T02:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
let lan: Viewer, hai: Viewer;

beforeEach(async () => {
  await truncateAll();
  forgetVersions();
  const root = await buildUnit({ code: "AG" });
  const roles = [{ role: "training_officer" as const, unit: root }];
  lan = await named("Nguyễn Thị Lan", await buildViewer({ unit: root, roles }));
  hai = await named("Trần Văn Hải", await buildViewer({ unit: root, roles }));
  await publishRealCourse(new Date("2026-11-23T02:00:00Z"));
});

async function named(displayName: string, viewer: Viewer): Promise<Viewer> {
  await db.account.update({ where: { id: viewer.accountId }, data: { displayName } });
  return { ...viewer, displayName };
}

type Form = Record<string, string> | [string, string][];
interface Sent {
  viewer?: Viewer;
  course?: string;
  at?: Date;
}
const argsFor = (form: Form | undefined, { viewer = lan, course = slug, at = now }: Sent = {}) =>
  buildArgs({ viewer, url: draftPath(course), params: { course }, form, now: at }) as never;
function said(answer: unknown) {
  if (answer instanceof Response) {
    const notice = /notice=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[1];
    const text = notice ? (JSON.parse(Buffer.from(notice, "base64url").toString()) as { text: string }).text : null;
    return { status: answer.status, to: answer.headers.get("location"), text, props: null };
  }
  const { data, init } = answer as { data: Record<string, unknown>; init: { status: number } };
  return { status: init.status, to: null, text: null, props: data };
}
const step = async (form: Form, sent?: Sent) => said(await builderRoute.action(argsFor(form, sent)));
const view = async (sent?: Sent) => (await builderRoute.loader(argsFor(undefined, sent))).view;
const order = async () => (await view()).lessons!.map(({ id }) => id);
const files = async (course = slug) => loadDraftFiles(db, (await findOpenDraft(db, course))!.id);
const text = async (path: string) => new TextDecoder().decode((await files()).get(path));
const errorsOf = async (course = slug) => {
  const source = courseSource(course, await files(course));
  return checkCourse({ source, register: await findRegister(db, "2026-11-24"), parseQuestion, today: "2026-11-24" })
    .problems;
};

describe("the draft of a course", () => {
  test("is opened from the library and joined by the next who comes; the library says who and since when", async () => {
    await expect(view()).rejects.toMatchObject({ code: "not-found" });
    expect(await step({ intent: "open" })).toMatchObject({ status: 302, to: draftPath(slug) });
    expect(await step({ intent: "open" }, { viewer: hai, at: later(5) })).toMatchObject({ status: 302 });
    expect(await db.courseDraft.count()).toBe(1);
    await step({ intent: "up", lesson: "tinh-than-thai-do" }, { viewer: hai, at: later(6) });
    const { shelf } = await libraryRoute.loader(argsFor(undefined));
    expect(shelf!.open).toMatchObject([
      { slug, state: "editing", baseNumber: 1, createdByName: lan.displayName, touchedByName: hai.displayName },
    ]);
    expect(shelf!.open[0]!.title).toBe((await currentVersionOf(slug))!.manifest.title);
  });

  test("shows lessons with minutes as they will be published, and one next step", async () => {
    await step({ intent: "open" });
    const { lessons, next, errors, numbered } = await view();
    const { manifest } = (await currentVersionOf(slug))!;
    expect(lessons!.map(({ id, title, required }) => ({ id, title, required }))).toEqual(
      manifest.lessons.map(({ id, title, required }) => ({ id, title, required })),
    );
    for (const { id, words } of lessons!) {
      const published = manifest.lessons.find((lesson) => lesson.id === id)!.words;
      expect(Math.abs(words - published) / published).toBeLessThan(0.1);
    }
    expect({ next, errors, numbered }).toEqual({ next: { kind: "change" }, errors: 0, numbered: true });
  });

  test("is laid aside with its name in the audit trail, and taken up again within 30 days as it was", async () => {
    await step({ intent: "open" });
    await step({ intent: "rename", lesson: "tong-quan", title: "Tổng quan mới" });
    const gone = await step({ intent: "discard" });
    const { title } = (await currentVersionOf(slug))!.manifest;
    expect(gone).toMatchObject({ status: 302, to: libraryPath() });
    expect(gone.text).toContain(title);
    expect(await db.auditEvent.findFirst({ where: { action: "draft.discarded" } })).toMatchObject({
      actorName: lan.displayName,
      subjectLabel: title,
    });
    const { shelf } = await libraryRoute.loader(argsFor(undefined));
    expect([shelf!.open.length, shelf!.discarded.length]).toEqual([0, 1]);
    const reopen = (at: Date) =>
      libraryRoute.action(argsFor({ intent: "reopen", draft: shelf!.discarded[0]!.id }, { at }));
    expect(said(await reopen(later(31 * 24 * 60)))).toMatchObject({ to: libraryPath() });
    expect(await findOpenDraft(db, slug)).toBeNull();
    expect(said(await reopen(later(60)))).toMatchObject({ to: draftPath(slug) });
    expect((await view()).lessons![0]!.title).toBe("Tổng quan mới");
    expect(await db.auditEvent.count({ where: { action: "draft.reopened" } })).toBe(1);
  });

  test("is not taken up again beside another one of the same course", async () => {
    await step({ intent: "open" });
    const first = (await findOpenDraft(db, slug))!.id;
    await step({ intent: "discard" });
    await step({ intent: "open" }, { at: later(1) });
    const answer = said(await libraryRoute.action(argsFor({ intent: "reopen", draft: first }, { at: later(2) })));
    expect(answer.text).toContain("Chưa mở lại được");
    expect((await findOpenDraft(db, slug))!.id).not.toBe(first);
  });

  test("is for training officers alone", async () => {
    const head = await buildViewer({ unit: await buildUnit({ code: "KH" }), roles: [] });
    for (const viewer of [head, await buildLearner(await buildUnit({ code: "KI" }))]) {
      await expect(step({ intent: "open" }, { viewer })).rejects.toMatchObject({ code: "forbidden" });
      await expect(view({ viewer })).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("the outline", () => {
  beforeEach(() => step({ intent: "open" }));

  test("is moved by buttons and by dragging, whatever somebody else moved meanwhile", async () => {
    const before = await order();
    await step({ intent: "down", lesson: before[0]! });
    expect(await order()).toEqual([before[1], before[0], ...before.slice(2)]);
    await step({ intent: "order", order: [...before].reverse().join(",") }, { viewer: hai });
    await step({ intent: "up", lesson: before[0]! });
    const expected = [...before].reverse();
    expected.splice(-2, 2, before[0]!, before[1]!);
    expect(await order()).toEqual(expected);
    // The checks have nothing to say, and the published course is as it was.
    expect(await errorsOf()).toEqual([]);
    expect((await currentVersionOf(slug))!.manifest.lessons.map(({ id }) => id)).toEqual(before);
  });

  test("renumbers the files and keeps every id and every word", async () => {
    const before = await order();
    const words = new Map([...(await files())].map(([path, bytes]) => [path.replace(/\d{2}-/, ""), bytes]));
    await step({ intent: "order", order: [...before].reverse().join(",") });
    expect((await view()).numbered).toBe(false);
    await step({ intent: "renumber" });
    const after = await view();
    expect(after.numbered).toBe(true);
    expect(after.lessons!.map(({ id }) => id)).toEqual([...before].reverse());
    expect(after.lessons!.map(({ file }) => file.slice(0, 2))).toEqual(before.map((_, i) => `0${i + 1}`));
    expect(after.removed).toEqual([]);
    expect(await errorsOf()).toEqual([]);
    for (const [path, bytes] of await files()) {
      if (path.startsWith("lessons/")) expect(bytes).toEqual(words.get(path.replace(/\d{2}-/, "")));
    }
  });

  test("gets a lesson that the checks accept and that waits to be written", async () => {
    const form = {
      intent: "add",
      title: "Ứng xử trên mạng: mới",
      objective: "Nói được điều nên",
      document: "1847/QĐ-TTg",
    };
    expect(await step(form)).toMatchObject({ status: 302 });
    const { lessons, next } = await view();
    expect(lessons!.at(-1)).toMatchObject({ id: "ung-xu-tren-mang-moi", file: "09-ung-xu-tren-mang-moi", words: 0 });
    expect(next).toEqual({ kind: "write", lesson: { id: "ung-xu-tren-mang-moi", title: "Ứng xử trên mạng: mới" } });
    expect(await errorsOf()).toEqual([]);
    const missing = await step({ intent: "add", title: "", document: "1847/QĐ-TTg" });
    expect(missing.status).toBe(400);
    expect(Object.keys(missing.props!["error"] as object).sort()).toEqual(["objective", "title"]);
  });

  test("renames a lesson and makes it optional; its id and its text stay", async () => {
    const path = "lessons/02-tinh-than-thai-do.mdx";
    const before = await text(path);
    await step({ intent: "rename", lesson: "tinh-than-thai-do", title: "Tinh thần làm việc" });
    await step({ intent: "free", lesson: "tinh-than-thai-do" });
    const lesson = (await view()).lessons![1];
    expect(lesson).toMatchObject({ id: "tinh-than-thai-do", title: "Tinh thần làm việc", required: false });
    expect(wordsOf(await text(path))).toBe(wordsOf(before));
    expect(await errorsOf()).toEqual([]);
  });

  test("loses a lesson and gets it back with every word", async () => {
    const path = "lessons/03-ky-luat-khong-phien-ha.mdx";
    const before = await text(path);
    await step({ intent: "remove", lesson: "ky-luat-khong-phien-ha" }, { viewer: hai });
    const { removed, lessons } = await view();
    expect(lessons).toHaveLength(7);
    expect(removed).toMatchObject([{ path, id: "ky-luat-khong-phien-ha", removedByName: hai.displayName }]);
    expect(await step({ intent: "rename", lesson: "ky-luat-khong-phien-ha", title: "X" })).toMatchObject({
      status: 409,
    });
    await step({ intent: "restore", path });
    expect(await text(path)).toBe(before);
    expect((await order()).at(-1)).toBe("ky-luat-khong-phien-ha");
    expect((await view()).removed).toEqual([]);
    expect(await step({ intent: "restore", path })).toMatchObject({ status: 409 });
  });

  test("says where each problem is, and takes no step while the draft is reviewed", async () => {
    await step({ intent: "remove", lesson: "tong-quan" });
    const { problems, errors, next } = await view();
    expect(errors).toBeGreaterThan(0);
    expect(next).toEqual({ kind: "mend", count: errors });
    expect(problems[0]).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
    await db.courseDraft.updateMany({ data: { state: "in_review" } });
    const before = await order();
    const refused = await step({ intent: "up", lesson: before[1]! });
    expect(refused.status).toBe(409);
    expect(refused.props!["refused"]).toContain("Bản nháp đang được thẩm định");
    expect(await order()).toEqual(before);
  });
});

describe("the settings of a course", () => {
  const page = async (answer: Partial<SettingsPageProps> = {}) => {
    const loaded = await settingsRoute.loader(argsFor(undefined));
    const nothing = { result: undefined, refusal: null, conflicts: [] };
    return drawPage(SettingsPage, { ...nothing, ...answer, view: loaded.view });
  };
  const send = async (form: [string, string][], viewer = lan) =>
    said(await settingsRoute.action(argsFor(form, { viewer })));
  const typed = async (changes: Record<string, string | string[]> = {}) =>
    withFields(formInHtml(await page(), 'name="seen"'), changes);

  beforeEach(() => step({ intent: "open" }));

  test("sent as the page draws them change nothing", async () => {
    const before = await text("course.yaml");
    expect((await send(await typed())).text).toBe("Không có gì thay đổi.");
    expect(await text("course.yaml")).toBe(before);
  });

  test("are written into course.yaml, and who has to approve beside it", async () => {
    const changes = { title: "Văn hóa công vụ: bản mới", reviewAgainBy: "15/10/2027", criteria: "I.1; II.4" };
    const done = await send(await typed({ ...changes, signoff: [hai.accountId] }));
    expect(done).toMatchObject({ status: 302, to: draftPath(slug) });
    expect(await text("course.yaml")).toContain("reviewAgainBy: 2027-10-15");
    expect(await text("course.yaml")).toContain("criteria: [I.1, II.4]");
    expect(await errorsOf()).toEqual([]);
    expect(await listSignoff(db, slug)).toMatchObject([{ accountId: hai.accountId, mayApprove: true }]);
    expect(await db.auditEvent.findFirst({ where: { action: "course.signoff-changed" } })).toMatchObject({
      after: { approvers: [hai.displayName] },
    });
    await db.account.update({ where: { id: hai.accountId }, data: { disabledAt: now } });
    expect(await listSignoff(db, slug)).toMatchObject([{ mayApprove: false }]);
    expect(await page()).toContain(`Không còn quyền duyệt, sẽ được bỏ khỏi danh sách khi lưu: ${hai.displayName}`);
  });

  test("of two people stand together where they differ, and are asked where they collide", async () => {
    const mine = await typed({ summary: "Tóm tắt của Lan", studyForm: "trực tuyến, có lớp" });
    await send(await typed({ audience: "Mọi người", summary: "Tóm tắt của Hải" }), hai);
    const late = await send(mine);
    expect(late.status).toBe(409);
    expect(late.props).toMatchObject({ conflicts: ["summary"] });
    const html = await page(late.props as Partial<SettingsPageProps>);
    expect(html).toContain("Tóm tắt của Lan");
    expect(html).toContain("Tóm tắt của Hải");
    expect((await send(formInHtml(html, 'name="seen"'))).status).toBe(302);
    const yaml = await text("course.yaml");
    for (const words of ["Tóm tắt của Lan", "trực tuyến, có lớp"]) expect(yaml).toContain(words);
  });

  test("name each wrong field", async () => {
    const { status, props } = await send(await typed({ title: " ", reviewedOn: "30/02/2026", reviewAgainBy: "x" }));
    expect(status).toBe(400);
    expect(Object.keys((props as unknown as SettingsPageProps).result!.error!).sort()).toEqual([
      "reviewAgainBy",
      "reviewedOn",
      "title",
    ]);
  });
});

describe("a new course", () => {
  const fields = async (changes: Record<string, string> = {}) => {
    const loaded = await newCourseRoute.loader(buildArgs({ viewer: lan, url: newCoursePath(), now }) as never);
    const html = drawPage(NewCoursePage, { ...loaded, result: undefined });
    return withFields(formInHtml(html, 'name="lessonTitle"'), {
      title: "Đạo đức công vụ ở xã",
      summary: "Ba bài ngắn.",
      audience: "Cán bộ xã",
      reviewedBy: "Sở Nội vụ",
      lessonTitle: "Bài mở đầu",
      objective: "Kể được bốn nội dung",
      ...changes,
    });
  };
  const create = async (form: [string, string][]) =>
    said(await newCourseRoute.action(buildArgs({ viewer: lan, url: newCoursePath(), form, now }) as never));

  test("is a draft with one lesson and nothing that the checks refuse; its address is made of the title", async () => {
    const course = "dao-duc-cong-vu-o-xa";
    expect(await create(await fields())).toMatchObject({ status: 302, to: draftPath(course) });
    expect(await errorsOf(course)).toEqual([]);
    const made = await view({ course });
    expect(made).toMatchObject({ title: "Đạo đức công vụ ở xã", number: null, next: { kind: "write" } });
    expect(made.draft).toMatchObject({ courseId: null, baseNumber: null });
    expect(await currentVersionOf(course)).toBeNull();
    expect(await create(await fields())).toMatchObject({
      status: 400,
      props: { error: { slug: ["Đã có khóa học hoặc bản nháp dùng tên này. Đặt tên khác."] } },
    });
    expect(await create(await fields({ slug: "Không Đúng" }))).toMatchObject({ status: 400 });
    expect(await create(await fields({ slug }))).toMatchObject({ status: 400 });
  });
});
