import { explainTurn, type TurnExplanation } from "~/domain/completion/explanation";
import { findTurn, listRevisions, type TurnInRecord } from "~/domain/completion/corrections/correction-store.server";
import { findLearningRecordIn } from "~/domain/completion/learning-record-store.server";
import { actorOf } from "~/domain/audit/audit-event";
import type { Viewer } from "~/domain/auth/permissions";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { noteAccess } from "~/domain/privacy/access-store.server";
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
  /** Somebody else who looks: it is noted for the person. */
  looking?: Viewer;
  now: Date;
}): Promise<{ turn: TurnInRecord; explanation: TurnExplanation }> {
  const { enrolmentId, scope, officialId, now } = input;
  const turn = UUID.test(enrolmentId) ? await findTurn({ enrolmentId, scope }) : null;
  if (!turn || (officialId !== undefined && turn.officialId !== officialId)) throw notFound(`turn ${enrolmentId}`);
  if (input.looking)
    await noteAccess(db, { actor: actorOf(input.looking), how: "person-page", officialId: turn.officialId, now });
  const [record, revisions, seal] = await Promise.all([
    findLearningRecordIn(db, enrolmentId),
    listRevisions(db, turn),
    latestSeal(db),
  ]);
  const { manifest, number, publishedAt } = await courseVersion(record.versionId);
  const version = { number, publishedAt };
  return { turn, explanation: explainTurn({ record, manifest, version, revisions, seal, now }) };
}
