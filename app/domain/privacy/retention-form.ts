import { z } from "zod";
import { tidyText } from "../typed-fields";
import {
  LONGEST_RULE,
  RECORD_CLASSES,
  type RecordClassName,
  type RetentionPlan,
  TIMED_CLASSES,
  within,
} from "./retention";

/** Names of the fields: "days.jobs", "rules.audit". Messages are word keys. */
export const retentionForm = z.object({
  days: z.record(z.string(), z.string().optional()).optional(),
  rules: z.record(z.string(), z.string().max(LONGEST_RULE, { error: "errors.fieldTooLong" }).optional()).optional(),
});

/** The plan that was typed, or the fields that lie outside the limits. */
export function typedPlan(
  values: z.output<typeof retentionForm>,
): { kind: "plan"; plan: RetentionPlan } | { kind: "refused"; fields: string[] } {
  const refused: string[] = [];
  const days = Object.fromEntries(
    TIMED_CLASSES.map((each) => {
      const typed = (values.days?.[each.name] ?? "").trim();
      // What belongs to how the platform works has no field.
      if (each.least === each.most) return [each.name, each.days];
      const count = /^\d{1,5}$/.test(typed) ? within(each, Number(typed)) : null;
      if (count === null) refused.push(`days.${each.name}`);
      return [each.name, count ?? each.days];
    }),
  ) as RetentionPlan["days"];
  const rules = Object.fromEntries(
    RECORD_CLASSES.map((name) => [name, tidyText(values.rules?.[name] ?? "")]),
  ) as Record<RecordClassName, string>;
  return refused.length > 0 ? { kind: "refused", fields: refused } : { kind: "plan", plan: { days, rules } };
}
