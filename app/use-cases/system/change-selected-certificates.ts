import { reissueInput, revokeInput } from "~/domain/certificates/bulk";
import { countSelected, type Selection } from "~/domain/certificates/selection-store.server";
import { now as clock } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { reissueWithCorrection } from "../hr/reissue-certificate";
import { revokeCertificate } from "../hr/revoke-certificate";
import type { LongWork } from "./long-work";
import { selected } from "./zip-certificates";

/**
 * Withdraws the certificates of a selection, each in a transaction of its own with its own event. What the officer saw is what is
 * done: when it is another number by now, nothing is. Begun again after a fault, it passes over what is done already.
 */
export const revokeSelected: LongWork = async ({ job, progress }) => {
  const { selection, count, reasonClass, reason, actor } = revokeInput.parse(job.input);
  if (job.tries <= 1 && !(await isAsSeen(selection, count))) return { refused: "selection-changed" };
  const counts = { revoked: 0, passedOver: 0 };
  for await (const certificate of selected(selection, "valid")) {
    const answer = await revokeCertificate({ certificate, why: { reasonClass, reason }, actor, now: clock() });
    counts[answer.kind === "done" ? "revoked" : "passedOver"] += 1;
    await progress(counts.revoked + counts.passedOver, count);
  }
  return { counts };
};

/** Issues the certificates of a selection anew, each with a number of its own, in a transaction of its own. */
export const reissueSelected: LongWork = async ({ job, progress }) => {
  const { selection, count, reasonClass, reason, actor, namesAsListed } = reissueInput.parse(job.input);
  if (job.tries <= 1 && !(await isAsSeen(selection, count))) return { refused: "selection-changed" };
  const counts = { reissued: 0, passedOver: 0 };
  for await (const certificate of selected(selection, "valid")) {
    const correction = namesAsListed ? { fullName: certificate.nameNow } : {};
    const why = { reasonClass, reason };
    const answer = await reissueWithCorrection({ certificate, correction, why, actor, now: clock() });
    counts[answer.kind === "done" ? "reissued" : "passedOver"] += 1;
    await progress(counts.reissued + counts.passedOver, count);
  }
  return { counts };
};

async function isAsSeen(selection: Selection, count: number): Promise<boolean> {
  return (await countSelected(db, selection, "valid")) === count;
}
