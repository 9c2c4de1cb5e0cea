import { z } from "zod";

const name = z.string().max(300).optional();
const count = z
  .string()
  .max(10)
  .default("")
  .transform((text) => (text.trim() === "" ? 0 : Number(text.trim())))
  .refine((value) => Number.isInteger(value) && value >= 0 && value <= 200, { error: "blueprint.wholeNumber" });

/** How many questions each row draws. Messages are word keys. */
export const blueprintForm = z.object({
  over: z.string(),
  intent: z.enum(["check", "save"]),
  rows: z.array(z.object({ topic: z.string(), document: name, article: name, clause: name, count })).max(2000),
});
