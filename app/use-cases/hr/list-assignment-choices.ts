import { listPublishedCourses } from "~/domain/courses/version-cache.server";
import type { AssignmentChoices } from "~/domain/enrolment/assignment-form";
import { unitsInTreeOrder } from "~/domain/enrolment/unit-order-store.server";
import { notFound } from "~/domain/problem";
import { inScope } from "~/domain/auth/permissions";

/** The units and courses that can be chosen for an assignment, in the order of the tree. */
export async function listAssignmentChoices(input: {
  scope: readonly string[];
  unitCode: string | null;
}): Promise<AssignmentChoices> {
  const [units, courses] = await Promise.all([unitsInTreeOrder(input), listPublishedCourses()]);
  const paths = new Set(units.map((unit) => unit.path));
  const codeOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);
  if (input.unitCode && !units.some(({ path }) => codeOf(path) === input.unitCode && inScope(path, input.scope))) {
    throw notFound(`unit ${input.unitCode}`);
  }
  return {
    // A hundred communes have an office of the same name: below the top, a unit is named with the one above it.
    units: units.map(({ path, name, namesAbove }) => {
      const parent = path.slice(0, path.lastIndexOf("/"));
      const named = paths.has(parent) && !input.scope.includes(parent);
      return { code: codeOf(path), label: named ? `${name} (${namesAbove.at(-1)})` : name };
    }),
    courses: courses.map(({ slug, title }) => ({ slug, title })),
    unit: input.unitCode,
  };
}
