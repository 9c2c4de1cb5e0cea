/**
 * Who may do what with a draft on its way to a version: written, sent for review, approved by named people, published. Nobody
 * approves what they sent or wrote last, and nothing is published but what every named reviewer of the round looked at.
 */
import type { DraftState } from "./draft";

/** Somebody with an account, by what they may do in the studio. */
export interface StudioPerson {
  accountId: string;
  mayWrite: boolean;
  mayApprove: boolean;
}

export type Decision = "approved" | "changes_wanted";

export interface ReviewerOfRound {
  accountId: string;
  decision: Decision | null;
  /** Hash over the files that were looked at; null before a decision. */
  filesHash: string | null;
}

/** What the rules look at. */
export interface ReviewSituation {
  state: DraftState;
  submittedBy: string | null;
  /** Who changed a file last. */
  lastWriter: string | null;
  /** Of the round that is under way or was the last. */
  reviewers: readonly ReviewerOfRound[];
  /** Hash over the files as they stand. */
  filesHash: string;
}

export type ReviewRefusal =
  /** The draft is in another state: being written, under review, approved, published. */
  | "state"
  /** The role does not reach that far. */
  | "role"
  /** Whoever sent it or wrote in it last does not judge it. */
  | "own-work"
  | "not-a-reviewer"
  | "decided-already"
  | "reviewers-missing"
  /** One of the people named cannot review this draft. */
  | "reviewer-unfit"
  | "note-missing"
  /** The files are not those that were looked at. */
  | "changed-since";

const judgesOwnWork = (
  accountId: string,
  { submittedBy, lastWriter }: Pick<ReviewSituation, "submittedBy" | "lastWriter">,
) => accountId === submittedBy || accountId === lastWriter;

/** Can this person be asked to review what `sender` sends? */
export function canReview(person: StudioPerson, input: { sender: string; lastWriter: string | null }): boolean {
  return person.mayApprove && person.accountId !== input.sender && person.accountId !== input.lastWriter;
}

export function refuseSubmit(
  person: StudioPerson,
  situation: ReviewSituation,
  wish: { reviewers: readonly StudioPerson[]; changeNote: string },
): ReviewRefusal | null {
  if (!person.mayWrite) return "role";
  if (situation.state !== "editing") return "state";
  if (wish.changeNote.trim() === "") return "note-missing";
  if (wish.reviewers.length === 0) return "reviewers-missing";
  const { lastWriter } = situation;
  if (!wish.reviewers.every((each) => canReview(each, { sender: person.accountId, lastWriter })))
    return "reviewer-unfit";
  return null;
}

/** Back to being written, whatever was decided so far. */
export function refuseWithdraw(person: StudioPerson, { state }: Pick<ReviewSituation, "state">): ReviewRefusal | null {
  if (!person.mayWrite) return "role";
  return state === "in_review" || state === "approved" ? null : "state";
}

/** Remarks, answers, and saying that a remark was dealt with. */
export function refuseRemark(person: StudioPerson, { state }: Pick<ReviewSituation, "state">): ReviewRefusal | null {
  if (!person.mayWrite && !person.mayApprove) return "role";
  return state === "editing" || state === "in_review" || state === "approved" ? null : "state";
}

export function refuseDecision(
  person: StudioPerson,
  situation: ReviewSituation,
  wish: { decision: Decision; note: string; filesHash: string },
): ReviewRefusal | null {
  if (!person.mayApprove) return "role";
  if (situation.state !== "in_review") return "state";
  if (judgesOwnWork(person.accountId, situation)) return "own-work";
  const own = situation.reviewers.find(({ accountId }) => accountId === person.accountId);
  if (!own) return "not-a-reviewer";
  if (own.decision !== null) return "decided-already";
  if (wish.filesHash !== situation.filesHash) return "changed-since";
  if (wish.decision === "changes_wanted" && wish.note.trim() === "") return "note-missing";
  return null;
}

/** The state of the draft once these decisions stand. */
export function stateAfter(reviewers: readonly Pick<ReviewerOfRound, "decision">[]): DraftState {
  if (reviewers.some(({ decision }) => decision === "changes_wanted")) return "editing";
  return reviewers.length > 0 && reviewers.every(({ decision }) => decision === "approved") ? "approved" : "in_review";
}

export function refusePublish(person: StudioPerson, situation: ReviewSituation): ReviewRefusal | null {
  if (!person.mayApprove) return "role";
  if (situation.state !== "approved") return "state";
  if (judgesOwnWork(person.accountId, situation)) return "own-work";
  return wasApprovedAsItStands(situation) ? null : "changed-since";
}

/** Did every named reviewer approve the very files that stand there now? */
export function wasApprovedAsItStands({
  reviewers,
  filesHash,
}: Pick<ReviewSituation, "reviewers" | "filesHash">): boolean {
  return (
    reviewers.length > 0 && reviewers.every((each) => each.decision === "approved" && each.filesHash === filesHash)
  );
}

/** What somebody finds to do on the page of a review. */
export interface ReviewPowers {
  submit: boolean;
  withdraw: boolean;
  remark: boolean;
  decide: boolean;
  publish: boolean;
}

export function powersOf(person: StudioPerson, situation: ReviewSituation): ReviewPowers {
  const { state, filesHash } = situation;
  return {
    submit: person.mayWrite && state === "editing",
    withdraw: refuseWithdraw(person, situation) === null,
    remark: refuseRemark(person, situation) === null,
    decide: refuseDecision(person, situation, { decision: "approved", note: "", filesHash }) === null,
    publish: refusePublish(person, situation) === null,
  };
}
