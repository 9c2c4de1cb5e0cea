import { lintQuestions } from "~/domain/assessment/question-lint";
import { treatmentOf } from "~/domain/assessment/regrade/adjustment";
import { countingOf } from "~/domain/assessment/statistics/counting";
import { findings } from "~/domain/assessment/statistics/findings";
import { statisticsOf } from "~/domain/assessment/statistics/statistics";
import type { StatisticsView } from "~/domain/assessment/statistics/statistics-view";
import { listTestedVersions, sumPapers } from "~/domain/assessment/statistics-store.server";
import { courseVersion, currentVersionOf } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";
import { endOfDay, type LocalDay, startOfDay } from "~/domain/time";

/**
 * How a test and its questions worked, over papers handed in within days, both of them included. Versions are not mixed: a
 * question may read otherwise in each. Also the advice to who writes, which needs no papers.
 */
export async function viewStatistics(input: {
  slug: string;
  /** null: the one in use. */
  version: number | null;
  attempts: "first" | "all";
  from: LocalDay | null;
  to: LocalDay | null;
}): Promise<StatisticsView> {
  const current = await currentVersionOf(input.slug);
  if (!current) throw notFound(`course ${input.slug}`);
  const versions = await listTestedVersions({ courseId: current.courseId });
  const asked = versions.find(({ number }) => number === (input.version ?? current.number));
  const version = asked && (await courseVersion(asked.id));
  if (!asked || !version?.manifest.test) throw notFound(`test of ${input.slug}`);
  const { manifest } = version;
  const counting = countingOf(version.questions, treatmentOf(asked.adjustments, version.questionsById));
  const sums = await sumPapers({
    versionId: version.id,
    attempts: input.attempts,
    from: input.from === null ? null : startOfDay(input.from),
    to: input.to === null ? null : endOfDay(input.to),
    counting,
  });
  const places = new Map(counting.map(({ question }, place) => [question.id, place]));
  const inOrder = sums.questions.sort((a, b) => places.get(a.questionId)! - places.get(b.questionId)!);
  const statistics = statisticsOf({ ...sums, questions: inOrder });
  const { questions: figures, ...test } = statistics;
  const decided = counting.filter(({ counts }) => counts === "full-marks").map(({ question }) => question.id);
  return {
    course: { slug: manifest.slug, title: manifest.title },
    versions: versions.map(({ id: _, adjustments: __, ...each }) => each),
    version: version.number,
    passPercent: version.manifest.test.passPercent,
    test,
    questions: counting.map(({ question: { id, topic, stem, type }, counts, maxPoints }) => ({
      id,
      topic: manifest.topics[topic] ?? topic,
      stem,
      type,
      counts,
      maxPoints,
      statistics: figures.find(({ questionId }) => questionId === id) ?? null,
    })),
    findings: findings(statistics, new Set(decided)),
    advice: lintQuestions(counting.map(({ question }) => question)),
  };
}
