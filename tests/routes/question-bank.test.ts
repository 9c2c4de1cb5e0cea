import { beforeEach, describe, expect, test } from "vitest";
import { deflateRawSync } from "node:zlib";
import { writeQuestions } from "~/domain/assessment/exchange/write-questions.server";
import type { Question } from "~/domain/assessment/question-types";
import type { Viewer } from "~/domain/auth/permissions";
import { currentVersionOf, forgetVersions } from "~/domain/courses/version-cache.server";
import { bankExportPath, bankFilePath, bankPath, courseExportPath, importCheckPath, importPath } from "~/paths";
import { db } from "~/platform/db.server";
import * as courseExportRoute from "~/routes/_author.author.courses.$course.export";
import * as bankRoute from "~/routes/_author.author.courses.$course.questions._index";
import * as fileRoute from "~/routes/_author.author.courses.$course.questions.export.$format";
import * as exportRoute from "~/routes/_author.author.courses.$course.questions.export._index";
import * as checkRoute from "~/routes/_author.author.courses.$course.questions.import.$import";
import * as uploadRoute from "~/routes/_author.author.courses.$course.questions.import._index";
import { BankPage, type BankPageProps } from "~/ui/library/bank/bank-page";
import { ExportPage } from "~/ui/library/bank/export-page";
import { CheckPage, type CheckPageProps } from "~/ui/library/importing/check-page";
import { UploadPage } from "~/ui/library/importing/upload-page";
import { workingCourse } from "~/use-cases/author/working-course";
import { carryOutRetention } from "~/use-cases/system/carry-out-retention";
import { buildLearner, buildUnit, buildViewer } from "../support/build";
import { truncateAll, useDatabase } from "../support/database";
import { drawPage } from "../support/draw-page";
import { formInHtml, withFields } from "../support/form-in-html";
import { publishRealCourse, REAL_COURSE as slug } from "../support/published-content";
import { single } from "../support/questions";
import { buildArgs } from "../support/request";

useDatabase();

const now = new Date("2026-11-24T02:00:00Z");
const params = { course: slug };
let author: Viewer;

beforeEach(async () => {
  await truncateAll();
  forgetVersions();
  const root = await buildUnit({ code: "AG" });
  author = await buildViewer({ unit: root, roles: [{ role: "training_officer", unit: root }] });
  await publishRealCourse(new Date("2026-11-23T02:00:00Z"));
});

type Form = [name: string, value: string][] | FormData;
const args = (url: string, more: { viewer?: Viewer; form?: Form; params?: Record<string, string> } = {}) =>
  buildArgs({ viewer: more.viewer ?? author, url, params: more.params ?? params, form: more.form, now }) as never;
/** The questions as they stand in the draft, or in the version while none is open. */
async function bank() {
  const { questions, topics } = await workingCourse(slug);
  return { questions, topics, questionsById: new Map(questions.map((question) => [question.id, question])) };
}
const draftNow = () => db.courseDraft.findFirstOrThrow({ include: { files: { select: { path: true } } } });
const nothing = { result: undefined, refusal: null };
const bytes = (text: string) => new TextEncoder().encode(text);

/** What an action says: where it leads, or what the page is given. */
function said<Props>(answer: unknown): { status: number; to: string | null; notice?: string; props: Props | null } {
  if (answer instanceof Response) {
    const cookie = /notice=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[1];
    const notice = cookie && (JSON.parse(Buffer.from(cookie, "base64url").toString()) as { text: string }).text;
    return { status: answer.status, to: answer.headers.get("location"), ...(notice && { notice }), props: null };
  }
  const { data, init } = answer as { data: Props; init: { status: number } };
  return { status: init.status, to: null, props: data };
}

describe("the question bank", () => {
  const page = async (url = bankPath(slug), answer: Partial<BankPageProps> | null = null) => {
    const { view } = await bankRoute.loader(args(url));
    return { view, html: drawPage(BankPage, { ...nothing, ...answer, view }) };
  };
  const send = async (form: [string, string][]) =>
    said<BankPageProps>(await bankRoute.action(args(bankPath(slug), { form })));

  test("is searched by words without accents, by topic, status, kind and advice, page by page", async () => {
    const { questions } = await bank();
    const all = await page();
    expect(all.view).toMatchObject({
      found: questions.length,
      total: questions.length,
      pages: Math.ceil(questions.length / 50),
    });
    expect(all.html).toContain(questions[0]!.id);
    const first = questions[0]!;
    const ids = async (filter: object) => (await page(bankPath(slug, filter))).view.questions.map(({ id }) => id);
    expect(await ids({ q: first.id.toUpperCase() })).toContain(first.id);
    expect(
      (await page(bankPath(slug, { topic: first.topic, kind: "true-false" }))).view.questions.every(
        ({ topic, type }) => topic === first.topic && type === "true-false",
      ),
    ).toBe(true);
    expect(await ids({ status: "retired" })).toEqual([]);
    expect((await page(bankPath(slug, { q: "zzzz" }))).html).toContain("Không có câu hỏi phù hợp");
    expect((await page(bankPath(slug, { page: "99" }))).view.search.page).toBe(all.view.pages);
    const advised = await page(bankPath(slug, { advice: "on" }));
    expect(advised.view.questions.every(({ advice }) => advice.length > 0)).toBe(true);
  });

  test("takes several questions out of use in the draft, with a note; learners keep theirs until it is published", async () => {
    const form = formInHtml((await page()).html, 'name="over"');
    const [one, two] = (await bank()).questions.filter(({ topic }) => topic === "giao-tiep-ung-xu");
    const answer = await send(withFields(form, { question: [one!.id, two!.id], status: "retired" }));
    expect(answer).toMatchObject({ status: 302, to: bankPath(slug) });
    const { questions, questionsById } = await bank();
    expect([one, two].map((each) => questionsById.get(each!.id)!.status)).toEqual(["retired", "retired"]);
    expect(questions.filter(({ status }) => status === "retired")).toHaveLength(2);
    expect(await draftNow()).toMatchObject({
      state: "editing",
      changeNote: "Đổi tình trạng 2 câu hỏi thành “Ngừng dùng”",
      createdBy: author.accountId,
    });
    const published = (await currentVersionOf(slug))!;
    expect([published.number, published.questionsById.get(one!.id)!.status]).toEqual([1, "ready"]);
    expect((await page()).html).toContain("Bản nháp đang soạn");
  });

  test("says when the draft has too few questions for its test now", async () => {
    const form = formInHtml((await page()).html, 'name="over"');
    const topic = (await bank()).questions.filter((each) => each.topic === "tong-quan").map(({ id }) => id);
    const { status, notice } = await send(withFields(form, { question: topic, status: "draft" }));
    expect(status).toBe(302);
    expect(notice).toBe("Đã mở một bản nháp và lưu vào đó. Bản nháp có 1 chỗ phải sửa trước khi công bố.");
  });

  test("says what is missing, and what was saved meanwhile", async () => {
    const form = formInHtml((await page()).html, 'name="over"');
    const empty = await send(form);
    expect(empty.props!.result!.error).toEqual({
      question: ["Chọn ít nhất một câu hỏi."],
      status: ["Chọn tình trạng mới."],
    });
    const [one, two] = (await bank()).questions.filter(({ topic }) => topic === "giao-tiep-ung-xu");
    await send(withFields(form, { question: one!.id, status: "retired" }));
    const late = await send(withFields(form, { question: two!.id, status: "retired" }));
    expect(late).toMatchObject({
      status: 409,
      props: { refusal: { reason: "overtaken", byName: author.displayName } },
    });
    const { html } = await page(bankPath(slug), late.props);
    expect(html).toContain(`${author.displayName} đã lưu lúc`);
    expect(html).toContain(`value="${two!.id}"`);
  });
});

describe("an import", () => {
  const upload = async (name: string, content: Uint8Array, more: Record<string, string> = {}) => {
    const form = new FormData();
    form.set("file", new File([new Uint8Array(content)], name));
    for (const [field, value] of Object.entries(more)) form.set(field, value);
    return uploadRoute.action(args(importPath(slug), { form }));
  };
  /** Hands a file up and opens its trial run. */
  const tried = async (name: string, content: Uint8Array, more?: Record<string, string>) => {
    const { status, to } = said(await upload(name, content, more));
    expect(status).toBe(302);
    return to!.split("/").at(-1)!;
  };
  const check = async (id: string, answer: Partial<CheckPageProps> | null = null) => {
    const { view } = await checkRoute.loader(args(importCheckPath(slug, id), { params: { ...params, import: id } }));
    return { view, html: drawPage(CheckPage, { ...nothing, ...answer, view }) };
  };
  const send = async (id: string, form: [string, string][]) =>
    said<CheckPageProps>(
      await checkRoute.action(args(importCheckPath(slug, id), { params: { ...params, import: id }, form })),
    );
  const applying = async (id: string, changes: Record<string, string | string[] | null> = {}) =>
    send(id, withFields(formInHtml((await check(id)).html, 'value="apply"'), changes));
  const yaml = async (questions: readonly Question[]) =>
    (await writeQuestions(questions, "yaml", { "chu-de-moi": "Chủ đề mới" })).content;

  test("tells what is new, different and the same, and writes nothing", async () => {
    const { questions } = await bank();
    const [same, other] = questions;
    const id = await tried(
      "cau-hoi.yaml",
      await yaml([same!, { ...other!, explanation: "Giải thích khác." }, single("moi-1", same!.topic)]),
    );
    const { view, html } = await check(id);
    expect(view.plan.questions.map(({ question, state }) => [question.id, state])).toEqual([
      [same!.id, "identical"],
      [other!.id, "changed"],
      ["moi-1", "new"],
    ]);
    expect(html).toContain("Chưa có gì được ghi vào khóa học");
    expect(html).toContain(`name="replace" value="${other!.id}"`);
    expect(await db.courseDraft.count()).toBe(0);
    const { start } = await uploadRoute.loader(args(importPath(slug)));
    expect(start.waiting).toMatchObject([{ id, fileName: "cau-hoi.yaml" }]);
    expect(drawPage(UploadPage, { start, limits: { text: 5, sheet: 10 }, result: undefined })).toContain(
      "cau-hoi.yaml",
    );
  });

  test("skips what is there unless it is ticked, and is taken over once", async () => {
    const { questions } = await bank();
    const other = { ...questions[1]!, explanation: "Giải thích khác." };
    const content = await yaml([other, single("moi-1", other.topic)]);
    const kept = await tried("a.yaml", content);
    expect(await applying(kept)).toMatchObject({ status: 302, to: bankPath(slug) });
    expect((await bank()).questionsById.get("moi-1")).toMatchObject({ topic: other.topic });
    expect((await bank()).questionsById.get(other.id)!.explanation).toBe(questions[1]!.explanation);
    const replaced = await tried("b.yaml", content);
    expect(await applying(replaced, { replace: other.id })).toMatchObject({ status: 302 });
    expect((await bank()).questionsById.get(other.id)).toEqual(other);
    const events = await db.auditEvent.findMany({ where: { action: "questions.imported" }, orderBy: { id: "asc" } });
    expect(events.map(({ after }) => after)).toMatchObject([
      { file: "a.yaml", added: 1, replaced: 0, draft: (await draftNow()).id, questions: ["moi-1"] },
      { file: "b.yaml", added: 0, replaced: 1, draft: (await draftNow()).id, questions: [other.id] },
    ]);
    const { view, html } = await check(replaced);
    expect(view.applied).toEqual({ at: now, number: null });
    expect(html).not.toContain('value="apply"');
    const again = await send(replaced, [
      ["intent", "apply"],
      ["over", view.over],
      ["replaceAll", "on"],
    ]);
    expect(again.status).toBe(400);
    expect(await db.courseVersion.count()).toBe(1);
  });

  test("of a new topic asks for its title and makes a file of it", async () => {
    const id = await tried("c.yaml", await yaml([single("moi-1", "chu-de-moi")]));
    const nameless = await applying(id);
    expect(nameless.status).toBe(400);
    expect(nameless.props!.result!.error).toEqual({ "titles[0].title": ["Điền tên chủ đề."] });
    expect((await applying(id, { "titles[0].title": "Chủ đề mới" })).status).toBe(302);
    expect((await bank()).topics["chu-de-moi"]).toBe("Chủ đề mới");
    const { files } = await draftNow();
    expect(files.map(({ path }) => path)).toContain("bank/chu-de-moi.yaml");
  });

  test("with a document that is not registered is put in only without it, or with another one", async () => {
    const gift = "::Câu một:: Cách nào đúng? {=Đúng#Vì đúng ~Sai#Vì sai ####Giải thích}\n";
    const id = await tried("d.gift", bytes(gift), { topic: "tong-quan" });
    const first = await check(id);
    expect(first.view.plan.questions[0]!.block).toMatchObject({ rule: "document-unregistered" });
    expect(first.html).toContain("chưa công bố được");
    const blocked = await applying(id);
    expect(blocked.status).toBe(400);
    expect(JSON.stringify(blocked.props!.result)).toContain("Có 1 câu chưa công bố được");
    expect((await applying(id, { leaveOut: "on" })).status).toBe(400);
    const reread = [
      ["intent", "defaults"],
      ["topic", "tong-quan"],
      ["citation", "1847/QĐ-TTg"],
    ] as [string, string][];
    expect((await send(id, reread)).status).toBe(302);
    expect((await check(id)).view.plan.questions[0]!.block).toBeNull();
    expect((await applying(id)).status).toBe(302);
    expect((await bank()).questionsById.get("cau-mot")).toMatchObject({ citation: { document: "1847/QĐ-TTg" } });
  });

  test("in an old encoding shows text before and after", async () => {
    // "Cán bộ tiếp công dân đúng giờ quy định" as TCVN3 has it.
    const tcvn3 = Buffer.from(
      "::A:: C\xb8n bé tiÕp c«ng d©n \xae\xf3ng giê quy \xae\xdenh {=\xa7\xf3ng ~Sai}\n",
      "latin1",
    );
    const id = await tried("cu.gift", new Uint8Array(tcvn3));
    const { view, html } = await check(id);
    expect(view.report.conversion?.from).toBe("tcvn3");
    expect(html).toContain("Cán bộ tiếp công dân đúng giờ quy định");
  });

  test("of a hostile file ends in the report and changes nothing", async () => {
    const bomb = deflateRawSync(Buffer.alloc(1_000_000));
    const hostile: [string, Uint8Array][] = [
      ["a.xml", bytes('<?xml version="1.0"?><!DOCTYPE q [<!ENTITY a "x">]><quiz>&a;</quiz>')],
      ["b.xml", bytes("<quiz><question type='multichoice'>")],
      ["c.yaml", bytes(`questions: ${"[".repeat(10_000)}`)],
      ["d.xlsx", new Uint8Array([0x50, 0x4b, 3, 4, ...bomb])],
      ["e.gift", new Uint8Array(2000).fill(0xff)],
      ["f.aiken", bytes("ANSWER: A\nANSWER: B")],
    ];
    for (const [name, content] of hostile) {
      const id = await tried(name, content);
      const { view, html } = await check(id);
      expect([name, view.plan.questions]).toEqual([name, []]);
      expect(html).not.toContain('value="apply"');
      const forced = await send(id, [
        ["intent", "apply"],
        ["over", "1"],
        ["replaceAll", "on"],
      ]);
      expect(forced.status).toBe(400);
    }
    expect(await db.courseVersion.count()).toBe(1);
  });

  test("refuses no file, an empty one, one of no known format, one that is too large", async () => {
    const errors = async (name: string, content: Uint8Array, more?: Record<string, string>) =>
      (await upload(name, content, more)) as unknown as { data: { error: Record<string, string[]> } };
    expect((await errors("", new Uint8Array())).data.error).toEqual({ file: ["Chọn một tệp."] });
    expect((await errors("a.gift", new Uint8Array())).data.error).toEqual({ file: ["Tệp không có nội dung."] });
    expect((await errors("a.docx", bytes("x"))).data.error["format"]![0]).toContain("Chọn định dạng");
    expect((await errors("a.gift", new Uint8Array(6 * 1024 * 1024))).data.error).toEqual({
      file: ["Tệp lớn hơn 5 MB."],
    });
    expect(await db.questionImport.count()).toBe(0);
  });

  test("is left, or deleted after thirty days; one that was taken over stays", async () => {
    const left = await tried("a.yaml", await yaml([single("moi-1", "tong-quan")]));
    expect((await send(left, [["intent", "discard"]])).to).toBe(importPath(slug));
    await expect(check(left)).rejects.toMatchObject({ code: "not-found" });
    const old = await tried("b.yaml", await yaml([single("moi-2", "tong-quan")]));
    const taken = await tried("c.yaml", await yaml([single("moi-3", "tong-quan")]));
    await applying(taken);
    const day = (count: number) => new Date(now.getTime() + count * 24 * 3600 * 1000);
    expect(await carryOutRetention({ clock: () => day(29) })).toEqual({});
    expect(await carryOutRetention({ clock: () => day(31) })).toEqual({ imports: 1 });
    expect((await db.questionImport.findMany()).map(({ id }) => id)).toEqual([taken]);
    await expect(check(old)).rejects.toMatchObject({ code: "not-found" });
  });

  test("of another course is not found, nor one of no id", async () => {
    const id = await tried("a.yaml", await yaml([single("moi-1", "tong-quan")]));

    await db.questionImport.update({ where: { id }, data: { slug: "khac" } });
    for (const asked of [id, "1", "../..", "\0"])
      await expect(check(asked)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("an export", () => {
  const file = (format: string, query = "") =>
    fileRoute.loader(args(`${bankFilePath(slug, format)}${query}`, { params: { ...params, format } }));

  test("tells what each format loses, and gives every file with its name", async () => {
    const { view } = await exportRoute.loader(args(bankExportPath(slug)));
    expect(view.formats.map(({ format }) => format)).toEqual(["gift", "moodle-xml", "aiken", "yaml", "xlsx"]);
    const { questions } = await bank();
    for (const { written, refused } of view.formats) expect(written + refused.length).toBe(questions.length);
    const html = drawPage(ExportPage, view);
    expect(html).toContain("câu không xuất được");
    for (const { format } of view.formats) {
      const response = await file(format);
      expect(response.headers.get("content-disposition")).toMatch(
        /^attachment; filename="van-hoa-cong-vu_phien-ban-1\./,
      );
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    }
    expect((await file("template")).headers.get("content-disposition")).toContain("mau-cau-hoi.xlsx");
    expect((await file("yaml", "?topic=tong-quan")).headers.get("content-disposition")).toContain("tong-quan");
    await expect(file("docx")).rejects.toMatchObject({ code: "not-found" });
    await expect(file("yaml", "?topic=khong-co")).rejects.toMatchObject({ code: "not-found" });
  });

  test("is for training officers alone, as the whole of the bank is", async () => {
    const root = await buildUnit({ code: "KH" });
    const hr = await buildViewer({ unit: root, roles: [{ role: "hr", unit: root }] });
    const admin = await buildViewer({ unit: root, roles: [{ role: "administrator", unit: root }] });
    for (const viewer of [hr, admin, await buildLearner(root)]) {
      const one = { viewer, params: { ...params, format: "yaml", import: "1" } };
      const doors = [
        () => courseExportRoute.loader(args(courseExportPath(slug), one)),
        () => bankRoute.loader(args(bankPath(slug), one)),
        () => bankRoute.action(args(bankPath(slug), { ...one, form: [] })),
        () => exportRoute.loader(args(bankExportPath(slug), one)),
        () => fileRoute.loader(args(bankFilePath(slug, "yaml"), one)),
        () => uploadRoute.loader(args(importPath(slug), one)),
        () => uploadRoute.action(args(importPath(slug), { ...one, form: new FormData() })),
        () => checkRoute.loader(args(importCheckPath(slug, "1"), one)),
        () => checkRoute.action(args(importCheckPath(slug, "1"), { ...one, form: [] })),
      ];
      for (const door of doors) await expect(door()).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
