import type { CourseManifest } from "../courses/course";
import { DIFFICULTIES, QUESTION_STATUSES } from "./question";
import { type Question, QUESTION_TYPE_NAMES } from "./question-types";

export type QuestionKind = Question["type"];
export type QuestionStatus = Question["status"];
export type Difficulty = Question["difficulty"];

export interface TopicOverview {
  topic: string;
  title: string;
  /** How many of it a paper has. */
  drawn: number;
  total: number;
  byType: Record<QuestionKind, number>;
  byStatus: Record<QuestionStatus, number>;
  byDifficulty: Record<Difficulty, number>;
}

/** How the questions of a course are spread. */
export function bankOverview(
  manifest: Pick<CourseManifest, "topics" | "test">,
  questions: readonly Question[],
): TopicOverview[] {
  return Object.entries(manifest.topics).map(([topic, title]) => {
    const own = questions.filter((question) => question.topic === topic);
    const count = <Name extends string>(names: readonly Name[], nameOf: (question: Question) => Name) =>
      Object.fromEntries(
        names.map((name) => [name, own.filter((question) => nameOf(question) === name).length]),
      ) as Record<Name, number>;
    return {
      topic,
      title,
      drawn: (manifest.test?.draw ?? []).reduce((sum, rule) => sum + (rule.topic === topic ? rule.count : 0), 0),
      total: own.length,
      byType: count(QUESTION_TYPE_NAMES, ({ type }) => type),
      byStatus: count(QUESTION_STATUSES, ({ status }) => status),
      byDifficulty: count(DIFFICULTIES, ({ difficulty }) => difficulty),
    };
  });
}
