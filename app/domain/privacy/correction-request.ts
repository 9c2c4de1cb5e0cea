import { z } from "zod";
import { textField } from "../typed-fields";

/** What may be wrong in a record. The words are in ui/words, area `myData`: `subject_…`. */
export const CORRECTION_SUBJECTS = [
  "name",
  "recruited-on",
  "unit",
  "position",
  "completion",
  "certificate",
  "other",
] as const;
export type CorrectionSubject = (typeof CORRECTION_SUBJECTS)[number];

export const REQUEST_STATES = ["open", "accepted", "rejected"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export interface CorrectionRequest {
  id: string;
  subject: CorrectionSubject;
  text: string;
  askedAt: Date;
  state: RequestState;
  /** What was done about it, or why nothing was. */
  answer: string | null;
  answeredAt: Date | null;
  answeredByName: string | null;
}

/** As HR reads it. */
export interface RequestInInbox extends CorrectionRequest {
  official: {
    id: string;
    fullName: string;
    staffNumber: string;
    positionTitle: string;
    unitName: string;
    /** Is no longer on the staff list. */
    left: boolean;
  };
}

export interface RequestPage {
  requests: RequestInInbox[];
  counts: Record<RequestState, number>;
  /** Hand it back as `after` for the next ones. */
  next: string | null;
}

/** More at one time is no request any more. */
export const REQUESTS_OPEN_AT_ONCE = 10;
export const LONGEST_TEXT = 2000;

export function isRequestState(text: string | null): text is RequestState {
  return (REQUEST_STATES as readonly (string | null)[]).includes(text);
}

const text = (needs: string) => textField({ least: 3, most: LONGEST_TEXT, needs });

/** Messages are word keys. */
export const requestForm = z.object({
  subject: z.enum(CORRECTION_SUBJECTS, { error: "myData.needsSubject" }),
  text: text("myData.needsText"),
});
export type RequestValues = z.output<typeof requestForm>;

export const requestAnswerForm = z.object({
  intent: z.enum(["accepted", "rejected"], { error: "myData.needsDecision" }),
  answer: text("myData.needsAnswer"),
});
export type RequestAnswer = z.output<typeof requestAnswerForm>;
