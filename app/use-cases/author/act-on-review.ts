import type { Viewer } from "~/domain/auth/permissions";
import type { ReviewForm } from "~/domain/courses/drafts/review-forms";
import type { ReviewRefusal } from "~/domain/courses/drafts/review-policy";
import { decideOnDraft } from "./decide-on-draft";
import { answerRemarkOnDraft, remarkOnDraft, resolveRemarkOnDraft } from "./remark-on-draft";
import { submitDraft, withdrawDraft } from "./submit-draft";

export type ReviewActAnswer =
  | {
      kind: "done";
      /** What is said afterwards. */
      said:
        | "submitted"
        | "withdrawn"
        | "decidedApproved"
        | "decidedHalf"
        | "decidedChanges"
        | "remarked"
        | "answered"
        | "resolved"
        | "reopened";
      values?: Record<string, string>;
      /** Where the reader was: a block, or a remark. */
      block?: string | undefined;
    }
  | {
      kind: "refused";
      reason: ReviewRefusal | "base-moved" | "unchanged" | "problems";
      /** The field of the form that it belongs to. */
      field: "reviewer" | "changeNote" | "note" | null;
    };

/** What can be done on the page of a review, each by its own use case. */
export async function actOnReview(input: {
  viewer: Viewer;
  slug: string;
  wish: ReviewForm;
  now: Date;
}): Promise<ReviewActAnswer> {
  const { wish, ...who } = input;
  const { intent } = wish;
  switch (intent) {
    case "submit": {
      const answer = await submitDraft({ ...who, reviewerIds: wish.reviewer, changeNote: wish.changeNote });
      if (answer.kind === "refused") return refused(answer.reason, "changeNote");
      return { kind: "done", said: "submitted", values: { names: answer.reviewers.join(", ") } };
    }
    case "withdraw": {
      const answer = await withdrawDraft(who);
      return answer.kind === "refused" ? refused(answer.reason) : { kind: "done", said: "withdrawn" };
    }
    case "approve":
    case "ask-for-changes": {
      const decision = intent === "approve" ? "approved" : "changes_wanted";
      const { filesHash, note = "" } = wish;
      const answer = await decideOnDraft({ ...who, decision, note, filesHash });
      if (answer.kind === "refused") return refused(answer.reason, "note");
      const said = { approved: "decidedApproved", in_review: "decidedHalf" } as const;
      return { kind: "done", said: said[answer.state as keyof typeof said] ?? "decidedChanges" };
    }
    case "remark": {
      const { path, block = null, quote = null, text } = wish;
      const answer = await remarkOnDraft({ ...who, path, block, quote, text });
      return answer.kind === "refused" ? refused(answer.reason) : { kind: "done", said: "remarked", block: wish.block };
    }
    case "answer": {
      const answer = await answerRemarkOnDraft({ ...who, remarkId: wish.remark, text: wish.text });
      if (answer.kind === "refused") return refused(answer.reason);
      return { kind: "done", said: "answered", block: `remark-${wish.remark}` };
    }
    case "resolve":
    case "reopen": {
      const resolved = intent === "resolve";
      const answer = await resolveRemarkOnDraft({ ...who, remarkId: wish.remark, resolved });
      if (answer.kind === "refused") return refused(answer.reason);
      return { kind: "done", said: resolved ? "resolved" : "reopened", block: `remark-${wish.remark}` };
    }
  }
}

type Refused = Extract<ReviewActAnswer, { kind: "refused" }>;

function refused(reason: Refused["reason"], noteField: "changeNote" | "note" | null = null): Refused {
  if (reason === "reviewers-missing" || reason === "reviewer-unfit")
    return { kind: "refused", reason, field: "reviewer" };
  return { kind: "refused", reason, field: reason === "note-missing" ? noteField : null };
}
