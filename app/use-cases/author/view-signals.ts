import { treatmentOf } from "~/domain/assessment/regrade/adjustment";
import { type Cluster, clustersOf } from "~/domain/assessment/signals/clusters";
import { paceRates } from "~/domain/assessment/signals/pace-rates";
import { type CandidatePaper, signalPaperOf } from "~/domain/assessment/signals/signal-paper";
import type { ClusterView, SignalsView } from "~/domain/assessment/signals/signals-view";
import { countPace, listPapersHandedInTogether } from "~/domain/assessment/signals-store.server";
import { countingOf } from "~/domain/assessment/statistics/counting";
import { listTestedVersions } from "~/domain/assessment/statistics-store.server";
import { courseVersion, currentVersionOf } from "~/domain/courses/version-cache.server";
import { isUnitCode } from "~/domain/organization/unit";
import { findUnit } from "~/domain/organization/unit-store.server";
import { notFound } from "~/domain/problem";
import { endOfDay, type LocalDay, startOfDay } from "~/domain/time";
import { db } from "~/platform/db.server";

/**
 * What is worth a talk about how a test is taken: papers of one unit that agree where agreement is unlikely, and how often the
 * pace was impossible. Over papers handed in within days, both of them included. Nothing follows from it by itself.
 */
export async function viewSignals(input: {
  slug: string;
  /** Unit paths in which the viewer may see signals; and those in which they see people by name. */
  scope: readonly string[];
  named: readonly string[];
  /** Code of a unit within the scope; null: all of it. */
  unit: string | null;
  from: LocalDay | null;
  to: LocalDay | null;
}): Promise<SignalsView> {
  const current = await currentVersionOf(input.slug);
  const test = current?.manifest.test;
  if (!current || !test) throw notFound(`test of ${input.slug}`);
  const unit = input.unit === null ? null : await unitWithin(input.unit, input.scope);
  const about = {
    courseId: current.courseId,
    scope: unit ? [unit.path] : input.scope,
    from: input.from === null ? null : startOfDay(input.from),
    to: input.to === null ? null : endOfDay(input.to),
  };
  const [{ papers, cut }, counts, versions] = await Promise.all([
    listPapersHandedInTogether({ ...about, named: input.named }),
    test.paceCheck ? countPace(about) : null,
    listTestedVersions({ courseId: current.courseId }),
  ]);
  const counting = new Map(
    await Promise.all(
      versions
        .filter(({ id }) => papers.some(({ versionId }) => versionId === id))
        .map(async ({ id, adjustments }) => {
          const { questions, questionsById } = await courseVersion(id);
          const treated = countingOf(questions, treatmentOf(adjustments, questionsById));
          return [id, new Map(treated.map((each) => [each.question.id, each]))] as const;
        }),
    ),
  );
  const clusters = clustersOf(papers.map((paper) => signalPaperOf(paper, counting.get(paper.versionId)!)));
  return {
    course: { slug: current.slug, title: current.manifest.title },
    unit: unit && { code: unit.code, name: unit.name },
    clusters: clusters.map((cluster) => withNames(cluster, papers)),
    cut,
    rates: counts && paceRates(counts, { sumIsKnown: unit !== null }),
  };
}

async function unitWithin(code: string, scope: readonly string[]) {
  const unit = isUnitCode(code) ? await findUnit(db, { code, scope }) : null;
  if (!unit) throw notFound(`unit ${code}`);
  return unit;
}

/** The people in the order of Vietnamese lists, as the store gives them; none where one of them may not be seen. */
function withNames(cluster: Cluster, papers: readonly CandidatePaper[]): ClusterView {
  const { officialIds, from, to, sharedQuestions, sameWrong } = cluster;
  const named = new Map<string, string>();
  const own = papers.filter(({ unitId }) => unitId === cluster.unitId);
  for (const { officialId, fullName } of own) {
    if (fullName !== null && officialIds.includes(officialId)) named.set(officialId, fullName);
  }
  return {
    unit: { code: own[0]!.unitCode, name: own[0]!.unitName },
    from,
    to,
    people: officialIds.length,
    papers: cluster.papers,
    sharedQuestions,
    sameWrong,
    named:
      named.size === officialIds.length ? [...named].map(([officialId, fullName]) => ({ officialId, fullName })) : null,
  };
}
