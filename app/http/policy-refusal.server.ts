import type { Submission } from "@conform-to/react";
import { data } from "@remix-run/node";
import type { PolicyRefusal } from "~/domain/assessment/test-policy/policy-view";
import type { BlueprintCell } from "~/domain/assessment/test-policy/blueprint";
import type { DrawRule } from "~/domain/courses/course";
import { ruleName } from "~/domain/courses/draw-rule";
import type { DrawFault } from "~/domain/courses/check/check-draw";
import { draftRefusal } from "./draft-answer.server";
import type { Translate } from "~/ui/words/translate";

const FAULTS = {
  "topic-unknown": "policy.fault_topic_unknown",
  "topic-duplicate": "policy.fault_topic_duplicate",
  "not-enough-questions": "policy.fault_not_enough_questions",
  "not-enough-together": "policy.fault_not_enough_together",
} as const;

/** The form of a test's rules that cannot be taken: what was typed is kept, and each fault stands beside its field. */
export function refusePolicy<Input, Output>(
  submission: Submission<Input, string[], Output>,
  refusal: PolicyRefusal | null,
  t: Translate,
) {
  const fieldErrors = refusal?.reason === "draw" ? drawErrors(submission, refusal.faults, t) : {};
  const answer = {
    result: submission.reply({ fieldErrors }),
    // What stands there now beside what was typed, to be sent again over it.
    preview: (refusal && "standing" in refusal ? refusal.standing : null) ?? null,
    refusal: refusal && draftRefusal(refusal),
  };
  return data(answer, { status: answer.refusal ? 409 : 400 });
}

/** The same for the blueprint: a fault stands at the row that the line of the draw was made of. */
export function refuseBlueprint<Input, Output>(
  submission: Submission<Input, string[], Output>,
  refusal: PolicyRefusal,
  draw: readonly DrawRule[],
  rows: readonly BlueprintCell[],
  t: Translate,
) {
  const faults = refusal.reason === "draw" ? refusal.faults : [];
  const rowOf = (line: number) => rows.findIndex((row) => ruleName({ ...row, count: 1 }) === ruleName(draw[line]!));
  const fieldErrors: Record<string, string[]> = {};
  const formErrors: string[] = [];
  for (const { line, rule, values } of faults) {
    const row = rowOf(line);
    if (row < 0) formErrors.push(`${ruleName(draw[line]!)}: ${t(FAULTS[rule], values)}`);
    else fieldErrors[`rows[${row}].count`] = [t(FAULTS[rule], values)];
  }
  const answer = {
    result: submission.reply({ fieldErrors, formErrors }),
    refusal: draftRefusal(refusal),
    enough: null,
  };
  return data(answer, { status: answer.refusal ? 409 : 400 });
}

function drawErrors(
  { payload }: Pick<Submission<unknown, string[]>, "payload">,
  faults: readonly DrawFault[],
  t: Translate,
): Record<string, string[]> {
  const places = filledLines(payload["draw"]);
  return Object.fromEntries(
    faults.map(({ line, field, rule, values }) => [
      `draw[${places[line] ?? line}].${field}`,
      [t(FAULTS[rule], values)],
    ]),
  );
}

/** The lines that say something, by their places in the form. */
function filledLines(draw: unknown): number[] {
  if (!Array.isArray(draw)) return [];
  const isFilled = (line: unknown) =>
    typeof line === "object" && line !== null && Object.values(line).some((value) => String(value ?? "").trim() !== "");
  return draw.flatMap((line: unknown, place) => (isFilled(line) ? [place] : []));
}
