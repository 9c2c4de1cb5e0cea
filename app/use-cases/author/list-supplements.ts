import { findSupplement, listSupplements as stored } from "~/domain/completion/supplements/supplement-store.server";
import type { SupplementCount } from "~/domain/completion/supplements/supplement-view";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";

/** All supplements with how many have done them; nothing of a person is in it. */
export async function listSupplements(): Promise<SupplementCount[]> {
  return stored({ scope: null });
}

/** A supplement as its officer sees it: what was asked and how many have done it. */
export async function viewSupplement(input: {
  id: string;
}): Promise<{ supplement: SupplementCount; questions: { id: string; stem: string }[] }> {
  const supplement = await findSupplement({ id: input.id, scope: null });
  if (!supplement) throw notFound(`supplement ${input.id}`);
  const version = await courseVersion(supplement.versionId);
  const questions = supplement.questionIds.flatMap((id) => {
    const question = version.questionsById.get(id);
    return question ? [{ id, stem: question.stem }] : [];
  });
  return { supplement, questions };
}
