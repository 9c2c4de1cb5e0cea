import { attemptsAllowed, closesAtFor, deadlineOf, mayStart } from "~/domain/assessment/attempt-policy";
import type { TestView } from "~/domain/assessment/test-view";
import { findLearningRecord } from "~/domain/completion/learning-record-store.server";
import { allowanceOf, countedAttempts, standingOf } from "~/domain/completion/learning-record";
import { lessonPace } from "~/domain/assessment/pace";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";
import { closeExpiredAttempts } from "./close-expired-attempts";

/** The rules of a test and where the person stands with it, before anything starts. Null when the course is not begun. */
export async function viewTest(input: { officialId: string; courseSlug: string; now: Date }): Promise<TestView | null> {
  const { officialId, courseSlug, now } = input;
  let record = await findLearningRecord({ officialId, courseSlug });
  if (!record?.startedAt) return null;
  const { manifest, questions } = await courseVersion(record.versionId);
  const policy = manifest.test;
  if (!policy) throw notFound(`course ${courseSlug} has no test`);
  if (await closeExpiredAttempts({ officialId, attempts: record.attempts, policy, now })) {
    record = (await findLearningRecord({ officialId, courseSlug }))!;
  }
  const standing = standingOf(manifest, record, now);
  const lessonsMissing = standing.missing.flatMap((missing) =>
    missing.kind === "lesson" ? [{ id: missing.lessonId, title: missing.title }] : [],
  );
  const allowance = allowanceOf(record, now);
  const { deadlineAt, limitedBy } = deadlineOf(now, policy, allowance);
  const pace = policy.paceCheck && lessonsMissing.length === 0 ? lessonPace(manifest.lessons, record.lessons) : null;
  return {
    course: { slug: courseSlug, title: manifest.title },
    policy,
    questionCount: policy.draw.reduce((sum, each) => sum + each.count, 0),
    attempts: record.attempts,
    hasCritical: questions.some(({ critical, status }) => critical && status === "ready"),
    allowance,
    attemptsAllowed: attemptsAllowed(policy, allowance),
    verdict: mayStart({
      policy,
      allowance,
      attempts: countedAttempts(record.attempts, standing.countsFrom ?? null),
      lessonsMissing: lessonsMissing.length,
      now,
    }),
    openAttemptId: record.attempts.find((attempt) => attempt.status === "open")?.id ?? null,
    deadlineIfStartedNow: deadlineAt,
    limitedBy,
    closesAt: closesAtFor(policy, allowance),
    lessonsMissing,
    lessonPace: pace && { tookSeconds: pace.tookSeconds, leastSeconds: pace.leastSeconds },
  };
}
