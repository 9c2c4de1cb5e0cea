import { chooseTurn, type CourseTurn } from "~/domain/enrolment/course-turn";
import { listCourseTurns } from "~/domain/enrolment/unit-counts-store.server";
import { notFound } from "~/domain/problem";

/** The course turns of a scope and the one that an address means; one that was asked of nobody there is not found. */
export async function chooseCourseTurn(input: {
  scope: readonly string[];
  key: string | null;
}): Promise<{ turns: CourseTurn[]; turn: CourseTurn | null }> {
  const turns = await listCourseTurns(input);
  const turn = chooseTurn(turns, input.key);
  if (input.key && !turn) throw notFound(`course turn ${input.key}`);
  return { turns, turn };
}
