import { type BankSearch, type BankView, searchBank } from "~/domain/assessment/bank/bank-list";
import { QUESTION_TYPE_NAMES } from "~/domain/assessment/question-types";
import { draftNotice } from "~/domain/courses/drafts/working-course";
import { workingCourse } from "./working-course";

/** The questions of the draft, or of the version in use, that fit what was asked for, page by page. */
export async function listBank(input: { slug: string; search: BankSearch }): Promise<BankView> {
  const working = await workingCourse(input.slug);
  const { slug, title, topics, questions, number, stands } = working;
  const { page, ...found } = searchBank(questions, input.search);
  const kinds = new Set(questions.map(({ type }) => type));
  return {
    course: { slug, title },
    draft: draftNotice(working),
    published: number !== null,
    over: stands.bank,
    topics,
    kinds: QUESTION_TYPE_NAMES.filter((kind) => kinds.has(kind)),
    total: questions.length,
    search: { ...input.search, page },
    ...found,
  };
}
