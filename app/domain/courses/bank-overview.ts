import type { Question } from "../assessment/question-types";
import type { CourseManifest } from "./course";

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
    const count = (match: (question: Question) => boolean) => own.filter(match).length;
    return {
      topic,
      title,
      drawn: manifest.test?.draw.find((each) => each.topic === topic)?.count ?? 0,
      total: own.length,
      byType: {
        "single-choice": count(({ type }) => type === "single-choice"),
        "multiple-response": count(({ type }) => type === "multiple-response"),
        "true-false": count(({ type }) => type === "true-false"),
        matching: count(({ type }) => type === "matching"),
      },
      byStatus: {
        ready: count(({ status }) => status === "ready"),
        draft: count(({ status }) => status === "draft"),
        retired: count(({ status }) => status === "retired"),
      },
      byDifficulty: {
        easy: count(({ difficulty }) => difficulty === "easy"),
        medium: count(({ difficulty }) => difficulty === "medium"),
        hard: count(({ difficulty }) => difficulty === "hard"),
      },
    };
  });
}
