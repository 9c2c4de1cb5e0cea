import { beforeAll, describe, expect, test } from "vitest";
import { parseQuestion } from "~/domain/assessment/question-types";
import { checkBanks, type CheckedBanks } from "~/domain/courses/check/check-bank";
import { readContentFolder } from "~/domain/courses/content-folder.server";
import { describeProblem, isError } from "~/domain/courses/content-problem";
import type { CourseSource } from "~/domain/courses/course-source";
import { checkRegister } from "~/domain/courses/check/check-register";
import type { DocumentRegister } from "~/domain/documents/document";

let register: DocumentRegister;
beforeAll(async () => {
  const { documents } = await readContentFolder("content");
  register = checkRegister(documents).register;
});

const CASES = `topic: chung
title: Chung
cases:
  - id: tiep-dan
    title: Buổi tiếp dân
    text: |
      Một người đến không hẹn.

      Trời mưa.
`;
const question = (id: string, more = "", options = "") => `  - id: ${id}
    type: dilemma
    status: ready
    difficulty: easy
    stem: Làm gì?
    citation: { document: 1847/QĐ-TTg }
    lesson: bai-mot
    explanation: Vì thế.
    options:
      - { id: a, text: Mời vào, grade: best, consequence: Tốt. }
      - { id: b, text: Đóng cửa, grade: violation, consequence: Vi phạm.${options} }
${more}`;

function check(...files: string[]): CheckedBanks {
  const source: CourseSource = {
    folder: "khoa-hoc",
    files: new Map(files.map((text, index) => [`bank/${index + 1}.yaml`, new TextEncoder().encode(text)])),
    root: "content/courses/khoa-hoc",
  };
  return checkBanks({ source, parseQuestion, register, lessonIds: ["bai-mot"] });
}

const places = ({ problems }: CheckedBanks) =>
  problems.map(({ file, line, column, rule }) => `${file.split("/").at(-1)}:${line}:${column} ${rule}`);

describe("cases of a bank", () => {
  test("stand once, and each question carries its own whole", () => {
    const text = `${CASES}questions:\n${question("q-1", "    case: tiep-dan\n")}${question("q-2", "    case: tiep-dan\n")}`;
    const banks = check(text);
    expect(banks.problems).toEqual([]);
    const told = { id: "tiep-dan", title: "Buổi tiếp dân", text: "Một người đến không hẹn.\n\nTrời mưa." };
    expect(banks.questions.map((each) => each.case)).toEqual([told, told]);
  });

  test("a name that no case has is told at its place, with the one that may be meant", () => {
    const banks = check(`${CASES}questions:\n${question("q-1", "    case: tiep-dam\n")}`);
    expect(places(banks)).toEqual(["1.yaml:22:11 case-unknown", "1.yaml:4:9 case-unused"]);
    expect(describeProblem(banks.problems[0]!, "vi").mend).toContain("Có phải là “tiep-dan”?");
    expect(describeProblem(banks.problems[0]!, "en").mend).toContain("Did you mean “tiep-dan”?");
    expect(banks.problems.map(isError)).toEqual([true, false]);
    expect(places(check(`${CASES}questions:\n${question("q-1", "    case: [tiep-dan]\n")}`))).toContain(
      "1.yaml:22:11 wrong-value",
    );
  });

  test("the same id twice, in one file or in two", () => {
    const twice = CASES + CASES.slice(CASES.indexOf("  - id"));
    const asked = `questions:\n${question("q-1", "    case: tiep-dan\n")}`;
    expect(places(check(twice + asked))).toEqual(["1.yaml:10:9 case-duplicate"]);
    const other = `${CASES.replace("chung", "khac")}${asked.replace("q-1", "q-2")}`;
    const banks = check(CASES + asked, other);
    expect(places(banks)).toEqual(["2.yaml:4:9 case-duplicate"]);
    expect(describeProblem(banks.problems[0]!, "vi").what).toMatch(/“tiep-dan” đã dùng ở .*1\.yaml, dòng 4/);
  });

  test("a case of a wrong shape", () => {
    const wrong = `${CASES.replace("    title", "    titel")}questions:\n${question("q-1")}`;
    expect(places(check(wrong))).toEqual(["1.yaml:4:5 missing-key", "1.yaml:5:5 unknown-key"]);
  });
});

describe("what a dilemma names", () => {
  test("documents of its options and the lesson to be read again must be there", () => {
    const banks = check(
      `topic: chung\ntitle: Chung\nquestions:\n${question(
        "q-1",
        "    remedial: { lesson: bai-mott }\n",
        ", citation: { document: 1/QĐ-KHONG }",
      )}`,
    );
    expect(places(banks).map((place) => place.split(" ")[1])).toEqual([
      "document-unregistered",
      "question-lesson-unknown",
    ]);
    expect(describeProblem(banks.problems[1]!, "vi").mend).toContain("Có phải là “bai-mot”?");
  });
});
