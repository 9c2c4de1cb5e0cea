import { caseOnPaper } from "~/domain/assessment/paper";
import { findLearningRecord } from "~/domain/completion/learning-record-store.server";
import type { RemedialPage } from "~/domain/completion/remedial-page";
import { sectionOf } from "~/domain/courses/lesson-section";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";

/** The part of a lesson that an answer of this person made due, with the answer that did. */
export async function viewRemedial(input: {
  officialId: string;
  courseSlug: string;
  questionId: string;
}): Promise<RemedialPage> {
  const { courseSlug, questionId } = input;
  const record = await findLearningRecord(input);
  const duty = record?.remedials.find((each) => each.questionId === questionId);
  if (!record || !duty) throw notFound(`remedial ${questionId} of ${courseSlug}`);
  const version = await courseVersion(record.versionId);
  const question = version.questionsById.get(questionId);
  const lesson = version.lesson(duty.lessonId);
  if (!question || !lesson) throw notFound(`lesson ${duty.lessonId} of ${courseSlug}`);
  const chosen = question.type === "dilemma" ? question.options.find(({ id }) => id === duty.optionId) : undefined;
  return {
    course: { slug: courseSlug, title: version.manifest.title },
    questionId,
    lesson: { id: lesson.id, title: lesson.title },
    stem: question.stem,
    case: caseOnPaper(question),
    chosen: chosen
      ? { text: chosen.text, consequence: chosen.consequence, citation: chosen.citation ?? question.citation }
      : null,
    // Its checks are left to the lesson: here one button confirms the reading.
    html: sectionOf(lesson, duty.section).flatMap((segment) => (segment.kind === "html" ? [segment.html] : [])),
    doneAt: duty.doneAt,
  };
}
