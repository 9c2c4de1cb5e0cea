/** What is done with the outline of a draft, one step at a time. Messages are word keys. */
import { z } from "zod";
import { cleanField } from "../clean-text";

const lesson = z.string().max(200);
const line = z
  .string({ error: "errors.fieldRequired" })
  .max(300, { error: "policy.tooLong" })
  .transform((text) => cleanField(text).replace(/\s*\n\s*/g, " "))
  .refine((text) => text !== "", { error: "errors.fieldRequired" });

export const openOrOutlineForm = z.discriminatedUnion("intent", [
  /** Begins the draft, or joins the one that is open. */
  z.object({ intent: z.literal("open") }),
  z.object({ intent: z.literal("up"), lesson }),
  z.object({ intent: z.literal("down"), lesson }),
  /** Ids in the order in which they were dragged. */
  z.object({
    intent: z.literal("order"),
    order: z
      .string()
      .max(10_000)
      .transform((text) => text.split(",").filter((id) => id !== "")),
  }),
  z.object({ intent: z.literal("add"), title: line, objective: line, document: line }),
  z.object({ intent: z.literal("rename"), lesson, title: line }),
  z.object({ intent: z.literal("require"), lesson }),
  z.object({ intent: z.literal("free"), lesson }),
  z.object({ intent: z.literal("remove"), lesson }),
  z.object({ intent: z.literal("restore"), path: z.string().regex(/^lessons\/[^/]+\.mdx$/) }),
  z.object({ intent: z.literal("renumber") }),
  z.object({ intent: z.literal("discard") }),
]);
export type OutlineStep = Exclude<z.output<typeof openOrOutlineForm>, { intent: "open" | "discard" }>;
