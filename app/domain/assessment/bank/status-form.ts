import { z } from "zod";
import { cleanField } from "../exchange/clean-text";
import { QUESTION_STATUSES } from "../question";

/** Which questions get which status. Messages are word keys. */
export const statusForm = z.object({
  /** What the banks were when the list was made. */
  over: z.string(),
  question: z.array(z.string(), { error: "bank.needsQuestions" }).min(1, { error: "bank.needsQuestions" }),
  status: z.enum(QUESTION_STATUSES, { error: "bank.needsStatus" }),
  changeNote: z.string().max(300, { error: "policy.tooLong" }).transform(cleanField).optional(),
});
