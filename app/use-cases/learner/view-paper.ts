import { findAttempt, listAnswers } from "~/domain/assessment/attempt-store.server";
import { isTimeUp, lastMomentOf } from "~/domain/assessment/attempt-policy";
import { type PaperPage, paperView, rebuildPaper } from "~/domain/assessment/paper";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";

/** The open paper with the answers given so far; `closed` when it is in already or its time is over. */
export async function viewPaper(input: {
  officialId: string;
  attemptId: string;
  now: Date;
}): Promise<{ kind: "open"; page: PaperPage } | { kind: "closed"; attemptId: string }> {
  const attempt = await findAttempt(input);
  if (!attempt) throw notFound(`attempt ${input.attemptId}`);
  const version = await courseVersion(attempt.versionId);
  const policy = version.manifest.test!;
  if (attempt.status !== "open" || isTimeUp(attempt, policy, input.now))
    return { kind: "closed", attemptId: attempt.id };
  const answers = await listAnswers(attempt.id);
  const paper = rebuildPaper({ policy, questionsById: version.questionsById, ...attempt });
  return {
    kind: "open",
    page: {
      attemptId: attempt.id,
      number: attempt.number,
      course: { slug: attempt.courseSlug, title: version.manifest.title },
      testTitle: policy.title,
      paper: paperView(paper, answers),
      startedAt: attempt.startedAt,
      deadlineAt: attempt.deadlineAt,
      lastMomentAt: lastMomentOf(attempt.deadlineAt, policy),
      serverNow: input.now,
      sequence: Math.max(0, ...answers.map((answer) => answer.sequence)),
    },
  };
}
