import { listDecided, listRegrades } from "~/domain/assessment/regrade-store.server";
import { treatmentOf } from "~/domain/assessment/regrade/adjustment";
import { usualClosedThrough } from "~/domain/assessment/regrade/forecast";
import { keyFormOf } from "~/domain/assessment/regrade/key-form";
import { changesOffered } from "~/domain/assessment/regrade/offered";
import type { RegradeView } from "~/domain/assessment/regrade/regrade-view";
import { countingOf } from "~/domain/assessment/statistics/counting";
import { statisticsOf } from "~/domain/assessment/statistics/statistics";
import { sumPapers } from "~/domain/assessment/statistics-store.server";
import { db } from "~/platform/db.server";
import { findRegradeTarget } from "./find-regrade-target";

/** A question of a version as it stands after everything that was decided, how it was answered, and what can be decided now. */
export async function viewRegrade(input: {
  slug: string;
  questionId: string;
  /** null: the one in use. */
  version: number | null;
  now: Date;
}): Promise<RegradeView> {
  const { version, question: published, others } = await findRegradeTarget(input);
  const { questionId } = input;
  const [rows, decided] = await Promise.all([
    listRegrades(db, [version.id]),
    listDecided({ courseId: version.courseId, questionId }),
  ]);
  const treatment = treatmentOf(rows, version.questionsById);
  const counting = countingOf(version.questions, treatment);
  const sums = await sumPapers({ versionId: version.id, attempts: "all", from: null, to: null, counting });
  const question = treatment.questions.get(questionId) ?? published;
  const { id, type, topic, stem, marks } = question;
  const offered = changesOffered(question);
  return {
    course: { slug: version.slug, title: version.manifest.title },
    version: version.number,
    question: { id, type, topic: version.manifest.topics[topic] ?? topic, stem, marks },
    standing: { fullMarks: treatment.fullMarks.has(id), void: treatment.voided.has(id) },
    offered,
    keyForm: offered.includes("key") ? keyFormOf(question) : null,
    statistics: statisticsOf(sums).questions.find((each) => each.questionId === questionId) ?? null,
    alsoIn: others.map(({ number, papers, current }) => ({ number, papers, current })),
    decided,
    closedThrough: usualClosedThrough(input.now),
  };
}
