import type { Prisma } from "~/platform/db.server";
import type { Db } from "~/platform/db.server";
import type { CompletionToCertify } from "./issue-store.server";
import type { StandingCompletion } from "./reissue";

/** What stands for the turn now, to be replaced. The row of the turn stays locked until the transaction ends. */
export interface CertificateToReplace extends CompletionToCertify {
  id: string;
  /** From when on it holds no more, whatever happens: also the new one then. */
  expiresAt: Date | null;
}

/** Of the certificate, when it is the one in force of its turn. */
export async function lockForReissue(
  tx: Prisma.TransactionClient,
  certificateId: string,
): Promise<CertificateToReplace | null> {
  const [row] = await tx.$queryRaw<CertificateToReplace[]>`
    SELECT c.id, c.completion_id AS "completionId", c.official_id AS "officialId", c.course_id AS "courseId", c.version_id AS "versionId", c.cycle,
      (SELECT min(e.at) FROM certificate_event e WHERE e.certificate_id = c.id AND e.kind = 'expired') AS "expiresAt"
    FROM certificate_turn t JOIN certificate c ON c.id = t.certificate_id WHERE c.id = ${certificateId}::uuid FOR UPDATE OF t`;
  return row ?? null;
}

export interface Certified extends Pick<CompletionToCertify, "completionId" | "versionId"> {
  /** The completion that stands for the turn of the certificate now; null: it was declared void. */
  standing: StandingCompletion | null;
}

/** On which completion a certificate rests, and which one stands for its turn now. */
export async function readCertified(db: Db, certificateId: string): Promise<Certified | null> {
  const [row] = await db.$queryRaw<
    (Omit<Certified, "standing"> &
      Omit<StandingCompletion, "completionId" | "versionId" | "scorePercent"> & {
        standingId: string | null;
        standingVersionId: string;
        scorePercent: Prisma.Decimal | null;
      })[]
  >`
    SELECT c.completion_id AS "completionId", c.version_id AS "versionId", k.id AS "standingId", k.version_id AS "standingVersionId",
      k.started_at AS "startedAt", k.completed_at AS "completedAt", k.score_percent AS "scorePercent",
      k.recognised_id IS NOT NULL AS recognised,
      EXISTS (SELECT FROM completion x WHERE x.official_id = c.official_id AND x.course_id = c.course_id AND x.cycle = c.cycle
        AND x.correction = 'earned-again' AND x.revision > own.revision AND x.revision <= k.revision) AS "earnedAgain"
    FROM certificate c JOIN completion own ON own.id = c.completion_id
      LEFT JOIN completion_in_force k ON k.official_id = c.official_id AND k.course_id = c.course_id AND k.cycle = c.cycle
    WHERE c.id = ${certificateId}::uuid`;
  if (!row) return null;
  const { completionId, versionId, standingId, standingVersionId, scorePercent, ...rest } = row;
  const standing = standingId && {
    ...rest,
    completionId: standingId,
    versionId: standingVersionId,
    scorePercent: scorePercent === null ? null : Number(scorePercent),
  };
  return { completionId, versionId, standing: standing || null };
}
