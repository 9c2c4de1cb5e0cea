import { manyBooksLock, takeLocks, turnLock } from "~/domain/certificates/issue-store.server";
import { standingOf } from "~/domain/completion/learning-record";
import { findLearningRecordIn } from "~/domain/completion/learning-record-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { standingsLockShared } from "~/domain/enrolment/standing-store.server";
import type { Prisma } from "~/platform/db.server";
import { recordCompletion } from "../learner/record-completion";
import type { Decision } from "./find-regrade-target";
import type { TouchedPaper } from "./forecast-regrade";

/** As many completions as one transaction makes: each of them holds a lock until it ends, and the room for locks is limited. */
export const AWARDED_AT_ONCE = 2000;

/** Papers that may have completed the course by the decision: nobody has the completion yet. */
export function earners(decision: Decision, touched: readonly TouchedPaper[]): TouchedPaper[] {
  const averaged = new Set(
    decision.versions
      .filter(({ version }) => version.manifest.test!.attemptThatCounts === "average")
      .map(({ version }) => version.id),
  );
  const may = touched.filter(
    ({ completion, verdict, forecast, versionId }) =>
      completion === null &&
      (verdict === "now-passing" || forecast.dutyReleased || (averaged.has(versionId) && forecast.effect === "raised")),
  );
  // By the turn, each once, in an order that is the same for everybody who takes these locks.
  const turns = new Map(may.map((paper) => [paper.enrolmentId, paper]));
  return [...turns.values()].sort((a, b) => (turnKey(a) < turnKey(b) ? -1 : 1));
}

const turnKey = ({ officialId, courseId, cycle }: TouchedPaper) => `${officialId} ${courseId} ${cycle}`;

/** Records what was earned, with its certificate, as handing in would have done. Returns how many completions there are. */
export async function awardRegraded(
  tx: Prisma.TransactionClient,
  input: { papers: readonly TouchedPaper[]; now: Date },
): Promise<number> {
  const { papers, now } = input;
  if (papers.length === 0) return 0;
  // All before the first number of the register is taken: who hands in takes them in the same order, and none waits for the other.
  const turns = new Map(papers.map((paper) => [`${paper.courseId}:${paper.cycle}`, paper]));
  await takeLocks(tx, [manyBooksLock(), ...[...turns.values()].map(standingsLockShared)]);
  for (let from = 0; from < papers.length; from += 200) {
    await takeLocks(tx, papers.slice(from, from + 200).map(turnLock));
  }
  let awarded = 0;
  for (const { enrolmentId } of papers) {
    const record = await findLearningRecordIn(tx, enrolmentId);
    if (record.completion) continue;
    const { manifest } = await courseVersion(record.versionId);
    const standing = standingOf(manifest, record, now);
    if (standing.status !== "completed") continue;
    await recordCompletion(tx, { viewer: null, enrolmentId, standing, attempts: record.attempts, now });
    awarded += 1;
  }
  return awarded;
}
