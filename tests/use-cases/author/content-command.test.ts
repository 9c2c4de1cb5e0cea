import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { unzip } from "~/platform/unzip.server";
import { publishContent } from "~/use-cases/system/publish-content";
import { truncateAll, useDatabase } from "../../support/database";

useDatabase();

const SLUG = "tinh-huong-cong-vu";
const LESSON = "lessons/01-nhan-dien-xung-dot-loi-ich.mdx";
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "chuan-muc-command-"));
  await cp("content/documents", path.join(folder, "documents"), { recursive: true });
  await cp(`content/courses/${SLUG}`, path.join(folder, "courses", SLUG), { recursive: true });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const courseFile = (name: string) => path.join(folder, "courses", SLUG, name);

/** `npm run content -- …` without npm's own lines. */
function content(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      ["scripts/run.mjs", "content", ...args],
      { env: { ...process.env, DATABASE_URL: env().databaseUrl } },
      (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

describe("npm run content -- check", { timeout: 60_000 }, () => {
  test("says what a folder holds as JSON and nothing else, and ends with 0 when nothing is wrong", async () => {
    const { code, out } = await content("check", folder, "--json");
    expect(JSON.parse(out)).toEqual({ courses: 1, lessons: 3, problems: [], warnings: [] });
    expect(code).toBe(0);
  });

  test("names file, line, column, rule and the mend of each problem, of one course as of all", async () => {
    const lesson = await readFile(courseFile(LESSON), "utf8");
    await writeFile(courseFile(LESSON), `${lesson}\n{process.exit()}\n`);
    const line = lesson.split("\n").length + 1;
    const one = await content("check", `${path.join(folder, "courses", SLUG)}/`, "--json", "--language", "en");
    expect(one.code).toBe(1);
    const message = expect.stringContaining("\\{") as string;
    const problems = [{ file: courseFile(LESSON), line, column: 1, rule: "mdx-expression", message }];
    expect(JSON.parse(one.out)).toMatchObject({ courses: 1, lessons: 3, problems });
    const { code, out } = await content("check", folder);
    expect(code).toBe(1);
    expect(out).toContain(`${courseFile(LESSON)}:${line}:1 mdx-expression`);
  });

  test("tells what hinders nothing apart from errors", async () => {
    const file = courseFile("course.yaml");
    const yaml = await readFile(file, "utf8");
    await writeFile(
      file,
      yaml
        .replace(/^reviewedOn: .*/m, "reviewedOn: 2020-01-01")
        .replace(/^reviewAgainBy: .*/m, "reviewAgainBy: 2021-01-01"),
    );
    const { code, out } = await content("check", folder, "--json");
    expect(JSON.parse(out)).toMatchObject({ problems: [], warnings: [{ file, rule: "review-overdue" }] });
    expect(code).toBe(0);
  });

  test("says so when there is no course", async () => {
    const { code, out } = await content("check", path.join(folder, "nowhere"), "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ courses: 0, problems: [{ rule: "folder-empty", line: 1, column: 1 }] });
  });
});

describe("npm run content -- publish and export", () => {
  beforeEach(async () => {
    await truncateAll();
    forgetVersions();
  });

  test("publishes a folder as the start does, says what became of each course, and gives the same files back", async () => {
    const one = path.join(folder, "courses", SLUG);
    expect(await content("publish", folder)).toMatchObject({ code: 0, out: `${SLUG}: đã công bố (1)\n` });
    await writeFile(courseFile("lessons/09-them.mdx"), "{1}");
    const refused = await content("publish", one);
    expect(refused).toMatchObject({ code: 1, out: `${SLUG}: bị từ chối vì có lỗi (1)\n` });
    expect(refused.err).toContain("lesson-not-listed");
    await rm(courseFile("lessons/09-them.mdx"));

    const out = path.join(folder, "out");
    const target = path.join(out, SLUG);
    await cp(path.join(folder, "documents"), target, { recursive: true });
    const kept = await content("export", SLUG, "--out", out);
    expect(kept).toMatchObject({ code: 1, err: expect.stringContaining("--replace") });
    expect(await filesIn(target)).toEqual(await filesIn(path.join(folder, "documents")));
    expect(await content("export", SLUG, "--out", out, "--replace")).toMatchObject({ code: 0 });
    expect(await filesIn(target)).toEqual(await filesIn(one));

    const file = path.join(folder, "one.zip");
    expect(await content("export", SLUG, "--out", file, "--version", "1")).toMatchObject({ code: 0 });
    const opened = unzip(new Uint8Array(await readFile(file)), { entries: 100, totalMb: 10 });
    expect(opened.ok && [...opened.files.keys()]).toContain(`${SLUG}/course.yaml`);
    expect(await content("export", SLUG, "--out", file, "--draft")).toMatchObject({ code: 1 });
  }, 120_000);

  test("keeps what was changed in the browser, and says so", async () => {
    await publishContent({ contentDir: folder, now: new Date("2026-11-25T02:00:00Z") });
    const { id, currentVersionId } = await db.course.findUniqueOrThrow({ where: { slug: SLUG } });
    const { id: _, ...version } = await db.courseVersion.findUniqueOrThrow({ where: { id: currentVersionId! } });
    const browser = await db.courseVersion.create({
      data: { ...version, manifest: version.manifest as object, number: 2, contentHash: "browser" },
    });
    await db.course.update({ where: { id }, data: { currentVersionId: browser.id } });
    const yaml = await readFile(courseFile("test.yaml"), "utf8");
    await writeFile(courseFile("test.yaml"), yaml.replace(/passPercent: \d+/, "passPercent: 91"));
    const { code, out, err } = await content("publish", folder);
    expect(out).toBe(`${SLUG}: giữ bản đã sửa trên trình duyệt (2)\n`);
    expect(err).toContain("course-changed-in-browser");
    expect(code).toBe(1);
  }, 60_000);
});

async function filesIn(root: string): Promise<Record<string, string>> {
  const names = (await readdir(root, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
  const pairs = names.map(async ({ parentPath, name }) => {
    const file = path.join(parentPath, name);
    return [path.relative(root, file), await readFile(file, "base64")] as const;
  });
  return Object.fromEntries((await Promise.all(pairs)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
