import { decodeAnswers } from "~/domain/assessment/answers-form";
import { phaseOf } from "~/domain/assessment/attempt-policy";
import { saveWholeForm } from "~/domain/assessment/answer-store.server";
import { findAttempt, lockAttempt } from "~/domain/assessment/attempt-store.server";
import { rebuildPaper } from "~/domain/assessment/paper";
import { treatmentOf } from "~/domain/assessment/regrade/adjustment";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { badRequest, notFound } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";

/** Saves all answers of a paper that was posted as a plain form, and leaves it open. */
export async function savePaper(input: {
  officialId: string;
  attemptId: string;
  form: FormData;
  now: Date;
}): Promise<{ kind: "saved" } | { kind: "refused"; reason: "time-is-up" | "already-submitted" }> {
  const { officialId, attemptId, now } = input;
  const found = await findAttempt({ attemptId, officialId });
  if (!found) throw notFound(`attempt ${attemptId}`);
  // The version is fixed: read before the transaction, so that no transaction waits for a second connection.
  const version = await courseVersion(found.versionId);
  return inTransaction(async (tx) => {
    const attempt = (await lockAttempt(tx, { attemptId, officialId }))!;
    const policy = version.manifest.test!;
    if (attempt.status !== "open") return { kind: "refused", reason: "already-submitted" };
    if (phaseOf(attempt, policy, now) !== "answering") return { kind: "refused", reason: "time-is-up" };
    const paper = rebuildPaper({
      policy,
      questionsById: version.questionsById,
      ...attempt,
      treatment: treatmentOf(attempt.adjustments, version.questionsById),
    });
    const answers = decodeAnswers(paper, input.form);
    if (!answers) throw badRequest(`answers of attempt ${attemptId}`);
    await saveWholeForm(tx, { attemptId, answers, now });
    return { kind: "saved" };
  });
}
