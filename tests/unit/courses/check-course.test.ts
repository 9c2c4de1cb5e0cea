import { readContentFolder } from "~/domain/courses/content-folder.server";
import { beforeAll, describe, expect, test } from "vitest";
import { parseQuestion } from "~/domain/assessment/question-types";
import { checkContent, type ContentSource } from "~/domain/courses/check/check-content";
import { contentHash } from "~/domain/courses/content-hash.server";
import { describeProblem, type ContentProblem } from "~/domain/courses/content-problem";

let content: ContentSource;
beforeAll(async () => {
  const whole = await readContentFolder("content");
  content = { ...whole, courses: whole.courses.filter(({ folder }) => folder === "van-hoa-cong-vu") };
});

/** The course on Decision 1847 with one file changed; null takes the file away. */
function withFile(path: string, change: (text: string) => string | null): ContentProblem[] {
  const [course, ...others] = content.courses;
  const files = new Map(course!.files);
  const text = change(new TextDecoder().decode(files.get(path)));
  if (text === null) files.delete(path);
  else files.set(path, new TextEncoder().encode(text));
  return check({ ...content, courses: [{ ...course!, files }, ...others] });
}

const check = (source: ContentSource) => checkContent(source, { parseQuestion, today: "2026-11-23" }).problems;
const brief = (problems: ContentProblem[]) =>
  problems.map(({ file, rule }) => `${file.split("/").slice(3).join("/")} ${rule}`);
const bank = () => [...content.courses[0]!.files.keys()].find((path) => path.startsWith("bank/"))!;
const mends = (problems: ContentProblem[]) => problems.map((problem) => describeProblem(problem, "vi").mend).join(" ");

describe("a course folder", () => {
  test("without course.yaml is no course", () => {
    expect(brief(withFile("course.yaml", () => null))).toEqual(["course.yaml file-missing"]);
  });

  test.each([
    ["course.yaml", /^summary:/m, "sumary:", ["course.yaml missing-key", "course.yaml unknown-key"], "summary"],
    ["course.yaml", /^slug: .*/m, "slug: khac", ["course.yaml slug-mismatch"], "giống nhau"],
    ["course.yaml", /^reviewAgainBy: .*/m, "reviewAgainBy: 2026-11-22", ["course.yaml review-overdue"], "Rà soát"],
    ["test.yaml", /whenTimeExpires: .*/, "whenTimeExpires: submitt", ["test.yaml wrong-value"], "Có phải là “submit”?"],
    ["test.yaml", /passPercent: .*/, "passPercent: 101", ["test.yaml wrong-value"], "≤ 100"],
    ["test.yaml", /count: 2/, "count: 199", ["test.yaml not-enough-questions"], "giảm count"],
    ["test.yaml", /topic: tong-quan/, "topic: tong-quen", ["test.yaml topic-unknown"], "Có phải là “tong-quan”?"],
    [
      "test.yaml",
      /topic: [a-z-]+, count: \d+ }\n\s*- { topic: [a-z-]+/,
      "topic: tong-quan, count: 1 }\n  - { topic: tong-quan",
      ["test.yaml topic-duplicate"],
      "Gộp",
    ],
  ])("%s: %s → %s", (path, from, to, found, mend) => {
    const problems = withFile(path, (text) => text.replace(from, to));
    expect(brief(problems)).toEqual(found);
    expect(mends(problems)).toContain(mend);
  });

  test("tells of files that belong nowhere, of lessons that are not listed, of names in the wrong form", () => {
    const [course] = content.courses;
    const files = new Map(course!.files);
    const lesson = files.get("lessons/01-tong-quan.mdx")!;
    files
      .set("lessons/09-thua.mdx", lesson)
      .set("lessons/Thừa.mdx", lesson)
      .set("ghi-chu.docx", lesson)
      .set("media/x.svg", lesson);
    expect(brief(check({ ...content, courses: [{ ...course!, files }] }))).toEqual([
      "ghi-chu.docx file-unexpected",
      "lessons/09-thua.mdx lesson-not-listed",
      "lessons/Thừa.mdx lesson-file-name",
      "media/x.svg file-unexpected",
    ]);
  });

  test("a lesson of more than 200 KB is not even read", () => {
    const problems = withFile("lessons/01-tong-quan.mdx", (text) => text + "a\n".repeat(110_000));
    expect(problems).toMatchObject([{ rule: "file-too-large", values: { limit: 200 } }]);
  });

  test("a lesson that is listed and missing is told at the list", () => {
    const problems = withFile("lessons/02-tinh-than-thai-do.mdx", () => null);
    expect(problems.filter(({ rule }) => rule === "file-missing")).toMatchObject([
      { file: "content/courses/van-hoa-cong-vu/course.yaml", column: 11 },
    ]);
  });
});

describe("a question bank", () => {
  test.each([
    [/^( +)lesson: .*/m, "$1lesson: khong-co", "question-lesson-unknown"],
    [/section: muc-[a-z-]+/, "section: muc-khong-co", "question-section-unknown"],
    [/document: '?[^',}\n]+'?/, "document: 1/QĐ-KHONG", "document-unregistered"],
    [/^( +)explanation:/m, "$1explanaton:", "unknown-key"],
    [/type: single-choice/, "type: single-choise", "question-invalid"],
    [/^topic: .*/m, "topic: khac", "topic-unknown"],
  ])("%s → %s", (from, to, rule) => {
    const problems = withFile(bank(), (text) => text.replace(from, to));
    expect(problems.map((problem) => problem.rule)).toContain(rule);
    for (const problem of problems) expect(problem.line).toBeGreaterThan(0);
  });

  test("what the parser of questions says is told in Vietnamese too", () => {
    const problems = withFile(bank(), (text) => text.replace(/correct: true/, "correct: false"));
    const [fault] = problems.filter(({ rule }) => rule === "question-invalid");
    expect(describeProblem(fault!, "vi").what).toMatch(/: options cần (đúng|ít nhất) một phương án đúng\.$/);
    expect(describeProblem(fault!, "en").what).toMatch(/: options needs (exactly|at least) one correct option\.$/);
  });

  test("an id that is taken is told with the place that has it", () => {
    const problems = withFile(bank(), (text) => {
      const ids = [...text.matchAll(/- id: (\S+)\n {4}type/g)].map(([, id]) => id!);
      return text.replace(`- id: ${ids[1]}\n`, `- id: ${ids[0]}\n`);
    });
    const [twin] = problems.filter(({ rule }) => rule === "question-duplicate");
    expect(twin?.values["file"]).toContain("/bank/");
  });
});

describe("the register of documents", () => {
  const withDocument = (text: string) =>
    check({
      ...content,
      documents: new Map([...content.documents, ["content/documents/zz.yaml", new TextEncoder().encode(text)]]),
    });
  const document = "number: 9/QĐ\ntitle: A\nissuer: B\nkind: quyết định\nstatus: in-force\n";

  test.each([
    [document, []],
    [document.replace("9/QĐ", "1847/QĐ-TTg"), ["document-duplicate"]],
    [`${document}replacedBy: 8/QĐ\n`, ["document-replacement-unknown"]],
    [document.replace("in-force", "inforce"), ["wrong-value"]],
    [`${document}source: javascript:alert(1)\n`, ["wrong-value"]],
    [`${document}source: http://a.vn\n`, ["wrong-value"]],
    [`${document}issuedOn: 10/11/2026\n`, ["wrong-value"]],
    ["- a\n- b\n", ["wrong-value"]],
    ["", ["wrong-value"]],
  ])("%j", (text, rules) => {
    expect(withDocument(text).map(({ rule }) => rule)).toEqual(rules);
  });
});

describe("the content hash", () => {
  const cited = [{ number: "1/QĐ", kind: "quyết định", title: "A" }];

  test("depends on every byte, path and cited title, and on no order", () => {
    const [course] = content.courses;
    const hash = contentHash(course!, cited);
    expect(contentHash({ ...course!, files: new Map([...course!.files].reverse()) }, cited)).toBe(hash);
    expect(contentHash({ ...course!, root: "elsewhere" }, cited)).toBe(hash);
    const renamed = new Map(
      [...course!.files].map(([path, bytes]) => [path.replace("course.yaml", "course.yml"), bytes]),
    );
    expect(contentHash({ ...course!, files: renamed }, cited)).not.toBe(hash);
    expect(contentHash(course!, [{ ...cited[0]!, title: "B" }])).not.toBe(hash);
    const changed = new Map(course!.files).set("course.yaml", new Uint8Array([1]));
    expect(contentHash({ ...course!, files: changed }, cited)).not.toBe(hash);
  });
});
