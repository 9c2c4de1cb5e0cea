import { checkState } from "~/domain/assessment/answer-check";
import { handInEndsAt, lastMomentOf, phaseOf } from "~/domain/assessment/attempt-policy";
import { listAnswers } from "~/domain/assessment/answer-store.server";
import { findAttempt, type StoredAttempt } from "~/domain/assessment/attempt-store.server";
import { type PaperPage, paperView, rebuildPaper } from "~/domain/assessment/paper";
import { treatmentOf } from "~/domain/assessment/regrade/adjustment";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";
import { answerFilePublicKey } from "~/domain/assessment/answer-file/answer-file-seal.server";

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
  const phase = phaseOf(attempt, policy, input.now);
  if (attempt.status !== "open" || phase === "over") return { kind: "closed", attemptId: attempt.id };
  const answers = await listAnswers(attempt.id);
  const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]));
  const treatment = treatmentOf(attempt.adjustments, version.questionsById);
  const paper = rebuildPaper({ policy, questionsById: version.questionsById, ...attempt, treatment });
  const checks = paper.questions.flatMap((question, index) => {
    const state = checkState({ paper, question, number: index + 1, answer: byQuestion.get(question.id), policy });
    return state ? [[question.id, state] as const] : [];
  });
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
      phase,
      handInEndsAt: handInEndsAt(attempt.deadlineAt, policy),
      whenTimeExpires: policy.whenTimeExpires,
      checks: Object.fromEntries(checks),
      extras: extrasOf(attempt),
      answerFileKey: answerFilePublicKey(),
    },
  };
}

function extrasOf({ extras, questionIds }: StoredAttempt): PaperPage["extras"] {
  return extras.map(({ reason, tookSeconds, leastSeconds, questionIds: added }) => ({
    reason,
    tookSeconds,
    leastSeconds,
    from: questionIds.indexOf(added[0]!) + 1,
    count: added.length,
  }));
}
