import { describe, expect, test } from "vitest";
import { readYaml } from "~/domain/courses/yaml-source";

const problems = (text: string) =>
  readYaml({ text, file: "a.yaml" }).problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`);

describe("YAML is data with places", () => {
  test("dates and numbers of documents stay text", () => {
    const { yaml } = readYaml({ text: "a: 2026-11-10\nb: 80/2025/QH15\nc: no\nd: 0x1F\n", file: "a.yaml" });
    expect(yaml!.value).toEqual({ a: "2026-11-10", b: "80/2025/QH15", c: "no", d: 31 });
  });

  test.each([
    ["a: 1\nb: 2\na: 3\n", "3:1 yaml-duplicate-key"],
    ["a: &x [1]\nb: *x\n", "1:7 yaml-alias"],
    ["a: *x\n", "1:4 yaml-alias"],
    ["a: {b: 1, b: 2}\n", "1:11 yaml-duplicate-key"],
    ["a: 1\n---\nb: 2\n", "2:1 yaml-many-documents"],
    ["a: [1\nb: 2", "2:1 yaml-syntax"],
    ["a:\n\t- b", "2:1 yaml-syntax"],
    ["a: !!binary aGk=", "1:13 yaml-tag"],
    ["a: !local x", "1:11 yaml-tag"],
  ])("%j", (text, found) => {
    expect(problems(text)).toContain(found);
    expect(readYaml({ text, file: "a.yaml" }).yaml).toBeNull();
  });

  test("a billion laughs is refused by its first alias, without being told in full", () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) =>
        `l${i + 1}: &l${i + 1} [${Array(9)
          .fill(i === 0 ? "ha" : `*l${i}`)
          .join(", ")}]`,
    );
    const started = performance.now();
    expect(problems(levels.join("\n"))).toContain("1:9 yaml-alias");
    expect(performance.now() - started).toBeLessThan(500);
  });

  test.each([
    ["brackets", "[".repeat(100_000), "1:21 yaml-too-deep"],
    ["braces", "{a: ".repeat(50_000), "1:81 yaml-too-deep"],
    ["dashes", `${"- ".repeat(50_000)}a`, "1:1 yaml-too-deep"],
    ["question marks", `${"? ".repeat(50_000)}a`, "1:1 yaml-too-deep"],
    [
      "indentation",
      Array.from({ length: 300 }, (_, level) => `${" ".repeat(level)}a:`).join("\n"),
      "82:1 yaml-too-deep",
    ],
  ])("nesting by %s stops before the parser's stack does", (_name, text, found) => {
    expect(problems(text)).toEqual([found]);
  });

  test("prose with many brackets is no nesting", () => {
    expect(problems(`a: "${"(xem [1]) ".repeat(500)}"\nb: "${"[".repeat(5)}"\n`)).toEqual([]);
  });

  test("a document within a file has the lines of the file", () => {
    const { problems: found } = readYaml({ text: "a: 1\na: 2\n", file: "b.mdx", firstLine: 2 });
    expect(found).toMatchObject([{ file: "b.mdx", line: 3, column: 1 }]);
  });
});

describe("many keys", () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `k${index}: 1`);

  test.each([
    ["one under another", (count: number) => many(count).join("\n")],
    ["in braces", (count: number) => `a: {${many(count).join(", ")}}`],
    ["in a list", (count: number) => `a:\n  - ${many(count).join("\n    ")}`],
  ])("%s are refused before they stall anything", (_name, write) => {
    const start = performance.now();
    const { yaml, problems } = readYaml({ text: write(30_000), file: "a.yaml" });
    expect(performance.now() - start).toBeLessThan(5000);
    expect(yaml).toBeNull();
    expect(problems.map(({ rule }) => rule)).toContain("yaml-too-many-keys");
  });

  test("a key that stands twice is told where it stands the second time", () => {
    const { problems } = readYaml({ text: 'a: 1\nb:\n  c: 1\n  "c": 2\n', file: "a.yaml" });
    expect(problems).toMatchObject([{ rule: "yaml-duplicate-key", line: 4, column: 3, values: { key: "c" } }]);
  });

  test("brackets that somebody typed into a text nest nothing, those of the file do, and the place is told", () => {
    const typed = `title: "${"[{".repeat(40)}"\nnote: |\n  ${"[".repeat(60)}\n`;
    expect(readYaml({ text: typed, file: "a.yaml" }).problems).toEqual([]);
    const nested = readYaml({ text: `a: 1\nb: ${"[".repeat(40)}`, file: "a.yaml" });
    expect(nested.problems).toMatchObject([{ rule: "yaml-too-deep", line: 2, column: 24 }]);
  });
});
