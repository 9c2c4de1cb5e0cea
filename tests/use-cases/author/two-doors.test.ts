import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openZip } from "~/domain/assessment/exchange/xlsx/unzip.server";
import type { Actor } from "~/domain/audit/audit-event";
import { currentVersionOf, forgetVersions } from "~/domain/courses/version-cache.server";
import { db } from "~/platform/db.server";
import { exportCourse } from "~/use-cases/author/export-course";
import type { ChangedFiles } from "~/use-cases/author/files-in-use";
import { publishContent } from "~/use-cases/system/publish-content";
import { truncateAll, useDatabase } from "../../support/database";
import { publishChangedFiles } from "../../support/publish-changes";

useDatabase();

const slug = "van-hoa-cong-vu";
const actor: Actor = { accountId: null, name: "Trần Thị Hạnh", ip: null };
const now = new Date("2026-11-23T02:00:00Z");
const later = new Date("2026-11-24T02:00:00Z");
let contentDir: string;

beforeEach(async () => {
  await truncateAll();
  forgetVersions();
  contentDir = await mkdtemp(path.join(tmpdir(), "chuan-muc-content-"));
  await cp("content/documents", path.join(contentDir, "documents"), { recursive: true });
  await cp(`content/courses/${slug}`, path.join(contentDir, "courses", slug), { recursive: true });
  await start(now);
});

afterEach(() => rm(contentDir, { recursive: true, force: true }));

const start = (at = later) => publishContent({ contentDir, now: at });
const fileOf = (name: string) => path.join(contentDir, "courses", slug, name);
const edit = async (name: string, change: (text: string) => string) =>
  writeFile(fileOf(name), change(await readFile(fileOf(name), "utf8")));
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (of: Uint8Array | undefined) => new TextDecoder().decode(of);

function change(input: {
  over?: number;
  name?: string;
  to: (text: string) => string;
  alongside?: Parameters<typeof publishChangedFiles>[0]["alongside"];
}) {
  const { over = 1, name = "test.yaml", to, alongside } = input;
  const changed = (files: ReadonlyMap<string, Uint8Array>): ChangedFiles =>
    new Map([[name, bytes(to(text(files.get(name))))]]);
  return publishChangedFiles({ actor, slug, over, change: changed, changeNote: "Theo họp", alongside, now: later });
}
const longer = (yaml: string) => yaml.replace("timeLimitMinutes: 20", "timeLimitMinutes: 30");
const course = () =>
  db.course.findUniqueOrThrow({ where: { slug }, include: { currentVersion: true, filesVersion: true } });
const numbers = async () => {
  const { currentVersion, filesVersion } = await course();
  return { current: currentVersion?.number, folder: filesVersion?.number };
};

describe("a version made in the browser", () => {
  test("has its note, its author and an audit event, and leaves the earlier version as it was", async () => {
    const before = await currentVersionOf(slug);
    expect(await change({ to: longer })).toEqual({ kind: "published", number: 2, restored: false });
    const version = (await currentVersionOf(slug))!;
    expect(version.manifest.test!.timeLimitMinutes).toBe(30);
    expect(before!.manifest.test!.timeLimitMinutes).toBe(20);
    expect(version.lessons).toEqual(before!.lessons);
    expect((await course()).currentVersion).toMatchObject({ changeNote: "Theo họp", publishedAt: later });
    const events = await db.auditEvent.findMany({ orderBy: { id: "asc" } });
    expect(events).toHaveLength(2);
    expect(events[1]).toMatchObject({ action: "course.published", actorName: actor.name });
    expect(events[1]!.after).toMatchObject({ version: 2, changeNote: "Theo họp" });
    expect(await numbers()).toEqual({ current: 2, folder: 1 });
  });

  test("of nothing changed is none", async () => {
    expect(await change({ to: (yaml) => yaml })).toEqual({ kind: "unchanged", number: 1 });
    expect(await db.courseVersion.count()).toBe(1);
  });

  test("is refused when the form was filled in for an earlier version", async () => {
    await change({ to: longer });
    const late = await change({ to: (yaml) => yaml.replace("passPercent: 80", "passPercent: 70") });
    expect(late).toEqual({ kind: "refused", reason: "overtaken", number: 2 });
    expect(await db.courseVersion.count()).toBe(2);
  });

  test("of two sent at once one is published and the other is told", async () => {
    const answers = await Promise.all([
      change({ to: longer }),
      change({ to: (yaml) => yaml.replace("passPercent: 80", "passPercent: 70") }),
    ]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["published", "refused"]);
    expect(await db.courseVersion.count()).toBe(2);
  });

  test("with errors changes nothing and says where they are", async () => {
    const answer = await change({ to: (yaml) => yaml.replace("topic: tong-quan", "topic: tong-qan") });
    expect(answer).toMatchObject({ kind: "refused", reason: "problems", problems: [{ rule: "topic-unknown" }] });
    expect(await numbers()).toEqual({ current: 1, folder: 1 });
  });

  test("and what goes with it are written together or not at all", async () => {
    const failing = change({ to: longer, alongside: () => Promise.reject(new Error("no room")) });
    await expect(failing).rejects.toThrow("no room");
    expect(await db.courseVersion.count()).toBe(1);
    expect(await numbers()).toEqual({ current: 1, folder: 1 });
  });

  test("compiles only the lessons that changed", async () => {
    await change({ name: "lessons/01-tong-quan.mdx", to: (mdx) => `${mdx}\nMột câu thêm vào.\n` });
    const [before, after] = [await versionNumbered(1), await versionNumbered(2)];
    expect(after.map(({ lessonId }) => lessonId)).toEqual(before.map(({ lessonId }) => lessonId));
    const differing = after.filter(
      (lesson, index) => JSON.stringify(lesson.compiled) !== JSON.stringify(before[index]!.compiled),
    );
    expect(differing.map(({ lessonId }) => lessonId)).toEqual(["tong-quan"]);
    expect(JSON.stringify(differing[0]!.compiled)).toContain("Một câu thêm vào.");
  });
});

describe("the folder at the next start", () => {
  test("that did not change leaves the browser's version and says nothing", async () => {
    await change({ to: longer });
    const report = await start();
    expect(report.problems).toEqual([]);
    expect(report.courses).toMatchObject([{ folder: slug, outcome: "kept", version: 2 }]);
    expect(await numbers()).toEqual({ current: 2, folder: 1 });
  });

  test("that changed leaves the browser's version and warns", async () => {
    await change({ to: longer });
    await edit("test.yaml", (yaml) => yaml.replace("passPercent: 80", "passPercent: 90"));
    const report = await start();
    expect(report.published).toEqual([]);
    expect(report.courses).toMatchObject([{ outcome: "kept", version: 2 }]);
    expect(report.problems).toMatchObject([
      { rule: "course-changed-in-browser", severity: "warning", values: { number: 2 } },
    ]);
    expect(await numbers()).toEqual({ current: 2, folder: 1 });
    const [check] = await db.contentCheck.findMany({ orderBy: { checkedAt: "desc" } });
    expect(check!.problems).toMatchObject([{ rule: "course-changed-in-browser" }]);
  });

  test("leads again when the exported files stand in it", async () => {
    await change({ to: longer });
    await unpackInto(contentDir);
    const back = await start();
    expect(back.courses).toMatchObject([{ outcome: "unchanged", version: 2 }]);
    expect(await numbers()).toEqual({ current: 2, folder: 2 });
    await edit("test.yaml", (yaml) => yaml.replace("passPercent: 80", "passPercent: 90"));
    expect((await start()).courses).toMatchObject([{ outcome: "published", version: 3 }]);
    expect(await numbers()).toEqual({ current: 3, folder: 3 });
  });

  test("is published as before where the browser changed nothing", async () => {
    await edit("test.yaml", longer);
    expect((await start()).courses).toMatchObject([{ outcome: "published", version: 2 }]);
    expect(await numbers()).toEqual({ current: 2, folder: 2 });
  });

  test("of a course from before the folder was remembered is published, and leads", async () => {
    await db.course.update({ where: { slug }, data: { filesVersionId: null } });
    await edit("test.yaml", longer);
    expect((await start()).courses).toMatchObject([{ outcome: "published", version: 2 }]);
    expect(await numbers()).toEqual({ current: 2, folder: 2 });
  });

  test("of such a course does not overwrite the browser's first version", async () => {
    await db.course.update({ where: { slug }, data: { filesVersionId: null } });
    await change({ to: longer });
    expect(await numbers()).toEqual({ current: 2, folder: 1 });
    expect((await start()).courses).toMatchObject([{ outcome: "kept", version: 2 }]);
  });

  test("when the title of a document changes, the browser's version gets it and stays the browser's", async () => {
    await change({ to: longer });
    const file = path.join(contentDir, "documents/1847-qd-ttg.yaml");
    await writeFile(file, (await readFile(file, "utf8")).replace(/^title: .*/m, "title: Tên văn bản đã sửa"));
    const report = await start();
    expect(report.problems).toEqual([]);
    expect(report.courses).toMatchObject([{ outcome: "kept", version: 3 }]);
    const version = (await currentVersionOf(slug))!;
    expect(version.manifest.test!.timeLimitMinutes).toBe(30);
    expect(JSON.stringify(version.lessons)).toContain("Tên văn bản đã sửa");
    expect(await numbers()).toEqual({ current: 3, folder: 1 });
  });

  test("and a form sent at the same moment: neither is lost in silence", async () => {
    await edit("test.yaml", (yaml) => yaml.replace("passPercent: 80", "passPercent: 90"));
    const [report, answer] = await Promise.all([start(), change({ to: longer })]);
    const { current, folder } = await numbers();
    expect(current).toBe(2);
    if (answer.kind === "published") {
      expect(report.courses).toMatchObject([{ outcome: "kept" }]);
      expect(folder).toBe(1);
    } else {
      expect(answer).toEqual({ kind: "refused", reason: "overtaken", number: 2 });
      expect(folder).toBe(2);
    }
  });
});

async function versionNumbered(number: number) {
  return db.lessonVersion.findMany({
    where: { version: { number } },
    orderBy: { position: "asc" },
    select: { lessonId: true, compiled: true },
  });
}

async function unpackInto(folder: string): Promise<void> {
  const { fileName, bytes: archive } = await exportCourse({ slug });
  expect(fileName).toBe(`${slug}-phien-ban-2.zip`);
  const opened = openZip(new Uint8Array(archive));
  if (!opened.ok) throw new Error(opened.reason.rule);
  for (const name of ["course.yaml", "test.yaml", "bank/tong-quan.yaml", "lessons/01-tong-quan.mdx"]) {
    await writeFile(path.join(folder, "courses", slug, name), opened.part(`${slug}/${name}`)!);
  }
}
