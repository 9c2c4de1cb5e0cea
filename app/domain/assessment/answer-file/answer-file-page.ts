import { z } from "zod";
import { reasonField } from "../accommodations/accommodation-form";
import type { AttemptInCare } from "../attempt-care/attempt-care";
import type { AnswerFileFault } from "./answer-file";
import type { PlannedEntry } from "./take-over";

/** Why a file is not taken; each has its sentence. */
export type AnswerFileRefusal =
  | AnswerFileFault
  | "no-file"
  /** The attempt that it names is of nobody in the officer's units, or of nobody at all. */
  | "not-in-your-units"
  | "of-another-person"
  | "own-attempt"
  /** The paper is void: it has to be reopened first. */
  | "voided"
  | "nothing-to-take";

/** What a file would do, before anything is done. Says which questions, never what was answered. */
export interface AnswerFilePlan {
  attempt: AttemptInCare;
  madeAt: Date;
  entries: Omit<PlannedEntry, "answer">[];
  taken: number;
  /** The paper is open, so it can be handed in with the file. */
  mayHandIn: boolean;
}

export const answerFileConfirmation = z.object({
  text: z.string(),
  reason: reasonField,
  handIn: z.string().optional(),
  intent: z.literal("confirm"),
});
export type AnswerFileConfirmation = z.input<typeof answerFileConfirmation>;
