import { explainTurn, type TurnExplanation } from "~/domain/completion/explanation";
import { findTurn, listRevisions, type TurnInRecord } from "~/domain/completion/corrections/correction-store.server";
import { findLearningRecordIn } from "~/domain/completion/learning-record-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";
import { latestSeal } from "~/domain/seals/seal-store.server";
import { db } from "~/platform/db.server";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Why a turn of somebody within the scope is complete or not: for HR by their scope, for the person by their own turn alone. */
export async function explainPersonTurn(input: {
  enrolmentId: string;
  scope: readonly string[];
  /** Only a turn of this person is found. */
  officialId?: string;
  now: Date;
}): Promise<{ turn: TurnInRecord; explanation: TurnExplanation }> {
  const { enrolmentId, scope, officialId, now } = input;
  const turn = UUID.test(enrolmentId) ? await findTurn({ enrolmentId, scope }) : null;
  if (!turn || (officialId !== undefined && turn.officialId !== officialId)) throw notFound(`turn ${enrolmentId}`);
  const [record, revisions, seal] = await Promise.all([
    findLearningRecordIn(db, enrolmentId),
    listRevisions(db, turn),
    latestSeal(db),
  ]);
  const { manifest, number, publishedAt } = await courseVersion(record.versionId);
  const version = { number, publishedAt };
  return { turn, explanation: explainTurn({ record, manifest, version, revisions, seal, now }) };
}
