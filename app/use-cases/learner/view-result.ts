import { listAnswers } from "~/domain/assessment/answer-store.server";
import { findAttempt } from "~/domain/assessment/attempt-store.server";
import { listOwnRegrades } from "~/domain/assessment/regrade-store.server";
import { phaseOf } from "~/domain/assessment/attempt-policy";
import { markingNotes } from "~/domain/assessment/marking/marking";
import { listMarkings } from "~/domain/assessment/marking/marking-store.server";
import { rebuildPaper } from "~/domain/assessment/paper";
import { grade } from "~/domain/assessment/grading";
import type { ReviewItem } from "~/domain/assessment/policy";
import { treatmentOf } from "~/domain/assessment/regrade/adjustment";
import type { RegradeNote } from "~/domain/assessment/regrade/regrade-view";
import { resultView } from "~/domain/assessment/result-view";
import { nextStepOf } from "~/domain/completion/learning-overview";
import type { ResultPage } from "~/domain/completion/result-page";
import { allowanceOf, standingOf } from "~/domain/completion/learning-record";
import { findLearningRecord } from "~/domain/completion/learning-record-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";
import { submitTest } from "./submit-test";

/** The result of an own attempt as the policy lets it be seen now; `open` when it can still be answered. */
export async function viewResult(input: {
  officialId: string;
  attemptId: string;
  now: Date;
}): Promise<{ kind: "open"; attemptId: string } | { kind: "result"; page: ResultPage }> {
  const { officialId, attemptId, now } = input;
  let attempt = await findAttempt({ attemptId, officialId });
  if (!attempt) throw notFound(`attempt ${attemptId}`);
  const version = await courseVersion(attempt.versionId);
  const { manifest } = version;
  const policy = manifest.test!;
  if (attempt.status === "open") {
    if (phaseOf(attempt, policy, now) !== "over") return { kind: "open", attemptId };
    await submitTest({ viewer: null, officialId, attemptId, form: null, now });
    attempt = (await findAttempt({ attemptId, officialId }))!;
  }
  const [answers, record, regrade, markings] = await Promise.all([
    listAnswers(attemptId),
    findLearningRecord({ officialId, courseSlug: attempt.courseSlug }),
    listOwnRegrades({ attemptId, officialId }),
    listMarkings(attemptId),
  ]);
  if (!record) throw notFound(`record of attempt ${attemptId}`);
  const standing = standingOf(manifest, record, now);
  const paper = rebuildPaper({
    policy,
    questionsById: version.questionsById,
    ...attempt,
    treatment: treatmentOf(attempt.adjustments, version.questionsById),
  });
  const result =
    attempt.status === "voided"
      ? null
      : resultView({
          policy,
          paper,
          answers,
          attempt: { ...attempt, points: attempt.points ?? 0, maxPoints: attempt.maxPoints ?? 0 },
          attempts: record.attempts,
          criticalMissed: grade(paper, answers, policy).criticalMissed.length,
          allowance: allowanceOf(record, now),
          now,
        });
  return {
    kind: "result",
    page: {
      course: { slug: attempt.courseSlug, title: manifest.title },
      result,
      markings: markingNotes({ paper, answers, markings, allowed: result?.allowed ?? [] }),
      certificateSerial: record.certificate?.serial ?? null,
      courseCompleted: standing.status === "completed",
      next: nextStepOf(manifest, record, standing),
      lessonTitles: Object.fromEntries(manifest.lessons.map((lesson) => [lesson.id, lesson.title])),
      regrade: { ...regrade, notes: regrade.notes.map((note) => noteWithin(note, result?.allowed ?? [])) },
    },
  };
}

/** A reason may tell the right answer: it is told when that may be. */
function noteWithin(note: RegradeNote, allowed: readonly ReviewItem[]): RegradeNote {
  return allowed.includes("rightAnswer") ? note : { ...note, reason: null };
}
