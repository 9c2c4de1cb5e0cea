import { paperView } from "~/domain/assessment/paper";
import type { Question } from "~/domain/assessment/question-types";
import { type SupplementPage, partHtml, supplementPaper } from "~/domain/completion/supplements/supplement";
import { findOwnSupplement, type OwnSupplement } from "~/domain/completion/supplements/supplement-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";
import { daysUntil } from "~/domain/time";

/** A supplement of this official with its questions; somebody else's is not found. */
export async function openSupplement(input: {
  officialId: string;
  id: string;
}): Promise<{ supplement: OwnSupplement; questions: Question[] }> {
  const supplement = await findOwnSupplement(input);
  if (!supplement) throw notFound(`supplement ${input.id}`);
  const version = await courseVersion(supplement.versionId);
  const questions = supplement.questionIds.flatMap((id) => version.questionsById.get(id) ?? []);
  return { supplement, questions };
}

/** The changed blocks, each under its heading, and the questions on them. */
export async function viewSupplement(input: { officialId: string; id: string; now: Date }): Promise<SupplementPage> {
  const { supplement, questions } = await openSupplement(input);
  const version = await courseVersion(supplement.versionId);
  const { id, title, reason, dueOn, document, course, doneAt } = supplement;
  return {
    supplement: { id, title, reason, dueOn, document },
    course: { slug: course.slug, title: course.title },
    daysLeft: daysUntil(dueOn, input.now),
    parts: supplement.parts.flatMap(({ lessonId, title: lessonTitle, blocks }) => {
      const lesson = version.lesson(lessonId);
      return lesson ? [{ lessonId, title: lessonTitle, html: partHtml(lesson, blocks) }] : [];
    }),
    paper: paperView(supplementPaper(supplement, input.officialId, questions), []),
    doneAt,
  };
}
