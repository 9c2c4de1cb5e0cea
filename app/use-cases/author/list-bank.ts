import { type BankSearch, type BankView, searchBank } from "~/domain/assessment/bank/bank-list";
import { QUESTION_TYPE_NAMES } from "~/domain/assessment/question-types";
import { currentVersionOf } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";

/** The questions of the version in use that fit what was asked for, page by page. */
export async function listBank(input: { slug: string; search: BankSearch }): Promise<BankView> {
  const version = await currentVersionOf(input.slug);
  if (!version) throw notFound(`course ${input.slug}`);
  const { slug, number, manifest, questions } = version;
  const { page, ...found } = searchBank(questions, input.search);
  const kinds = new Set(questions.map(({ type }) => type));
  return {
    course: { slug, title: manifest.title },
    number,
    topics: manifest.topics,
    kinds: QUESTION_TYPE_NAMES.filter((kind) => kinds.has(kind)),
    total: questions.length,
    search: { ...input.search, page },
    ...found,
  };
}
