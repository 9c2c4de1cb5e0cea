import { z } from "zod";
import { lineField } from "../typed-fields";
import { COURSE_CRITERIA, type Criterion } from "./template";

const LONGEST = 300;
export const MOST_CRITERIA = 20;

const line = (needs: string) => lineField({ most: LONGEST, needs });

/**
 * The criteria as they are typed: a line each, "code | name | criteria of courses that lead to it". What cannot be read is named
 * with its line.
 */
export function readCriteria(text: string): { criteria: Criterion[]; problems: { line: number; key: string }[] } {
  const criteria: Criterion[] = [];
  const problems: { line: number; key: string }[] = [];
  for (const [index, written] of text.normalize("NFC").split(/\r?\n/).entries()) {
    if (written.trim() === "") continue;
    const [code = "", name = "", from = ""] = written.split("|").map((part) => part.trim());
    const sources = from.split(/[,;\s]+/).filter((part) => part !== "");
    const at = { line: index + 1 };
    if (code === "" || name === "" || code.length > 20 || name.length > LONGEST)
      problems.push({ ...at, key: "evaluation.criterionUnreadable" });
    else if (sources.some((source) => !COURSE_CRITERIA.includes(source)))
      problems.push({ ...at, key: "evaluation.criterionSource" });
    else if (criteria.some((each) => each.code === code)) problems.push({ ...at, key: "evaluation.criterionTwice" });
    else criteria.push({ code, name, from: sources });
  }
  if (criteria.length > MOST_CRITERIA) problems.push({ line: MOST_CRITERIA + 1, key: "evaluation.criteriaTooMany" });
  return { criteria, problems };
}

export const writeCriteria = (criteria: readonly Criterion[]): string =>
  criteria.map(({ code, name, from }) => `${code} | ${name} | ${from.join(", ")}`).join("\n");

export const templateForm = z.object({
  revision: z.coerce.number().int().min(0),
  title: line("evaluation.needsTemplateTitle"),
  legalBasis: line("evaluation.needsTemplateTitle").optional(),
  criteria: z.string().max(10_000).optional(),
});
export type TemplateFields = z.input<typeof templateForm>;
