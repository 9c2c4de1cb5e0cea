import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/domain/audit/audit-event";
import type { ShownPreview } from "~/domain/courses/drafts/lesson-editor";
import { stopLessonWork } from "~/domain/courses/lesson/lesson-work.server";
import { Problem } from "~/domain/problem";
import { bePresent, stopBeingPresent } from "~/use-cases/author/be-present";
import { openDraft } from "~/use-cases/author/open-draft";
import { previewDraftLesson } from "~/use-cases/author/preview-draft-lesson";
import { readDraftComponent } from "~/use-cases/author/read-draft-component";
import { saveLessonText } from "~/use-cases/author/save-lesson-text";
import { showPalette } from "~/use-cases/author/show-palette";
import { viewLessonEditor } from "~/use-cases/author/view-lesson-editor";
import { readLessonRevision, viewLessonHistory } from "~/use-cases/author/view-lesson-history";
import { action as filesAction } from "~/routes/_author.author.courses.$course.draft_.files";
import { buildUnit, buildViewer } from "../../support/build";
import { truncateAll, useDatabase } from "../../support/database";
import { publishRealCourse, REAL_COURSE } from "../../support/published-content";
import { buildArgs } from "../../support/request";

useDatabase();

const NOW = new Date("2026-11-25T02:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const LAN: Actor = { accountId: "0b7e1f7a-0000-4000-8000-000000000001", name: "Nguyễn Thị Lan", ip: null };
const HAI: Actor = { accountId: "0b7e1f7a-0000-4000-8000-000000000002", name: "Trần Văn Hải", ip: null };
const LESSON = "lessons/01-tong-quan.mdx";
const asked = {
  slug: REAL_COURSE,
  language: "vi",
} as const;

const view = async () => (await viewLessonEditor({ ...asked, lesson: "tong-quan", now: NOW }))!;
const preview = async (text: string) =>
  (await previewDraftLesson({ ...asked, path: LESSON, text, writer: null, now: NOW })) as ShownPreview;

beforeAll(async () => {
  await truncateAll();
  await publishRealCourse(NOW);
  await openDraft({ slug: REAL_COURSE, actor: LAN, now: NOW });
});
afterAll(() => stopLessonWork());

describe("The editor of a lesson", () => {
  it("shows the lesson as it stands in the draft, by its id or by the name of its file", async () => {
    const { file, lessons, documents, preview: shown } = await view();
    expect(file).toMatchObject({ path: LESSON, id: "tong-quan", revision: 1 });
    expect(lessons).toHaveLength(8);
    expect(lessons[0]).toMatchObject({ id: "tong-quan", title: expect.stringContaining("Đề án") });
    expect(documents.find(({ number }) => number === "1847/QĐ-TTg")?.name).toBe("Quyết định số 1847/QĐ-TTg");
    expect(shown).toMatchObject({ kind: "shown", problems: [], faults: [] });
    const byFile = await viewLessonEditor({ ...asked, lesson: "01-tong-quan", now: NOW });
    expect(byFile?.file.path).toBe(LESSON);
    await expect(viewLessonEditor({ ...asked, lesson: "khong-co", now: NOW })).rejects.toBeInstanceOf(Problem);
  });

  it("is asked for a course without a draft: none is opened by looking", async () => {
    expect(await viewLessonEditor({ ...asked, slug: "khong-co", lesson: "a", now: NOW })).toBeNull();
  });

  it("shows a lesson with faults: each in its place with a sentence, the rest as learners see it", async () => {
    const { file } = await view();
    const broken = `${file.text}\n\nSố nhỏ hơn <5.\n\n<GhiNho>\n\nKhông đóng.\n\nTheo <CanCu so="không có" />.\n`;
    const { faults, problems, lesson } = await preview(broken);
    expect(faults.map(({ problems: own }) => own[0]!.rule)).toEqual([
      "sign-less-than",
      "mdx-unclosed",
      "document-unregistered",
    ]);
    for (const { what, mend, line } of problems) {
      expect(what.length > 10 && mend.length > 10).toBe(true);
      expect(line).toBeGreaterThan(20);
    }
    const html = lesson.segments.map((segment) => (segment.kind === "html" ? segment.html : "")).join("");
    expect(html).toContain("Không đóng.");
    expect(lesson.segments.filter(({ kind }) => kind === "fault")).toHaveLength(3);
  });

  it("reads the component at a place, to be changed in its form", async () => {
    const { text } = (await view()).file;
    const offset = text.indexOf("<CanCu") + 3;
    const found = await readDraftComponent({ slug: REAL_COURSE, text, offset });
    expect(found?.values.name).toBe("CanCu");
    expect(text.slice(found!.from, found!.to)).toMatch(/^<CanCu .*\/>$/);
  });

  it("shows every component that needs no file, rendered, in the palette", async () => {
    const palette = await showPalette();
    expect(Object.keys(palette)).toEqual(
      expect.arrayContaining(["GhiNho", "CanCu", "dilemma", "KiemTra", "TheGhiNho"]),
    );
    for (const segments of Object.values(palette)) expect(segments.length).toBeGreaterThan(0);
    expect(JSON.stringify(palette["GhiNho"])).toContain('class=\\"ghi-nho\\"');
    expect(palette["KiemTra"]).toMatchObject([{ kind: "check" }]);
  });
});

describe("What is typed is saved", () => {
  it("as it is, with faults in it, and never over what somebody else saved meanwhile", async () => {
    const { file } = await view();
    const text = `${file.text}\n{chưa xong\n`;
    const first = await saveLessonText({ slug: REAL_COURSE, path: LESSON, text, over: 1, actor: LAN, now: NOW });
    expect(first).toEqual({ kind: "saved", revision: 2 });
    const late = { slug: REAL_COURSE, path: LESSON, text: "của Hải", over: 1, actor: HAI, now: later(1) };
    expect(await saveLessonText(late)).toMatchObject({ kind: "overtaken", revision: 2, text, byName: LAN.name });
    expect((await view()).file.text).toBe(text);
  });

  it("only into lessons, and only as much as a lesson may have", async () => {
    const save = (path: string, text: string) =>
      saveLessonText({ slug: REAL_COURSE, path, text, over: null, actor: LAN, now: NOW });
    expect(await save("course.yaml", "x")).toEqual({ kind: "refused", reason: "not-a-lesson" });
    expect(await save("lessons/../course.yaml", "x")).toEqual({ kind: "refused", reason: "not-a-lesson" });
    expect(await save(LESSON, "ă".repeat(110_000))).toEqual({ kind: "refused", reason: "too-large" });
  });

  it("in steps that can be looked at and brought back", async () => {
    const steps = await viewLessonHistory({ slug: REAL_COURSE, path: LESSON });
    expect(steps.map(({ revision }) => revision)).toEqual([2, 1]);
    const original = await readLessonRevision({ slug: REAL_COURSE, path: LESSON, revision: 1 });
    expect(original).not.toContain("{chưa xong");
    for (const [path, revision] of [
      ["course.yaml", 1],
      [LESSON, 1e20],
    ] as const) {
      await expect(readLessonRevision({ slug: REAL_COURSE, path, revision })).rejects.toBeInstanceOf(Problem);
    }
    const back = { slug: REAL_COURSE, path: LESSON, text: original, over: 2, actor: HAI, now: later(5) };
    expect(await saveLessonText(back)).toMatchObject({ kind: "saved" });
  });

  it("and people in one draft see each other, until they leave or fall silent", async () => {
    const here = (who: Actor, path: string, now: Date) =>
      bePresent({ slug: REAL_COURSE, path, writer: { accountId: who.accountId!, displayName: who.name }, now });
    expect((await here(LAN, LESSON, NOW)).others).toEqual([]);
    expect((await here(HAI, LESSON, NOW)).others).toEqual([{ name: LAN.name, path: LESSON, here: true }]);
    await here(HAI, "lessons/02-tinh-than-thai-do.mdx", NOW);
    expect((await here(LAN, LESSON, NOW)).others).toMatchObject([{ name: HAI.name, here: false }]);
    expect((await here(LAN, LESSON, later(1))).others).toEqual([]);
    await here(HAI, LESSON, later(1));
    await stopBeingPresent({ slug: REAL_COURSE, accountId: HAI.accountId! });
    expect((await here(LAN, LESSON, later(1))).others).toEqual([]);
  });
});

describe("The address that the editor's script speaks to", () => {
  it("is for people who may write, takes what it understands and nothing else", async () => {
    const unit = await buildUnit({ code: "P-DT" });
    const officer = await buildViewer({ unit, roles: [{ role: "training_officer", unit }] });
    const url = `/author/courses/${REAL_COURSE}/draft/files`;
    const send = async (body: unknown, viewer = officer) => {
      const args = buildArgs({ viewer, url, params: { course: REAL_COURSE }, now: later(20) });
      const request = new Request(new URL(url, "http://localhost"), { method: "POST", body: JSON.stringify(body) });
      return filesAction({ ...args, request } as never);
    };
    const { file } = await view();
    const save = { intent: "save", path: LESSON, text: `${file.text}\nThêm.\n`, over: file.revision };
    const answer = await send(save);
    expect([answer.status, await answer.json()]).toEqual([200, { kind: "saved", revision: file.revision + 1 }]);
    // The answer was lost on its way and the same text comes again.
    expect(await (await send(save)).json()).toMatchObject({ kind: "overtaken", text: save.text });
    expect((await send({ ...save, text: "khác" })).status).toBe(409);
    for (const nonsense of [{ intent: "erase" }, { intent: "here", path: "\0" }, { ...save, path: "\0" }]) {
      expect((await send(nonsense)).status).toBe(400);
    }
    await expect(send(save, await buildViewer({ unit }))).rejects.toBeInstanceOf(Problem);
  });
});
