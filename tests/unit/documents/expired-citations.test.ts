import { describe, expect, test } from "vitest";
import { parseQuestion } from "~/domain/assessment/question-types";
import { checkBanks } from "~/domain/courses/check/check-bank";
import { checkCitation } from "~/domain/courses/lesson/lesson-check";
import { courseSource } from "~/domain/courses/course-source";
import { isError } from "~/domain/courses/content-problem";
import { type LegalDocument, registerOn, statusOn } from "~/domain/documents/document";
import { checkBody, FRONT_MATTER, check, places, REGISTER } from "../courses/lesson-under-test";

const law = (more: Partial<LegalDocument>): LegalDocument => ({ ...REGISTER.get("80/2025/QH15")!, ...more });
const found = (document: LegalDocument, today: string, expired?: true) =>
  checkCitation(
    { document: document.number, ...(expired && { expired }) },
    { register: new Map([[document.number, document]]), today },
    "bai.mdx",
    undefined,
  ).map(({ rule, severity }) => `${severity} ${rule}`);

describe("a document that is no longer in force", () => {
  test("is expired from its day on, and not a day before", () => {
    const document = law({ expiredOn: "2026-07-01" });
    expect(statusOn(document, "2026-06-30")).toBe("in-force");
    expect(statusOn(document, "2026-07-01")).toBe("expired");
    expect(registerOn([document], "2026-07-01").get(document.number)!.status).toBe("expired");
    expect(found(document, "2026-06-30")).toEqual([]);
    expect(found(document, "2026-07-01")).toEqual(["error document-expired"]);
  });

  test("can be cited on purpose; to say so of one in force is told, and hinders nothing", () => {
    expect(found(law({ status: "expired" }), "2026-11-23", true)).toEqual([]);
    expect(found(law({}), "2026-11-23", true)).toEqual(["warning document-not-expired"]);
  });

  test("that is not in force yet is a warning until the day comes", () => {
    const document = law({ effectiveOn: "2027-01-01" });
    expect(found(document, "2026-12-31")).toEqual(["warning document-not-yet-in-force"]);
    expect(found(document, "2027-01-01")).toEqual([]);
  });

  test("that nobody could verify is told in the register and not at each citation", () => {
    expect(found(law({ status: "unverified" }), "2026-11-23")).toEqual([]);
  });

  test("is named on purpose in a lesson by a mark, in its head by a key", () => {
    expect(places(checkBody('Trước đây <CanCu so="733/QĐ-TTg" hethieuluc /> quy định.').problems)).toEqual([]);
    const head = FRONT_MATTER.replace("{ document: 1847/QĐ-TTg }", "{ document: 733/QĐ-TTg }");
    expect(check(`${head}\nMột câu.\n`).problems.map(({ rule }) => rule)).toEqual(["document-expired"]);
    const meant = head.replace("733/QĐ-TTg }", "733/QĐ-TTg, expired: true }");
    const { lesson, problems } = check(`${meant}\nMột câu.\n`);
    expect(problems).toEqual([]);
    expect(lesson!.citations).toEqual([{ document: "733/QĐ-TTg", expired: true }]);
  });

  test("is refused in a question, unless the question says so", () => {
    const bank = (citation: string) => `topic: chu-de
title: Chủ đề
questions:
  - id: q-1
    type: true-false
    status: ready
    difficulty: easy
    stem: Đề án cũ còn áp dụng.
    citation: ${citation}
    explanation: Đã hết hiệu lực.
    answer: false
    feedback: { whenTrue: Không., whenFalse: Đúng. }
`;
    const rules = (citation: string) =>
      checkBanks({
        source: courseSource("khoa", new Map([["bank/mot.yaml", new TextEncoder().encode(bank(citation))]])),
        parseQuestion,
        register: REGISTER,
        today: "2026-11-23",
        lessonIds: [],
      })
        .problems.filter(isError)
        .map(({ rule }) => rule);
    expect(rules("{ document: 733/QĐ-TTg }")).toEqual(["document-expired"]);
    expect(rules("{ document: 733/QĐ-TTg, expired: true }")).toEqual([]);
  });
});
