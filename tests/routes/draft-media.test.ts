import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { findOpenDraft, loadDraftFiles, readDraftFile } from "~/domain/courses/drafts/draft-store.server";
import { listDraftMedia } from "~/domain/courses/media/draft-media.server";
import { withBytes } from "~/domain/courses/media/media-files.server";
import { draftMediaPath, draftUploadPath, draftWordPath } from "~/paths";
import { db } from "~/platform/db.server";
import { forgetEnv } from "~/platform/env.server";
import { files } from "~/platform/files/files.server";
import { isStored } from "~/platform/files/stored-file";
import * as uploadRoute from "~/routes/_author.author.courses.$course.draft_.upload";
import * as mediaRoute from "~/routes/_author.author.courses.$course.draft.media";
import * as wordRoute from "~/routes/_author.author.courses.$course.draft.word";
import { loader as sendMedia } from "~/routes/_learner.media.$sha.$name";
import { MediaPage } from "~/ui/media/media-page";
import { WordPage, type WordPageProps } from "~/ui/media/word-page";
import { openDraft } from "~/use-cases/author/open-draft";
import { deleteUnnamedFiles } from "~/use-cases/system/delete-unnamed-files";
import { buildLearner, buildUnit, buildViewer } from "../support/build";
import { truncateAll, useDatabase } from "../support/database";
import { docx, drawing, paragraph, run, table } from "../support/docx";
import { drawPage } from "../support/draw-page";
import { formInHtml, withFields } from "../support/form-in-html";
import { CAPTIONS, mp3, mp4, pdf, photoWithPlace, picture } from "../support/media";
import { publishRealCourse, REAL_COURSE as slug } from "../support/published-content";
import { buildArgs } from "../support/request";

useDatabase();

const now = new Date("2026-11-25T02:00:00Z");
const params = { course: slug };
let author: Viewer, learner: Viewer;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "chuan-muc-media-"));
  process.env["DATA_DIR"] = folder;
  forgetEnv();
  await truncateAll();
  const root = await buildUnit({ code: "AG" });
  author = await buildViewer({ unit: root, roles: [{ role: "training_officer", unit: root }] });
  learner = await buildLearner(root, "Trần Văn Học");
  await publishRealCourse(now);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  await db.draftFile.deleteMany();
  await db.courseDraft.deleteMany();
  const actor = { accountId: author.accountId, name: author.displayName, ip: null };
  await openDraft({ slug, actor, now });
});

type Part = string | { bytes: Uint8Array; name: string };
function formOf(parts: Record<string, Part>): FormData {
  const form = new FormData();
  for (const [name, part] of Object.entries(parts)) {
    if (typeof part === "string") form.set(name, part);
    else form.set(name, new File([new Uint8Array(part.bytes)], part.name));
  }
  return form;
}

interface Said {
  status: number;
  notice: string;
  result?: { error?: Record<string, string[]> };
  added?: string[];
}
async function send(parts: Record<string, Part>): Promise<Said> {
  const args = buildArgs({ viewer: author, url: draftMediaPath(slug), params, form: formOf(parts), now });
  const said = (await mediaRoute.action(args as never)) as Response | { data: object; init: { status: number } };
  if (!(said instanceof Response)) return { status: said.init.status, notice: "", ...said.data };
  const cookie = /notice=([^;]+)/.exec(said.headers.get("set-cookie") ?? "")?.[1] ?? "";
  return { status: said.status, notice: Buffer.from(cookie, "base64url").toString() };
}
async function page(): Promise<string> {
  const { view, rows } = await mediaRoute.loader(
    buildArgs({ viewer: author, url: draftMediaPath(slug), params, now }) as never,
  );
  return drawPage(MediaPage, { view, rows, result: undefined, added: [] });
}
const draft = async () => (await findOpenDraft(db, slug))!;
const media = async () => listDraftMedia(db, (await draft()).id);
const lesson = async (name = "lessons/01-tong-quan.mdx") =>
  new TextDecoder().decode((await readDraftFile(db, { draftId: (await draft()).id, path: name }))!.bytes);
async function useInLesson(words: string) {
  const { id: draftId } = await draft();
  const bytes = new TextEncoder().encode(`${await lesson()}\n\n${words}\n`);
  await db.draftFile.updateMany({ where: { draftId, path: "lessons/01-tong-quan.mdx" }, data: { bytes } });
}
const photo = async () => ({ bytes: await photoWithPlace(), name: "Ảnh tiếp dân (1).JPG" });

describe("media of a draft", () => {
  test("a photo is taken with what it shows, cleaned, kept in the file store and shown on the page", async () => {
    const said = await send({
      intent: "upload",
      "rows[0].file": await photo(),
      "rows[0].alt": "Cán bộ mời người dân ngồi",
    });
    expect(said.notice).toContain("anh-tiep-dan-1.webp");
    const [medium] = await media();
    expect(medium).toMatchObject({
      path: "media/anh-tiep-dan-1.webp",
      kind: "image",
      width: 80,
      height: 120,
      alt: "Cán bộ mời người dân ngồi",
      usedIn: [],
    });
    const row = await db.draftFile.findFirstOrThrow({ where: { path: medium!.path } });
    expect(row).toMatchObject({ bytes: null, size: medium!.size });
    expect((await files().read(row.sha256))!.length).toBe(medium!.size);
    const html = await page();
    expect(html).toContain(`src="${medium!.address}"`);
    expect(html).toContain("80 × 120 điểm ảnh");
    expect(html).toContain("Chưa bài nào dùng");
    const event = await db.auditEvent.findFirstOrThrow({ where: { action: "draft.media-changed" } });
    expect(event.after).toMatchObject({ change: "added", path: medium!.path });
  });

  test("several at once: what can be taken is, the others are told with the reason, their words kept", async () => {
    const said = await send({
      intent: "upload",
      "rows[0].file": await photo(),
      "rows[0].alt": "Một",
      "rows[1].file": await photo(),
      "rows[2].file": { bytes: mp4(), name: "phim.mp4" },
      "rows[2].alt": "Phim",
    });
    expect(said).toMatchObject({ status: 400, added: ["anh-tiep-dan-1.webp"] });
    expect(said.result!.error).toMatchObject({
      "rows[0].alt": [expect.stringContaining("lời mô tả")],
      "rows[1].captions": [expect.stringContaining(".vtt")],
    });
  });

  test("video comes with captions, audio with its transcript, PDF without code", async () => {
    const captions = { bytes: new TextEncoder().encode(CAPTIONS), name: "x.vtt" };
    await send({
      intent: "upload",
      "rows[0].file": { bytes: mp4(), name: "phim.mp4" },
      "rows[0].alt": "Phim",
      "rows[0].captions": captions,
    });
    await send({
      intent: "upload",
      "rows[0].file": { bytes: mp3(), name: "loi.mp3" },
      "rows[0].alt": "Lời",
      "rows[0].transcript": "Xin chào",
    });
    await send({ intent: "upload", "rows[0].file": { bytes: pdf(), name: "mau-don.pdf" }, "rows[0].alt": "Mẫu đơn" });
    expect((await media()).map(({ path, captions: has, transcript }) => [path, has ?? transcript])).toEqual([
      ["media/loi.mp3", "Xin chào"],
      ["media/mau-don.pdf", null],
      ["media/phim.mp4", "media/phim.vtt"],
      ["media/phim.vtt", null],
    ]);
    const code = { bytes: pdf({ catalog: "/OpenAction << /S /JavaScript /JS (1) >>" }), name: "x.pdf" };
    const said = await send({ intent: "upload", "rows[0].file": code, "rows[0].alt": "x" });
    expect(said.result!.error!["rows[0].file"]![0]).toContain("JavaScript");
    const svg = { bytes: new TextEncoder().encode("<svg onload='alert(1)'/>"), name: "x.svg" };
    expect(
      (await send({ intent: "upload", "rows[0].file": svg, "rows[0].alt": "x" })).result!.error!["rows[0].file"]![0],
    ).toContain("SVG");
  });

  test("the editor hands up a picture and gets its path, or what is wrong", async () => {
    const ask = async (parts: Record<string, Part>) => {
      const args = buildArgs({ viewer: author, url: draftUploadPath(slug), params, form: formOf(parts), now });
      const answer = await uploadRoute.action(args as never);
      return { status: answer.status, ...((await answer.json()) as object) };
    };
    expect(await ask({ file: await photo(), alt: "Bàn" })).toEqual({
      status: 200,
      path: "media/anh-tiep-dan-1.webp",
      alt: "Bàn",
      size: expect.any(Number) as number,
      address: expect.stringMatching(/^\/media\/[0-9a-f]{64}\/anh-tiep-dan-1\.webp$/) as string,
    });
    expect(await ask({ file: await photo() })).toMatchObject({ status: 400, errors: [{ field: "alt" }] });
    expect(await ask({ alt: "x" })).toMatchObject({ status: 400, errors: [{ field: "file" }] });
  });

  test("renaming takes the lessons along; one that is used cannot be deleted; one that is not can", async () => {
    await send({ intent: "upload", "rows[0].file": await photo(), "rows[0].alt": "Bàn" });
    await useInLesson("![Bàn](media/anh-tiep-dan-1.webp)");
    const renamed = await send({ intent: "rename", path: "media/anh-tiep-dan-1.webp", name: "Bàn tiếp dân.webp" });
    expect(renamed.notice).toContain("ban-tiep-dan.webp");
    expect(await lesson()).toContain("![Bàn](media/ban-tiep-dan.webp)");
    expect(await media()).toMatchObject([
      { path: "media/ban-tiep-dan.webp", alt: "Bàn", usedIn: [{ path: "lessons/01-tong-quan.mdx" }] },
    ]);
    expect((await send({ intent: "delete", path: "media/ban-tiep-dan.webp" })).notice).toContain("Chưa xóa");
    expect(await media()).toHaveLength(1);
    const { id: draftId } = await draft();
    await db.draftFile.deleteMany({ where: { draftId, path: "lessons/01-tong-quan.mdx" } });
    expect((await send({ intent: "delete", path: "media/ban-tiep-dan.webp" })).notice).toContain("Đã xóa");
    expect(await media()).toEqual([]);
    expect((await loadDraftFiles(db, draftId)).has("media/descriptions.yaml")).toBe(false);
  });

  test("another file in its place keeps the name and what is said, also when a picture from the folder was a PNG", async () => {
    const { id: draftId } = await draft();
    const png = new Uint8Array(await picture(10, 10).png().toBuffer());
    await db.draftFile.create({
      data: {
        draftId,
        path: "media/so-do.png",
        sha256: "a".repeat(64),
        bytes: png,
        updatedAt: now,
        updatedByName: "x",
      },
    });
    await useInLesson("![Sơ đồ](media/so-do.png)");
    const said = await send({
      intent: "replace",
      path: "media/so-do.png",
      file: { bytes: await photoWithPlace(), name: "moi.jpg" },
    });
    expect(said.notice).toContain("so-do.webp");
    expect(await lesson()).toContain("![Sơ đồ](media/so-do.webp)");
    expect(await media()).toMatchObject([{ path: "media/so-do.webp", width: 80 }]);
    expect(
      (await send({ intent: "replace", path: "media/so-do.webp", file: { bytes: pdf(), name: "x.pdf" } })).notice,
    ).toContain("cùng loại");
  });

  test("nothing changes while the draft is under review", async () => {
    const { id } = await draft();
    await db.courseDraft.update({ where: { id }, data: { state: "in_review" } });
    const said = await send({ intent: "upload", "rows[0].file": await photo(), "rows[0].alt": "Bàn" });
    expect(said.notice).toContain("không còn sửa được");
    expect(await media()).toEqual([]);
    expect(await page()).not.toContain('value="upload"');
  });
});

describe("sending a medium", () => {
  async function ask(viewer: Viewer, address: string, headers: Record<string, string> = {}) {
    const [, , sha, name] = address.split("/");
    const args = buildArgs({ viewer, url: address, params: { sha: sha!, name: name! }, now });
    for (const [header, value] of Object.entries(headers)) args.request.headers.set(header, value);
    return sendMedia(args as never);
  }

  test("whole, in parts, or not at all when the browser has it; as what its name says", async () => {
    await send({
      intent: "upload",
      "rows[0].file": { bytes: mp4(), name: "phim.mp4" },
      "rows[0].alt": "Phim",
      "rows[0].captions": { bytes: new TextEncoder().encode(CAPTIONS), name: "x.vtt" },
    });
    const { address, size } = (await media()).find(({ kind }) => kind === "video")!;
    const whole = await ask(author, address);
    expect(whole.status).toBe(200);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      "content-type": "video/mp4",
      "content-length": String(size),
      "accept-ranges": "bytes",
      "x-content-type-options": "nosniff",
      "cache-control": expect.stringContaining("immutable"),
      "content-security-policy": expect.stringContaining("sandbox"),
    });
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(mp4());
    const part = await ask(author, address, { range: "bytes=4-7" });
    expect([part.status, part.headers.get("content-range"), await part.text()]).toEqual([
      206,
      `bytes 4-7/${size}`,
      "ftyp",
    ]);
    const tail = await ask(author, address, { range: "bytes=-10" });
    expect(tail.headers.get("content-range")).toBe(`bytes ${size - 10}-${size - 1}/${size}`);
    await tail.body?.cancel();
    expect((await ask(author, address, { range: `bytes=${size}-` })).status).toBe(416);
    expect((await ask(author, address, { "if-none-match": whole.headers.get("etag")! })).status).toBe(304);
  });

  test("a PDF is to be kept, not shown; a draft's media are for officers; another name is another file", async () => {
    await send({ intent: "upload", "rows[0].file": { bytes: pdf(), name: "mau-don.pdf" }, "rows[0].alt": "Mẫu đơn" });
    const [{ address }] = (await media()) as unknown as [{ address: string }];
    const sent = await ask(author, address);
    expect(sent.headers.get("content-disposition")).toBe('attachment; filename="mau-don.pdf"');
    await sent.body?.cancel();
    await expect(ask(learner, address)).rejects.toMatchObject({ code: "not-found" });
    await expect(ask(author, address.replace(".pdf", ".html"))).rejects.toMatchObject({ code: "not-found" });
    await expect(ask(author, address.replace(/[0-9a-f]{64}/, "0".repeat(64)))).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

test("a set of files with media has their bytes only when they are fetched, and the sweep keeps what is named", async () => {
  await send({ intent: "upload", "rows[0].file": await photo(), "rows[0].alt": "Bàn" });
  const { id } = await draft();
  const all = await loadDraftFiles(db, id);
  const stored = all.get("media/anh-tiep-dan-1.webp")!;
  expect(isStored(stored)).toBe(true);
  expect((await withBytes(all)).get("media/anh-tiep-dan-1.webp")!.length).toBeGreaterThan(50);
  const nobodys = await files().put(new TextEncoder().encode("không ai dùng"));
  const inAWeek = new Date(Date.now() + 8 * 86_400_000);
  expect(await deleteUnnamedFiles({ now: new Date() })).toBe(0);
  expect(await deleteUnnamedFiles({ now: inAWeek })).toBeGreaterThanOrEqual(1);
  expect(await files().size(nobodys)).toBeNull();
  expect(await files().size((stored as unknown as { sha256: string }).sha256)).not.toBeNull();
});

describe("a document of Word", () => {
  const BODY =
    paragraph(run("Tiếp công dân {1}"), "Heading1") +
    paragraph(run("Chuẩn bị"), "Heading2") +
    paragraph(run("Đọc ") + run("hồ sơ", "<w:b/>") + run(" trước < 5 phút.") + run(" Gạch", '<w:u w:val="single"/>')) +
    table([
      ["Việc", "Hạn"],
      ["Trả lời", "5 ngày"],
    ]) +
    drawing("p1", "Bàn tiếp dân");

  const post = async (form: FormData | [string, string][]) => {
    const args = buildArgs({ viewer: author, url: draftWordPath(slug), params, form, now });
    const said = (await wordRoute.action(args as never)) as
      Response | { data: object; init: { status: number } | null };
    if (said instanceof Response) return { status: said.status, location: said.headers.get("location"), answer: null };
    return { status: said.init?.status ?? 200, location: null, answer: said.data as Omit<WordPageProps, "start"> };
  };
  const handUp = async (bytes: Uint8Array, name = "Tiếp dân.docx") =>
    post(formOf({ intent: "read", file: { bytes, name } }));
  const draw = async (answer: Omit<WordPageProps, "start">) => {
    const { start } = await wordRoute.loader(
      buildArgs({ viewer: author, url: draftWordPath(slug), params, now }) as never,
    );
    return drawPage(WordPage, { start, ...answer });
  };
  const picturesOf = async () => ({ p1: new Uint8Array(await picture(200, 100).png().toBuffer()) });

  test("is read, looked through and saved as a lesson with its picture and table", { timeout: 60_000 }, async () => {
    const { answer } = await handUp(await docx(BODY, await picturesOf()));
    expect(answer!.errors).toEqual({});
    expect(answer!.text).toMatchObject({
      title: "Tiếp công dân {1}",
      losses: [{ kind: "underline", near: "Gạch", under: "Chuẩn bị" }],
    });
    const html = await draw(answer!);
    expect(answer!.preview!.problems).toEqual([]);
    expect(html).toContain("Gạch chân");
    expect(html.replace(/data:[^"]+/g, "data")).toContain("<strong>hồ sơ</strong> trước &lt; 5 phút.");
    expect(html).toContain("data:image/webp;base64,");
    expect(html).toContain('value="Bàn tiếp dân"');
    expect(await media()).toEqual([]);
    const fields = withFields(formInHtml(html, 'value="save"'), { intent: "save", "images[0].alt": "Bàn [tiếp] dân" });
    const saved = await post(fields);
    expect([saved.status, saved.location]).toEqual([302, expect.stringContaining("tiep-cong-dan-1")]);
    const written = await lesson("lessons/09-tiep-cong-dan-1.mdx");
    expect(written).toContain("title: Tiếp công dân {1}");
    expect(written).toContain("## Chuẩn bị\n\nĐọc **hồ sơ** trước \\< 5 phút. Gạch\n\n| Việc | Hạn |");
    expect(written).toContain("![Bàn \\[tiếp\\] dân](media/tiep-dan-hinh-1.webp)");
    expect(await media()).toMatchObject([{ path: "media/tiep-dan-hinh-1.webp", alt: "Bàn [tiếp] dân", width: 200 }]);
    expect(await lesson("course.yaml")).toContain("file: 09-tiep-cong-dan-1");
  });

  test("can stand in place of a lesson's text; its front matter stays", { timeout: 60_000 }, async () => {
    const before = await lesson();
    const { answer } = await handUp(await docx(paragraph(run("Chữ mới"))));
    const fields = formInHtml(await draw(answer!), 'value="save"');
    const saved = await post(withFields(fields, { intent: "save", inPlaceOf: "01-tong-quan" }));
    expect(saved.status).toBe(302);
    const after = await lesson();
    expect(after.split("---")[1]).toBe(before.split("---")[1]);
    expect(after).toMatch(/---\n\nChữ mới\n$/);
  });

  test("asks what pictures show, and keeps what was typed", { timeout: 60_000 }, async () => {
    const { answer } = await handUp(await docx(drawing("p1", ""), await picturesOf()));
    const fields = formInHtml(await draw(answer!), 'value="save"');
    const again = await post(withFields(fields, { intent: "save", title: "Tên khác" }));
    expect(again.status).toBe(400);
    expect(again.answer!.errors).toEqual({ "images[0].alt": [expect.any(String)] });
    expect(await draw(again.answer!)).toContain('value="Tên khác"');
  });

  test("that is none, is damaged, locked or unpacks to far too much is refused with a sentence", async () => {
    const refused = async (bytes: Uint8Array) => (await handUp(bytes)).answer!.errors["file"]![0];
    const bomb = await docx(BODY, {}, [{ name: "word/bomb.xml", bytes: new Uint8Array(125 * 1024 * 1024) }]);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await refused(bomb)).toContain("quá lớn");
    expect(await refused(new Uint8Array(Buffer.from("d0cf11e0a1b11ae1", "hex")))).toContain(".doc cũ");
    expect(await refused(new TextEncoder().encode("%PDF-1.7"))).toContain("không phải tài liệu Word");
    expect(await refused((await docx(BODY)).subarray(0, 900))).toContain("hỏng");
    const lying = Buffer.from(await docx(BODY, {}, [{ name: "word/x.xml", bytes: new Uint8Array(50_000) }]));
    for (let at = lying.indexOf("PK\x01\x02"); at >= 0; at = lying.indexOf("PK\x01\x02", at + 4)) {
      if (lying.subarray(at + 46, at + 56).toString() === "word/x.xml") lying.writeUInt32LE(10, at + 24);
    }
    expect(await refused(new Uint8Array(lying))).toContain("hỏng");
  });

  test("a form that names a picture nobody handed up is refused", { timeout: 60_000 }, async () => {
    const { answer } = await handUp(await docx(drawing("p1", "x"), await picturesOf()));
    const fields = formInHtml(await draw(answer!), 'value="save"');
    const secret = await files().put(new TextEncoder().encode("không phải hình"));
    await expect(post(withFields(fields, { intent: "save", "images[0].sha256": secret }))).rejects.toMatchObject({
      code: "bad-request",
    });
  });
});
