import { grade } from "~/domain/assessment/grading";
import { rebuildPaper } from "~/domain/assessment/paper";
import { listRegrades } from "~/domain/assessment/regrade-store.server";
import { treatmentOf } from "~/domain/assessment/regrade/adjustment";
import type { KeptCompletion } from "~/domain/assessment/regrade/regrade-view";
import { listKeptPapers, readReach } from "~/domain/certificates/regrade-reach-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { db } from "~/platform/db.server";

const LISTED = 200;

/**
 * Whose test would not be passed by everything that is decided now, although the course has been completed. Graded anew, because a
 * later decision may have brought the two together again.
 */
export async function listKeptCompletions(input: {
  courseId: string;
  scope: readonly string[];
}): Promise<KeptCompletion[]> {
  const { scope } = input;
  const attemptIds = await listKeptPapers({ ...input, limit: LISTED });
  if (attemptIds.length === 0) return [];
  const papers = await readReach(db, { attemptIds, questionId: "", scope });
  const versionIds = [...new Set(papers.map(({ versionId }) => versionId))];
  const [rules, ...versions] = await Promise.all([listRegrades(db, versionIds), ...versionIds.map(courseVersion)]);
  const byId = new Map(versions.map((version) => [version.id, version]));
  return papers
    .flatMap((paper) => {
      const version = byId.get(paper.versionId)!;
      const policy = version.manifest.test!;
      const treatment = treatmentOf(
        rules.filter(({ versionId }) => versionId === version.id),
        version.questionsById,
      );
      const { points, maxPoints, percent, passed } = grade(
        rebuildPaper({ policy, questionsById: version.questionsById, ...paper, treatment }),
        paper.answers,
        policy,
      );
      if (passed !== false || !paper.person) return [];
      const { fullName, unitName, sortName } = paper.person;
      const byKey = { points, maxPoints, percent, passed };
      const { id: attemptId, number: attempt, result: before, certificate } = paper;
      return [{ sortName, kept: { attemptId, fullName, unitName, attempt, before, byKey, certificate } }];
    })
    .sort((a, b) => a.sortName.localeCompare(b.sortName))
    .map(({ kept }) => kept);
}
