import { attemptsAllowed } from "../assessment/attempt-policy";
import type { CourseManifest, TestPolicy } from "../courses/course";
import type { SealMark } from "../seals/seal";
import type { LocalDay } from "../time";
import type { Revision } from "./corrections/correction";
import type { Standing } from "./evaluate";
import { allowanceOf, type LearningRecord, standingOf } from "./learning-record";

/** One thing that a course asks, with what was done of it and, while it is open, what comes next. */
export type AskedStep =
  | { kind: "lesson"; lessonId: string; title: string; begunAt: Date | null; doneAt: Date | null }
  | { kind: "test"; attempts: AskedAttempt[]; doneAt: Date | null; attemptsLeft: number; openAttemptId: string | null }
  | { kind: "remedial"; questionId: string; title: string; dueFrom: Date; doneAt: Date | null };

export interface AskedAttempt {
  number: number;
  at: Date;
  percent: number | null;
  state: "open" | "awaits-marking" | "passed" | "not-passed" | "voided" | "counts-no-more";
}

/** Why a course turn is complete or not: the rule, what happened, what is missing. The same for the learner and for HR. */
export interface TurnExplanation {
  enrolmentId: string;
  courseSlug: string;
  title: string;
  cycle: string;
  required: boolean;
  offered: boolean;
  begun: boolean;
  assignment: LearningRecord["assignment"];
  dueOn: LocalDay | null;
  standing: Standing;
  steps: AskedStep[];
  rule: {
    version: number;
    publishedAt: Date;
    lessons: number;
    test: {
      passPercent: number;
      attempts: number;
      extraAttempts: number;
      attemptThatCounts: TestPolicy["attemptThatCounts"];
    } | null;
  };
  revisions: Revision[];
  /** The revision in force rests on a decision; there is no certificate of ours. */
  recognised: boolean;
  certificate: LearningRecord["certificate"];
  asOf: Date;
  seal: SealMark | null;
}

export function explainTurn(input: {
  record: LearningRecord;
  manifest: CourseManifest;
  version: { number: number; publishedAt: Date };
  revisions: Revision[];
  seal: SealMark | null;
  now: Date;
}): TurnExplanation {
  const { record, manifest, version, revisions, seal, now } = input;
  const standing = standingOf(manifest, record, now);
  const allowance = allowanceOf(record, now);
  const { test } = manifest;
  return {
    enrolmentId: record.enrolmentId,
    courseSlug: record.courseSlug,
    title: manifest.title,
    cycle: record.cycle,
    required: record.required,
    offered: record.offered !== false,
    begun: record.startedAt !== null,
    assignment: record.assignment,
    dueOn: record.dueOn,
    standing,
    steps: stepsOf(record, manifest, standing),
    rule: {
      version: version.number,
      publishedAt: version.publishedAt,
      lessons: manifest.lessons.filter(({ required }) => required).length,
      test: test && {
        passPercent: test.passPercent,
        attempts: attemptsAllowed(test, allowance),
        extraAttempts: allowance.extraAttempts,
        attemptThatCounts: test.attemptThatCounts,
      },
    },
    revisions,
    recognised: record.completion?.recognised ?? false,
    certificate: record.certificate,
    asOf: now,
    seal,
  };
}

function stepsOf(record: LearningRecord, manifest: CourseManifest, standing: Standing): AskedStep[] {
  const progress = new Map(record.lessons.map((lesson) => [lesson.lessonId, lesson]));
  const titles = new Map(manifest.lessons.map(({ id, title }) => [id, title]));
  const lessons = manifest.lessons
    .filter(({ required }) => required)
    .map(({ id, title }): AskedStep => {
      const seen = progress.get(id);
      return { kind: "lesson", lessonId: id, title, begunAt: seen?.openedAt ?? null, doneAt: seen?.finishedAt ?? null };
    });
  const remedials = record.remedials.map(({ questionId, lessonId, dueFrom, doneAt }): AskedStep => ({
    kind: "remedial",
    questionId,
    title: titles.get(lessonId) ?? lessonId,
    dueFrom,
    doneAt,
  }));
  return [...lessons, ...(manifest.test ? [testStep(record, standing)] : []), ...remedials];
}

function testStep(record: LearningRecord, standing: Standing): AskedStep {
  const countsFrom = standing.countsFrom ?? null;
  const passed = standing.because.find((each) => each.kind === "test-passed");
  const missing = standing.missing.find((each) => each.kind === "test");
  const attempts = record.attempts.map(
    ({ number, status, startedAt, submittedAt, deadlineAt, percent, passed, awaitsMarking }) => {
      const at = submittedAt ?? (status === "open" ? startedAt : deadlineAt);
      const state: AskedAttempt["state"] =
        status !== "submitted"
          ? status
          : awaitsMarking
            ? "awaits-marking"
            : countsFrom && at <= countsFrom
              ? "counts-no-more"
              : passed
                ? "passed"
                : "not-passed";
      return { number, at, percent: status === "voided" ? null : percent, state };
    },
  );
  return {
    kind: "test",
    attempts,
    doneAt: passed?.at ?? null,
    attemptsLeft: missing?.attemptsLeft ?? 0,
    openAttemptId: record.attempts.find(({ status }) => status === "open")?.id ?? null,
  };
}
