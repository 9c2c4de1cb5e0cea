import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { questionFault } from "~/domain/courses/content-words/question-faults";

test.each([
  [
    "difficulty",
    'Invalid option: expected one of "easy"|"medium"|"hard"',
    "difficulty phải là một trong: easy, medium, hard",
  ],
  ["type", "must be one of single-choice, matching", "type phải là một trong: single-choice, matching"],
  ["stem", "Invalid input: expected string, received number", "stem phải là chữ"],
  [
    "options.0.correct",
    "Invalid input: expected boolean, received string",
    "options.0.correct phải là true hoặc false",
  ],
  ["options", "needs exactly one correct option", "options cần đúng một phương án đúng"],
  ["unit", "Too big: expected string to have <=20 characters", "unit phải không quá 20 ký tự"],
  ["minWords", "Too small: expected number to be >=1", "minWords phải ít nhất 1"],
  ["title", "Invalid input: expected string, received undefined", "title bị thiếu"],
  ["", 'Unrecognized key: "tieude"', "có khóa không dùng được: tieude"],
])("a fault of %s is told in the words of an officer: %s", (path, message, sentence) => {
  expect(questionFault(path, message, "vi")).toBe(sentence);
});

test("every fault that the kinds of questions know has its Vietnamese", () => {
  const folder = "app/domain/assessment";
  const files = [
    `${folder}/question.ts`,
    ...readdirSync(`${folder}/question-types`).map((name) => `${folder}/question-types/${name}`),
  ];
  const faults = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/(?:message:|\.(?:min|max|regex)\([^"\n]*,)\s*"([^"]+)"/g)].map(
      ([, fault]) => fault!,
    ),
  );
  expect(faults.length).toBeGreaterThan(30);
  expect(faults.filter((fault) => questionFault("", fault, "vi") === fault)).toEqual([]);
});
