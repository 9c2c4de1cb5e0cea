import { z } from "zod";
import { dayField, lineField, textField } from "../../typed-fields";

/** What is entered to publish a supplement. Messages are word keys. */
export const supplementForm = z.object({
  course: z.string(),
  from: z.coerce.number().int(),
  /** Number of the version that the form was filled in for. */
  over: z.coerce.number().int(),
  title: lineField({ least: 3, most: 200, needs: "supplement.needsTitle" }),
  reason: textField({ least: 3, most: 1000, needs: "supplement.needsReason" }),
  dueOn: dayField("supplement.needsDue"),
  block: z.array(z.string().max(300)).max(500).default([]),
  question: z.array(z.string().max(100)).max(200).default([]),
});
export type SupplementValues = z.output<typeof supplementForm>;
