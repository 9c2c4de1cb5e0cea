import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { lockAdministration } from "~/domain/auth/account-admin-store.server";
import { accountOfOfficial } from "~/domain/auth/official-account-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { assignmentsFor } from "~/domain/enrolment/enrolment-store.server";
import { type TurnsAfterUndo, turnsAfterUndo } from "~/domain/enrolment/entry-turns";
import { joinMembership } from "~/domain/enrolment/standing-store.server";
import type { LockedOfficial } from "~/domain/organization/employment-store.server";
import type { StaffCategory } from "~/domain/organization/staff-category";
import type { UndoValues } from "~/domain/organization/staff-change-form";
import { type LatestChange, type UndoFault, undoFault } from "~/domain/organization/undo-change";
import { readLatestChange, undoLatestChange } from "~/domain/organization/undo-store.server";
import { localDay } from "~/domain/time";
import { db, inTransaction, LONG_WORK } from "~/platform/db.server";
import { type AccountAfterLeaving, accountAfterLeaving, lockAccountOf } from "./account-of-leaver";
import { enrolBack, turnsOfChange } from "./enrol-joiner";
import { type StaffChangeView, viewStaffChange } from "./view-staff-change";

interface WhoAndWhom {
  viewer: Viewer;
  /** Has to hold both units, where the entry is about two. */
  scope: readonly string[];
  officialId: string;
  now: Date;
}

type UndoRefused = { kind: "refused"; reason: UndoFault | "for-oneself" };

export interface UndoPreview {
  kind: "preview";
  change: LatestChange;
  /** The staff category that stands afterwards. */
  staffCategory: StaffCategory;
  turns: TurnsAfterUndo;
  /** What is asked of everybody in the unit where the person stands again. */
  asked: { courseTitle: string; dueOn: string }[];
  account: AccountAfterLeaving;
}

export type Undone =
  | {
      kind: "undone";
      change: LatestChange;
      /** The person as the entry had left them. */
      before: LockedOfficial;
      coursesTaken: number;
      coursesGiven: number;
      account: AccountAfterLeaving;
    }
  | UndoRefused;

/** The latest entry about somebody's posts, and what would follow from taking it back; nothing is written. */
export async function viewUndo(
  input: WhoAndWhom,
): Promise<{ seen: StaffChangeView; answer: UndoPreview | UndoRefused }> {
  const seen = await viewStaffChange(input);
  if (seen.own) return { seen, answer: { kind: "refused", reason: "for-oneself" } };
  const change = await readLatestChange(db, input);
  const reason = undoFault(change);
  if (!change || reason) return { seen, answer: { kind: "refused", reason: reason ?? "nothing-to-undo" } };
  const { kind, taken, again } = change;
  const joins = kind === "leaving" || (kind === "transfer" && taken.unitId !== again.unitId);
  const asked = joins ? await assignmentsFor(db, { unitPath: again.unitPath, today: localDay(input.now) }) : [];
  const answer: UndoPreview = {
    kind: "preview",
    change,
    staffCategory: again.staffCategory ?? seen.official.staffCategory,
    turns: turnsAfterUndo(await turnsOfChange(db, { ...input, change })),
    asked: asked.map(({ courseTitle, dueOn }) => ({ courseTitle, dueOn })),
    account: accountAfterLeaving(seen.account),
  };
  return { seen, answer };
}

/**
 * Takes the latest entry about somebody's posts back: a wrong person, unit or day was recorded. What stood before stands again; what the
 * person has learned, been given and begun in between stays theirs. The trail keeps what the entry said, and why it was taken back.
 */
export async function undoChange(input: WhoAndWhom & { values: Omit<UndoValues, "intent"> }): Promise<Undone> {
  const { viewer, scope, officialId, values, now } = input;
  const { own } = await viewStaffChange(input);
  if (own) return { kind: "refused", reason: "for-oneself" };
  return inTransaction(async (tx): Promise<Undone> => {
    await lockAdministration(tx);
    await joinMembership(tx);
    const undone = await undoLatestChange(tx, { officialId, scope, seen: values.entry, now });
    if (undone.kind === "refused") return undone;
    const { before, change } = undone;
    const { kind, again } = change;
    const { unitPath } = again;
    const courses = await enrolBack(tx, { officialId, change, now });
    const said = wordsOf(change, before);
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "official.change-undone",
      subject: { type: "official", id: officialId, label: before.fullName },
      unitPath,
      before: said.before,
      after: {
        ...said.after,
        reason: values.reason,
        ...(courses.coursesTaken > 0 && { coursesTaken: courses.coursesTaken }),
        ...(courses.coursesGiven > 0 && { coursesGiven: courses.coursesGiven }),
      },
      at: now,
    });
    const reason = again.end?.reason ?? null;
    const account =
      kind === "return"
        ? await lockAccountOf(tx, { viewer, officialId, unitPath, reason, now })
        : accountAfterLeaving(await accountOfOfficial(tx, officialId));
    return { ...undone, ...courses, account };
  }, LONG_WORK);
}

/** What the entry said, and what stands again: for the trail, which is all that keeps the entry. */
function wordsOf({ kind, taken, again }: LatestChange, { staffCategory }: LockedOfficial) {
  const paper = kind === "leaving" ? taken.end : taken.decision;
  return {
    before: {
      undone: kind,
      unit: taken.unitName,
      positionTitle: taken.positionTitle,
      staffCategory,
      ...(kind === "leaving" ? { leftOn: taken.until, endReason: taken.end?.reason ?? null } : { from: taken.from }),
      decisionNumber: paper?.number ?? null,
      decidedOn: paper?.decidedOn ?? null,
    },
    after: {
      unit: again.unitName,
      positionTitle: again.positionTitle,
      staffCategory: again.staffCategory ?? staffCategory,
      ...(kind === "return" ? { leftOn: again.until } : { from: again.from }),
    },
  };
}
