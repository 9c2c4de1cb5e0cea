/** What the page of one question shows, and why a question was not taken. */
import { z } from "zod";
import type { ContentProblem } from "../../courses/content-problem";
import type { DraftNotice, DraftRefusal } from "../../courses/drafts/working-course";
import { cleanFile } from "../exchange/clean-text";
import type { LearnerQuestion } from "../paper";

export interface QuestionPageView {
  course: { slug: string; title: string };
  published: boolean;
  draft: DraftNotice;
  /** Null: a new question. */
  id: string | null;
  text: string;
  topic: string | null;
  topics: Record<string, string>;
}

export type QuestionRefusal =
  | DraftRefusal
  | { reason: "problems"; problems: ContentProblem[] }
  /** Its bank has lost it meanwhile. */
  | { reason: "gone" }
  /** Somebody changed it since the page was opened: what stands there now. */
  | { reason: "changed"; standing: string }
  | { reason: "id-taken" | "id-fixed" };

/** What a valid question looks like to a learner. */
export type QuestionSample = LearnerQuestion;

const text = z
  .string({ error: "errors.fieldRequired" })
  .max(20_000, { error: "policy.tooLong" })
  .transform((typed) => cleanFile(typed).text);
const words = z.string().max(300, { error: "policy.tooLong" }).default("");

export const questionForm = z.object({
  intent: z.enum(["check", "save"]),
  text,
  /** What stood there when the page was made; of a new question nothing. */
  seen: text.optional(),
  topic: words,
  newTopic: words,
});
