import type { UnitChoice } from "~/domain/organization/unit-choice";
import { findUnit, unitsToChoose } from "~/domain/organization/unit-store.server";
import { db } from "~/platform/db.server";

/** More than these are found by name. */
const MOST = 200;

/** Units of the scope for a list to choose from: the upper ones, or those whose name has the text in it. */
export async function listUnitsToChoose(input: {
  scope: readonly string[];
  text: string;
  /** Stands in the list whatever was looked for. */
  chosenCode?: string | null;
}): Promise<UnitChoice> {
  const { scope, text, chosenCode } = input;
  const top = Math.min(...scope.map((path) => path.split("/").length - 1));
  const maxDepth = text.trim() === "" && scope.length > 0 ? top + 1 : undefined;
  const found = await unitsToChoose({ scope: [...scope], text, maxDepth, limit: MOST + 1 });
  const units = found.slice(0, MOST);
  if (chosenCode && !units.some((unit) => unit.code === chosenCode)) {
    const chosen = await findUnit(db, { code: chosenCode, scope });
    if (chosen) units.unshift(chosen);
  }
  return { units, more: maxDepth !== undefined || found.length > MOST, text: text.trim() };
}
