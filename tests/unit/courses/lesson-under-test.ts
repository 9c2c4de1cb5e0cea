import { describeProblem, sortProblems, type ContentProblem } from "~/domain/courses/content-problem";
import { checkLesson } from "~/domain/courses/check/check-lesson";
import type { LegalDocument } from "~/domain/documents/document";

const document = (number: string, kind: string, more: Partial<LegalDocument> = {}): LegalDocument => ({
  number,
  kind,
  title: `Tên của ${number}`,
  issuer: "Thủ tướng Chính phủ",
  issuedOn: null,
  effectiveOn: null,
  status: "in-force",
  replacedBy: null,
  note: null,
  source: null,
  ...more,
});

export const REGISTER = new Map(
  [
    document("1847/QĐ-TTg", "quyết định"),
    document("80/2025/QH15", "luật"),
    document("733/QĐ-TTg", "quyết định", { status: "expired", replacedBy: "1847/QĐ-TTg" }),
  ].map((each) => [each.number, each]),
);

export const FRONT_MATTER = `---
id: thu
title: Bài thử
summary: Một bài để thử.
objectives:
  - Thử
legalBasis:
  - { document: 1847/QĐ-TTg }
reviewedOn: 2026-11-10
reviewedBy: Người rà soát
reviewAgainBy: 2027-11-10
---
`;

/** The body of a lesson under test begins on this line of its file. */
export const FIRST_LINE = FRONT_MATTER.split("\n").length;

export function check(text: string) {
  const { lesson, problems } = checkLesson({
    file: "bai.mdx",
    bytes: new TextEncoder().encode(text),
    id: "thu",
    around: { register: REGISTER, lessonIds: ["thu", "bai-khac"], media: new Set(["media/so-do.png"]) },
    today: "2026-11-23",
  });
  return { lesson, problems: sortProblems(problems) };
}

export const checkBody = (body: string) => check(FRONT_MATTER + body);

/** "12:3 mdx-import", line 1 being the first of the body. */
export const places = (problems: readonly ContentProblem[]) =>
  problems.map(({ line, column, rule }) => `${line - FIRST_LINE + 1}:${column} ${rule}`);

/** Both languages of a problem, to see that each says something and leaves no placeholder. */
export const sentences = (problem: ContentProblem) =>
  (["vi", "en"] as const).map((language) => describeProblem(problem, language));
