import { z } from "zod";
import { optionalTextField } from "../../typed-fields";
import type { Rubric } from "./rubric";

const LONGEST_COMMENT = 2000;

/** The field of a criterion in the form. */
export const levelField = (criterionId: string) => `level-${criterionId}`;

/** The form of a rubric: one level at each criterion, and a comment for the person. Messages are word keys. */
export function markingForm(rubric: Rubric) {
  const levels = rubric.map(({ id, levels }) => {
    const places = levels.map((_, place) => String(place)) as [string, ...string[]];
    return [levelField(id), z.enum(places, { error: "marking.needsLevel" })] as const;
  });
  return z
    .object({
      ...(Object.fromEntries(levels) as Record<string, z.ZodEnum>),
      comment: optionalTextField({ most: LONGEST_COMMENT }),
    })
    .transform(({ comment, ...fields }) => ({
      chosen: Object.fromEntries(
        rubric.map(({ id }) => [id, Number((fields as Record<string, unknown>)[levelField(id)])]),
      ),
      comment: comment === "" ? null : comment,
    }));
}
