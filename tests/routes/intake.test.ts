import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import type { IntakeView } from "~/domain/courses/intake/intake-plan";
import { loadDraftFiles, findOpenDraft } from "~/domain/courses/drafts/draft-store.server";
import { withBytes } from "~/domain/courses/media/media-files.server";
import { courseVersion, forgetVersions } from "~/domain/courses/version-cache.server";
import { contentImportPath, courseExportPath, draftPath } from "~/paths";
import { db } from "~/platform/db.server";
import { unzip } from "~/platform/unzip.server";
import { zip } from "~/platform/zip.server";
import * as exportRoute from "~/routes/_author.author.courses.$course.export";
import * as checkRoute from "~/routes/_author.author.import.$import";
import * as uploadRoute from "~/routes/_author.author.import._index";
import { IntakeCheckPage } from "~/ui/library/intake/check-page";
import { IntakeUploadPage } from "~/ui/library/intake/upload-page";
import { openDraft } from "~/use-cases/author/open-draft";
import { saveFileOfDraft } from "~/use-cases/author/save-draft-file";
import { carryOutRetention } from "~/use-cases/system/carry-out-retention";
import { publishDraftFiles } from "../support/publish-draft";
import { buildUnit, buildViewer } from "../support/build";
import { truncateAll, useDatabase } from "../support/database";
import { drawPage } from "../support/draw-page";
import { formInHtml, withFields } from "../support/form-in-html";
import { rawZip } from "../support/raw-zip";
import { publishRealCourse, REAL_COURSE as slug } from "../support/published-content";
import { buildArgs } from "../support/request";

useDatabase();

const now = new Date("2026-11-25T02:00:00Z");
let author: Viewer;

beforeEach(async () => {
  await truncateAll();
  forgetVersions();
  const root = await buildUnit({ code: "AG" });
  author = await buildViewer({ unit: root, roles: [{ role: "training_officer", unit: root }] });
  await publishRealCourse(new Date("2026-11-23T02:00:00Z"));
});

type Files = Map<string, Uint8Array>;
const text = (words: string) => new TextEncoder().encode(words);
const packed = (files: Iterable<readonly [string, Uint8Array]>, folder = "") =>
  zip(
    [...files].map(([name, bytes]) => ({ name: `${folder}${name}`, bytes })),
    now,
  );

async function exported(which: number | "draft" | null = null): Promise<Uint8Array> {
  const url = courseExportPath(slug, which);
  const answer = await exportRoute.loader(buildArgs({ viewer: author, url, params: { course: slug }, now }) as never);
  return new Uint8Array(await answer.arrayBuffer());
}

function filesOf(archive: Uint8Array): Files {
  const opened = unzip(archive, { entries: 500, totalMb: 50 });
  if (!opened.ok) throw new Error(opened.fault.reason);
  return new Map([...opened.files].map(([name, bytes]) => [name.slice(slug.length + 1), bytes]));
}

async function upload(bytes: Uint8Array, name = "khoa-hoc.zip"): Promise<string> {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], name, { type: "application/zip" }));
  const answer = await uploadRoute.action(buildArgs({ viewer: author, url: contentImportPath(), form, now }) as never);
  if (!(answer instanceof Response)) throw new Error(JSON.stringify(answer));
  return answer.headers.get("location")!.split("/").at(-1)!;
}

const at = (id: string, form?: [string, string][]) =>
  buildArgs({ viewer: author, url: `${contentImportPath()}/${id}`, params: { import: id }, form, now }) as never;

async function tried(id: string): Promise<{ view: IntakeView; html: string }> {
  const { view } = await checkRoute.loader(at(id));
  return { view, html: drawPage(IntakeCheckPage, { view, result: undefined }) };
}

/** Presses the button that the page draws, with what its form holds. */
async function confirm(id: string, more: Record<string, string> = {}) {
  const { html } = await tried(id);
  const answer = await checkRoute.action(at(id, withFields(formInHtml(html, "seen"), { intent: "apply", ...more })));
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get("location"), errors: [] };
  const { data, init } = answer as unknown as { data: { error?: Record<string, string[]> }; init: { status: number } };
  return { status: init.status, to: null, errors: Object.values(data.error ?? {}).flat() };
}

const draftFiles = async () => {
  const draft = await findOpenDraft(db, slug);
  return draft && new Map(await withBytes(await loadDraftFiles(db, draft.id)));
};

const picture = async () =>
  new Uint8Array(
    await sharp({ create: { width: 40, height: 30, channels: 3, background: "#336699" } })
      .png()
      .toBuffer(),
  );

const currentHash = async (of = slug) =>
  (await db.course.findUniqueOrThrow({ where: { slug: of }, include: { currentVersion: true } })).currentVersion!
    .contentHash;

describe("a course goes out and comes in again", () => {
  test("byte for byte: the exported files become a new course with the same hash", async () => {
    const archive = await exported();
    const hash = await currentHash();
    // Another installation: the same register of documents, and no course.
    await db.course.updateMany({ data: { currentVersionId: null, filesVersionId: null } });
    await db.$transaction([
      // Nothing of this kind is possible in earnest: what hangs on a course is record.
      db.$executeRawUnsafe("set local session_replication_role = replica"),
      ...["course_file", "lesson_version", "question_version", "course_version", "course"].map((table) =>
        db.$executeRawUnsafe(`truncate ${table} cascade`),
      ),
    ]);
    forgetVersions();
    const id = await upload(archive);
    const { view, html } = await tried(id);
    expect(view.content).toMatchObject({ kind: "course", plan: { slug, over: { kind: "nothing" }, problems: [] } });
    expect(html).toContain("Bản nháp của khóa học mới");
    expect(await confirm(id)).toMatchObject({ status: 302, to: draftPath(slug) });
    expect(await draftFiles()).toEqual(filesOf(archive));
    await publishDraftFiles({ slug, now });
    expect(await currentHash()).toBe(hash);
    expect(filesOf(await exported())).toEqual(filesOf(archive));
  });

  test("the files of a course from the folder and from the studio are the same version", async () => {
    const hash = await currentHash();
    const actor = { accountId: author.accountId, name: author.displayName, ip: null };
    await openDraft({ slug, actor, now });
    const path = "lessons/01-tong-quan.mdx";
    const original = (await draftFiles())!.get(path)!;
    const changed = text(`${new TextDecoder().decode(original)}\nMột câu thêm vào.\n`);
    await saveFileOfDraft({ slug, path, bytes: changed, over: 1, actor, now });
    await publishDraftFiles({ slug, now });
    expect(await currentHash()).not.toBe(hash);
    // The same change written back is the same content, whoever made it.
    await openDraft({ slug, actor, now });
    await saveFileOfDraft({ slug, path, bytes: original, over: 1, actor, now });
    await publishDraftFiles({ slug, now });
    expect(await currentHash()).toBe(hash);
    const { number } = await courseVersion((await db.course.findUniqueOrThrow({ where: { slug } })).currentVersionId!);
    expect(number).toBe(1);
  });

  test("an earlier version and the draft can be downloaded, and nothing else by a number", async () => {
    const actor = { accountId: author.accountId, name: author.displayName, ip: null };
    await openDraft({ slug, actor, now });
    await saveFileOfDraft({ slug, path: "test.yaml", bytes: text("a: 1\n"), over: 1, actor, now });
    expect(filesOf(await exported("draft")).get("test.yaml")).toEqual(text("a: 1\n"));
    expect(filesOf(await exported(1))).toEqual(filesOf(await exported()));
    await expect(exported(2)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a zip goes over what is there", () => {
  test("tells what would be added, changed and removed, and makes a draft of it only when it is confirmed", async () => {
    const files = filesOf(await exported());
    files.set(
      "test.yaml",
      text(new TextDecoder().decode(files.get("test.yaml")).replace(/passPercent: \d+/, "passPercent: 91")),
    );
    files.set("media/so-do.png", await picture());
    files.delete("bank/tong-quan.yaml");
    const id = await upload(await packed(files));
    const { view, html } = await tried(id);
    expect(view.content).toMatchObject({
      plan: {
        over: { kind: "version", number: 1 },
        changes: [
          { path: "bank/tong-quan.yaml", change: "removed" },
          { path: "media/so-do.png", change: "added" },
          { path: "test.yaml", change: "changed" },
        ],
        problems: [{ rule: "topic-unknown" }],
      },
    });
    expect(html).toContain("phải sửa hết lỗi trước khi công bố");
    expect(await draftFiles()).toBeNull();
    expect(await confirm(id)).toMatchObject({ to: draftPath(slug) });
    expect(await draftFiles()).toEqual(files);
    expect(await db.courseVersion.count()).toBe(1);
    const [audit] = await db.auditEvent.findMany({ where: { action: "draft.imported" } });
    expect(audit).toMatchObject({ after: { added: 1, changed: 1, removed: 1, over: "version" } });
    expect(await confirm(id)).toMatchObject({ status: 400 });
  });

  test("media that are what their names say come in once: taken out and brought in again, nothing has changed", async () => {
    const files = filesOf(await exported());
    files.set("media/so-do.png", await picture());
    await confirm(await upload(await packed(files)));
    const { view } = await tried(await upload(await exported("draft")));
    expect(view.content).toMatchObject({ plan: { changes: [], blocked: false } });
  });

  test("a medium that is something else, or tells where it was taken, keeps the whole zip out", async () => {
    const disguised = new TextEncoder().encode("<svg onload='alert(1)' xmlns='http://www.w3.org/2000/svg'/>");
    const withPlace = await sharp(await picture())
      .withExif({ IFD0: { Copyright: "Nguyễn Văn A" } })
      .png()
      .toBuffer();
    for (const bytes of [disguised, new Uint8Array([1, 2, 3]), new Uint8Array(withPlace)]) {
      const files = filesOf(await exported());
      files.set("media/so-do.png", bytes);
      const id = await upload(await packed(files));
      const { view } = await tried(id);
      expect(view.content).toMatchObject({ plan: { blocked: true } });
      expect(await confirm(id)).toMatchObject({ status: 400 });
      expect(await draftFiles()).toBeNull();
    }
  });

  test("an open draft is replaced only when the officer says so, and keeps what was there in its history", async () => {
    const actor = { accountId: author.accountId, name: "Nguyễn Thị Lan", ip: null };
    const draft = await openDraft({ slug, actor, now });
    const files = filesOf(await exported());
    files.set("test.yaml", text("title: từ zip\n"));
    const id = await upload(await packed(files, "thu-muc-khac/"));
    expect((await tried(id)).html).toContain("Nguyễn Thị Lan");
    const refused = await confirm(id);
    expect(refused.status).toBe(400);
    expect(refused.errors.join()).toContain("Thay các tệp của bản nháp đang mở");
    expect(await confirm(id, { over: "on" })).toMatchObject({ to: draftPath(slug) });
    expect((await draftFiles())!.get("test.yaml")).toEqual(text("title: từ zip\n"));
    const kept = await db.draftFileRevision.findMany({ where: { draftId: draft.id }, orderBy: { revision: "asc" } });
    expect(kept.map(({ path, revision }) => `${path} ${revision}`)).toEqual(["test.yaml 1", "test.yaml 2"]);
  });

  test("what changed since the trial run is looked at again, and a draft under review takes nothing", async () => {
    const actor = { accountId: author.accountId, name: author.displayName, ip: null };
    const draft = await openDraft({ slug, actor, now });
    const files = filesOf(await exported());
    files.set("test.yaml", text("title: từ zip\n"));
    const id = await upload(await packed(files));
    const { html } = await tried(id);
    await saveFileOfDraft({ slug, path: "course.yaml", bytes: text("x: 1\n"), over: 1, actor, now });
    const fields = withFields(formInHtml(html, "seen"), { intent: "apply", over: "on" });
    const stale = (await checkRoute.action(at(id, fields))) as unknown as { init: { status: number } };
    expect(stale.init.status).toBe(409);
    await db.courseDraft.update({ where: { id: draft.id }, data: { state: "in_review" } });
    const closed = await tried(id);
    expect(closed.html).toContain("đang thẩm định");
    expect(closed.html).not.toContain('value="apply"');
    expect((await draftFiles())!.get("test.yaml")).not.toEqual(text("title: từ zip\n"));
  });

  test("the very same files are no import, and a file that nobody takes over is deleted after a month", async () => {
    const id = await upload(await exported());
    const { html } = await tried(id);
    expect(html).toContain("không có gì để nhập");
    const page = drawPage(IntakeUploadPage, {
      ...(await uploadRoute.loader(buildArgs({ viewer: author, url: contentImportPath(), now }) as never)),
      result: undefined,
    });
    expect(page).toContain("khoa-hoc.zip");
    await carryOutRetention({ clock: () => new Date(now.getTime() + 31 * 86_400_000) });
    expect(await db.contentImport.count()).toBe(0);
  });

  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ["no zip", () => text("Đây là chữ"), "Tệp không phải zip"],
    [
      "a way out of the folder",
      () => rawZip([{ name: "../course.yaml", bytes: text("a") }]),
      "đường dẫn ra ngoài thư mục",
    ],
    ["neither course nor package", () => packed([["readme.txt", text("a")]]), "course.yaml hay imsmanifest.xml"],
    [
      "another zip within",
      async () => packed([["khoa.zip", await packed([["course.yaml", text("a")]])]]),
      "tệp nén nằm trong zip",
    ],
    ["the wrong case", async () => packed([["Course.yaml", text("slug: a")]]), "viết thường"],
    [
      "a lesson in the wrong case",
      () =>
        packed([
          ["course.yaml", text("slug: a")],
          ["Lessons/01-a.MDX", text("a")],
        ]),
      "viết thường",
    ],
    [
      "a program",
      () =>
        packed([
          ["course.yaml", text("slug: a")],
          ["lessons/run.js", text("process.exit()")],
        ]),
      "không thuộc khóa học",
    ],
    [
      "two courses",
      () =>
        packed([
          ["a/course.yaml", text("slug: a")],
          ["b/course.yaml", text("slug: b")],
        ]),
      "Mỗi lần nhập một khóa",
    ],
    [
      "something beside the course",
      () =>
        packed([
          ["a/course.yaml", text("slug: a")],
          ["b.txt", text("b")],
        ]),
      "nằm ngoài thư mục khóa học",
    ],
    ["no id", () => packed([["course.yaml", text("slug: ../../etc")]]), "mã khóa học"],
    ["a manifest that is none", () => packed([["imsmanifest.xml", text("<manifest>")]]), "imsmanifest.xml"],
  ])("is refused with %s, in a sentence", async (_what, make, sentence) => {
    const { view, html } = await tried(await upload(await make()));
    expect(view.content.kind).toBe("refused");
    expect(html).toContain(sentence);
    expect(html).not.toContain('value="apply"');
  });
});
