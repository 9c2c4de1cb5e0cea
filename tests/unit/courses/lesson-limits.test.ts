import { describe, expect, test } from "vitest";
import { check, checkBody, FRONT_MATTER, places } from "./lesson-under-test";

/** What the parser alone would spend seconds or its whole stack on. */
const BOMBS: [name: string, body: string, found: string][] = [
  ["quotations in quotations", `${">".repeat(5000)} a`, "1:1 too-deep"],
  ["lists in lists on one line", `${"- ".repeat(2000)}a`, "1:1 too-deep"],
  ["numbered lists in lists", `${"1. ".repeat(50)}a`, "1:1 too-deep"],
  [
    "lists in lists line by line",
    Array.from({ length: 60 }, (_, level) => `${"  ".repeat(level)}- a`).join("\n"),
    "22:1 too-deep",
  ],
  ["components in components", "<GhiNho>".repeat(300), "1:1 too-deep"],
  [
    "components in components line by line",
    `${"<GhiNho>\n".repeat(300)}a\n${"</GhiNho>\n".repeat(300)}`,
    "101:1 too-deep",
  ],
  ["brackets", Array.from({ length: 60 }, () => "[".repeat(100)).join("\n"), "41:1 too-many-parts"],
  [
    "emphasis, thousands of times",
    `${"*a* ".repeat(1900)}
`.repeat(25),
    "2:1 too-many-parts",
  ],
  [
    "escaped signs",
    `${"\\*".repeat(3900)}
`.repeat(25),
    "1:1 too-many-parts",
  ],
  ["a line without an end", "a".repeat(8001), "1:8001 line-too-long"],
  ["an expression without an end", `{${"(".repeat(7000)}`, "1:1 mdx-expression"],
  ["an expression of many lines", `a {\n${"-----\n".repeat(500)}`, "1:3 mdx-expression"],
  ["an import of many lines", `import x from\n${"aaaaa\n".repeat(500)}`, "1:1 mdx-import"],
  ["an export of many lines", `export const a = \n${"-----\n".repeat(500)}`, "1:1 mdx-export"],
  ["many paragraphs", "a\n\n".repeat(5000), "1989:1 too-many-parts"],
];

describe("a lesson has limits", () => {
  test.each(BOMBS)("refuses %s, at once", (_name, body, found) => {
    const started = performance.now();
    const { lesson, problems } = checkBody(body);
    expect(performance.now() - started).toBeLessThan(1500);
    expect(lesson).toBeNull();
    const [place, rule] = found.split(" ");
    expect(problems.map(({ rule: each }) => each)).toContain(rule);
    expect(places(problems)).toContain(`${place} ${rule}`);
  });

  test("is UTF-8 without control characters, byte order mark inside, or bidirectional signs", () => {
    const bytes = Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]);
    expect(check(new TextDecoder("latin1").decode(bytes)).problems).not.toEqual([]);
    for (const [sign, code] of [
      ["\u0000", "U+0000"],
      ["\u202e", "U+202E"],
      ["\u200b", "U+200B"],
      ["\ue000", "U+E000"],
    ] as const) {
      const { lesson, problems } = checkBody(`Một${sign} chữ.`);
      expect(lesson).toBeNull();
      expect(places(problems)).toEqual(["1:4 control-character"]);
      expect(problems[0]!.values).toEqual({ code });
    }
  });

  test("has its Vietnamese letters composed", () => {
    const { problems } = checkBody("Văn hóa\n\ncông vụ".normalize("NFD"));
    expect(places(problems)).toEqual(["1:2 text-not-nfc", "3:2 text-not-nfc"]);
  });

  test("reads Windows line ends", () => {
    expect(check(`${FRONT_MATTER}Chữ.\n\n{a}\n`.replaceAll("\n", "\r\n")).problems).toMatchObject([
      { line: 15, column: 1, rule: "mdx-expression" },
    ]);
  });
});
