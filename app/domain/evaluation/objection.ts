import { z } from "zod";
import { textField } from "../typed-fields";

export const SHORTEST_REASON = 10;
export const LONGEST_REASON = 2000;

export type Verdict = "accepted" | "rejected";

/** What an official holds against what HR will receive, and what came of it. Nothing of it is ever changed. */
export interface Objection {
  id: string;
  periodId: string;
  official: { id: string; fullName: string; staffNumber: string; unitName: string };
  /** Null: against the whole. */
  rowKey: string | null;
  rowLabel: string;
  reason: string;
  madeAt: Date;
  answer: { verdict: Verdict; text: string; at: Date; byName: string } | null;
}

const reason = textField({ least: SHORTEST_REASON, most: LONGEST_REASON, needs: "evaluation.needsReason" });

export const objectionForm = z.object({
  /** Left out: against the whole. */
  row: z.string().max(200).optional(),
  reason,
});
export type ObjectionFields = z.input<typeof objectionForm>;

export const answerForm = z.object({
  verdict: z.enum(["accepted", "rejected"], { error: "evaluation.needsVerdict" }),
  answer: reason,
});
export type AnswerFields = z.input<typeof answerForm>;
