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
])("a fault of %s is told in the words of an officer: %s", (path, message, sentence) => {
  expect(questionFault(path, message, "vi")).toBe(sentence);
});
