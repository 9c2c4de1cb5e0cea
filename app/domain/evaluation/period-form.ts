import { z } from "zod";
import { dayField, lineField } from "../typed-fields";
import { dayProblems, PERIOD_KINDS } from "./period";

/** What is typed to open a period or to change it; days as dd/mm/yyyy. Messages are word keys. */
export const periodForm = z
  .object({
    unit: z.string({ error: "evaluation.needsUnit" }),
    kind: z.enum(PERIOD_KINDS),
    title: lineField({ most: 200, needs: "evaluation.needsTitle" }),
    fromOn: dayField("evaluation.needsFromOn"),
    toOn: dayField("evaluation.needsToOn"),
    cutOffOn: dayField("evaluation.needsCutOffOn"),
    objectUntil: dayField("evaluation.needsObjectUntil"),
  })
  .superRefine((days, context) => {
    for (const [field, message] of Object.entries(dayProblems(days)))
      context.addIssue({ code: "custom", path: [field], message });
  });
export type PeriodFields = z.input<typeof periodForm>;
