import { randomUUID } from "node:crypto";
import type { CourseManifest, TestPolicy } from "~/domain/courses/course";
import type { Question } from "~/domain/assessment/question-types";
import { db } from "~/platform/db.server";
import { matching, multiple, single, trueFalse } from "./questions";

const lesson = (id: string, title: string) => ({ id, title, summary: title, required: true, minutes: 6, words: 1200 });

/** A small course as it stands published: two lessons, a test of four questions of each kind, pass at 75 %. */
export const manifest: CourseManifest = {
  slug: "khoa-thu",
  title: "Khóa thử",
  summary: "Khóa học của bài kiểm thử",
  audience: "Mọi người",
  language: "vi",
  studyForm: "trực tuyến",
  reviewedOn: "2026-11-10",
  reviewedBy: "Sở Nội vụ",
  reviewAgainBy: "2027-11-10",
  criteria: ["I.1"],
  certificate: { courseName: "Khóa thử" },
  lessons: [lesson("mot", "Bài một"), lesson("hai", "Bài hai")],
  topics: { "chu-de": "Chủ đề" },
  test: {
    title: "Bài kiểm tra cuối khóa",
    draw: [{ topic: "chu-de", count: 4 }],
    shuffleQuestions: true,
    shuffleOptions: true,
    timeLimitMinutes: 20,
    graceSeconds: 30,
    passPercent: 75,
    attempts: 3,
    attemptThatCounts: "highest",
    delayMinutes: 0,
    whenTimeExpires: "submit",
    handInGraceMinutes: 10,
    feedback: "at-end",
    hintPenaltyPercent: 25,
    buildOnLast: false,
    // Tests answer in no time; those about the pace say so themselves.
    paceCheck: false,
    overallFeedback: [],
    review: {
      during: ["response", "correctness", "feedback", "explanation", "citation"],
      whileAttemptsRemain: ["response", "correctness", "citation"],
      whenFinished: ["response", "correctness", "marks", "feedback", "rightAnswer", "explanation", "citation"],
    },
  },
};

export const questions = [
  ...["q-1", "q-2", "q-3", "q-4"].map((id) => single(id, "chu-de", "b")),
  multiple("q-5", ["a", "b"], "chu-de"),
  trueFalse("q-6", true, "chu-de"),
  matching("q-7", "chu-de"),
  single("q-8", "chu-de", "b"),
];

/** The rules of the small course's test with some of them changed. */
export const testWith = (changes: Partial<TestPolicy>): { test: TestPolicy } => ({
  test: { ...manifest.test!, ...changes },
});

/** Writes the small course as published. Returns its ids. */
export async function publishSmallCourse(
  changes: Partial<CourseManifest> = {},
  bank: readonly Question[] = questions,
): Promise<{ courseId: string; versionId: string; slug: string }> {
  const whole = { ...manifest, ...changes };
  const course = await db.course.create({ data: { slug: whole.slug, title: whole.title } });
  const version = await db.courseVersion.create({
    data: {
      courseId: course.id,
      number: 1,
      contentHash: randomUUID(),
      manifest: whole as object,
      lessons: {
        create: whole.lessons.map(({ id, title }, position) => ({
          lessonId: id,
          position,
          compiled: {
            id,
            title,
            summary: title,
            objectives: [],
            legalBasis: [],
            reviewedOn: "2026-11-10",
            reviewedBy: "x",
            reviewAgainBy: "2027-11-10",
            minutes: 6,
            words: 1200,
            headings: [],
            segments: [
              { kind: "html", html: '<p id="b-1">…</p>' },
              {
                kind: "check",
                check: {
                  id: "kt-1",
                  question: "?",
                  options: [
                    { id: "a", label: "A", correct: true, feedback: "" },
                    { id: "b", label: "B", correct: false, feedback: "" },
                  ],
                },
              },
            ],
          },
        })),
      },
      questions: {
        create: bank.map((question, position) => ({
          questionId: question.id,
          position,
          topic: question.topic,
          type: question.type,
          content: question as object,
        })),
      },
    },
  });
  await db.course.update({ where: { id: course.id }, data: { currentVersionId: version.id } });
  return { courseId: course.id, versionId: version.id, slug: whole.slug };
}
