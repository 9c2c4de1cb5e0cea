import type { Submission } from "@conform-to/react";
import { data } from "@remix-run/node";
import type { z } from "zod";
import type { FindUnit, UnitChoice } from "~/domain/organization/unit-choice";
import { readForm, type Refusal } from "./form.server";

/** The answer to a form with a list of units that comes back: as it was typed, with the list that belongs to it. */
type Back = ReturnType<
  typeof data<{ lastResult: ReturnType<Submission<unknown, string[]>["reply"]>; choice: UnitChoice }>
>;

export type FormWithUnits<Form> =
  | { kind: "back"; answer: Back }
  /** `refuse`: what only the use case could know. */
  | { kind: "form"; form: Exclude<Form, FindUnit>; refuse: (refusal: Refusal) => Promise<Back> };

/**
 * Reads a form that has a list of units to choose from (`UnitSelect`), which works without script: it comes back with the list made anew
 * when that was asked for (`findUnitForm` is part of its schema), and when something in it cannot be taken.
 */
export async function readFormWithUnits<Schema extends z.ZodType<{ intent: string }>>(
  request: Request,
  schema: Schema,
  units: (asked: { text: string; chosenCode: string | undefined }) => Promise<UnitChoice>,
): Promise<FormWithUnits<z.output<Schema>>> {
  const submission = await readForm(request, schema);
  const back = async (status: number, refusal?: Refusal): Promise<Back> => {
    const choice = await units(unitsAsked(submission));
    return data({ lastResult: submission.reply(refusal), choice }, { status });
  };
  if (submission.status !== "success") return { kind: "back", answer: await back(400) };
  if (submission.value.intent === "find-unit") return { kind: "back", answer: await back(200) };
  const form = submission.value as Exclude<z.output<Schema>, FindUnit>;
  return { kind: "form", form, refuse: (refusal) => back(400, refusal) };
}

/** Which units to choose from, as the form asks: by what stood in its filter, and the one that was chosen. */
export function unitsAsked({ payload: { unit, unitText } }: Pick<Submission<unknown>, "payload">): {
  text: string;
  chosenCode: string | undefined;
} {
  return { text: onlyText(unitText) ?? "", chosenCode: onlyText(unit) };
}

/** A field that stands twice is a list, and says nothing here. */
const onlyText = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
