import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { accountOfOfficial, type OfficialAccount } from "~/domain/auth/official-account-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { assignmentsFor } from "~/domain/enrolment/enrolment-store.server";
import { joinMembership } from "~/domain/enrolment/standing-store.server";
import type { LockedOfficial } from "~/domain/organization/employment-store.server";
import { tidyName } from "~/domain/organization/names";
import {
  type Decision,
  type ReturnFault,
  returnFault,
  type TransferFault,
  transferFault,
} from "~/domain/organization/staff-change";
import type { PostValues } from "~/domain/organization/staff-change-form";
import { takeBackOfficial, transferOfficial as transfer } from "~/domain/organization/transfer-store.server";
import type { UnitNode } from "~/domain/organization/unit";
import { findUnit } from "~/domain/organization/unit-store.server";
import { notFound } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { type Db, db, inTransaction, LONG_WORK } from "~/platform/db.server";
import { enrolMover } from "./enrol-joiner";
import { viewStaffChange } from "./view-staff-change";

export interface PostWish {
  viewer: Viewer;
  /** Has to hold both the unit where the person is and the one that takes them. */
  scope: readonly string[];
  officialId: string;
  /** "return": somebody who had left is taken on again. */
  kind: "transfer" | "return";
  values: Omit<PostValues, "intent" | "unitText">;
  now: Date;
}

type PostRefused = { kind: "refused"; reason: TransferFault | ReturnFault | "for-oneself" };

export interface PostPreview {
  kind: "preview";
  unitName: string;
  sameUnit: boolean;
  /** What the new unit asks of everybody there. */
  asked: { courseTitle: string; dueOn: string }[];
  account: OfficialAccount | null;
}

export type PostChanged =
  | { kind: "done"; fullName: string; unitName: string; coursesGiven: number; account: OfficialAccount | null }
  | PostRefused;

/** What would follow; nothing is written. */
export async function previewPost(input: PostWish): Promise<PostPreview | PostRefused> {
  const { own, official, account } = await viewStaffChange(input);
  const unit = await receiving(db, input);
  if (own) return { kind: "refused", reason: "for-oneself" };
  const { post, decision, today } = wanted(input, unit);
  const reason =
    input.kind === "transfer"
      ? transferFault({ present: official, next: post, decision, today })
      : returnFault({ present: official, from: post.from, decision, today });
  if (reason) return { kind: "refused", reason };
  const sameUnit = input.kind === "transfer" && official.unitId === unit.id;
  const asked = sameUnit ? [] : await assignmentsFor(db, { unitPath: unit.path, today });
  return {
    kind: "preview",
    unitName: unit.name,
    sameUnit,
    asked: asked.map(({ courseTitle, dueOn }) => ({ courseTitle, dueOn })),
    account,
  };
}

/**
 * Moves somebody to another unit or another position, or takes somebody on again who had left. Everything that they learned and were
 * asked goes with them as it is; what the new unit asks of everybody comes on top. Roles of their account are left to the administrator:
 * the answer names them.
 */
export async function changePost(input: PostWish): Promise<PostChanged> {
  const { viewer, scope, officialId, now } = input;
  const { own } = await viewStaffChange(input);
  if (own) return { kind: "refused", reason: "for-oneself" };
  return inTransaction(async (tx): Promise<PostChanged> => {
    await joinMembership(tx);
    const unit = await receiving(tx, input);
    const { post, decision, today } = wanted(input, unit);
    const wish = { officialId, scope, post, decision, today, now };
    const moved = await (input.kind === "transfer" ? transfer(tx, wish) : takeBackOfficial(tx, wish));
    if (moved.kind === "refused") return moved;
    const { before, to } = moved;
    const stays = input.kind === "transfer" && before.unitId === to.unitId;
    const coursesGiven = stays ? 0 : await enrolMover(tx, { officialId, from: before, to, now });
    const account = await accountOfOfficial(tx, officialId);
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: input.kind === "transfer" ? "official.transferred" : "official.returned",
      subject: { type: "official", id: officialId, label: before.fullName },
      unitPath: unit.path,
      before: postOf(before),
      after: {
        unit: unit.name,
        positionTitle: post.positionTitle,
        staffCategory: post.staffCategory,
        from: post.from,
        decisionNumber: decision.number,
        decidedOn: decision.decidedOn,
        ...(coursesGiven > 0 && { coursesGiven }),
        ...(account && account.roles.length > 0 && { rolesHeld: account.roles.length }),
      },
      at: now,
    });
    return { kind: "done", fullName: before.fullName, unitName: unit.name, coursesGiven, account };
  }, LONG_WORK);
}

async function receiving(from: Db, { values, scope }: PostWish): Promise<UnitNode> {
  const unit = await findUnit(from, { code: values.unit, scope });
  if (!unit) throw notFound(`unit ${values.unit}`);
  return unit;
}

function wanted({ values, now }: PostWish, unit: UnitNode) {
  const { positionTitle, staffCategory, from, decisionNumber, decidedOn } = values;
  const decision: Decision = { number: decisionNumber, decidedOn };
  const post = { unitId: unit.id, positionTitle: tidyName(positionTitle), staffCategory, from };
  return { post, decision, today: localDay(now) };
}

const postOf = ({ unitName, positionTitle, staffCategory, leftOn }: LockedOfficial) => ({
  unit: unitName,
  positionTitle,
  staffCategory,
  ...(leftOn && { leftOn }),
});
