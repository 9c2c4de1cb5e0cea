import { z } from "zod";
import { dayField, textField } from "../../typed-fields";
import { REGRADE_POLICIES } from "./forecast";
import { CHANGE_KINDS } from "./offered";
import type { WishedChange } from "./wish";

export const LONGEST_REASON = 500;
const LONGEST_TEXT = 4000;

const line = z.string().max(LONGEST_TEXT, { error: "regrade.textTooLong" });
const lines = z.record(z.string(), line).optional();

/** What is filled in to decide about a question. Messages are word keys. */
export const regradeForm = z
  .object({
    change: z.enum(CHANGE_KINDS, { error: "regrade.needsChange" }),
    marks: z.string().optional(),
    /** Names as `KeyForm` has them. */
    key: z.record(z.string(), z.union([line, z.array(line)])).optional(),
    feedback: lines,
    explanation: line.optional(),
    reason: textField({ most: LONGEST_REASON, needs: "regrade.needsReason" }),
    policy: z.enum(REGRADE_POLICIES, { error: "regrade.needsPolicy" }),
    closedThrough: dayField("regrade.needsDay"),
    also: z.array(z.coerce.number().int().min(1)).optional(),
    /** First to see what comes of it, then to do it. */
    intent: z.enum(["check", "confirm"]),
    /** Of the dry run that was shown. */
    fingerprint: z.string().max(100).optional(),
  })
  .superRefine(({ change, marks }, context) => {
    if (change !== "marks" || readMarks(marks) !== null) return;
    context.addIssue({ code: "custom", path: ["marks"], message: "regrade.needsMarks" });
  });

export type RegradeFormValue = z.output<typeof regradeForm>;

/** "1,5" → 1.5; null when it is no number that a question can be worth. */
function readMarks(text: string | undefined): number | null {
  const bare = (text ?? "").trim().replace(",", ".");
  if (!/^\d{1,2}(\.\d{1,2})?$/.test(bare)) return null;
  const marks = Number(bare);
  return marks >= 0.25 && marks <= 20 ? marks : null;
}

export function wishedChange({ change, marks, key, feedback, explanation }: RegradeFormValue): WishedChange {
  if (change === "marks") return { kind: "marks", marks: readMarks(marks)! };
  if (change !== "key") return { kind: change };
  return { kind: "key", given: { key: key ?? {}, feedback: feedback ?? {}, explanation } };
}
