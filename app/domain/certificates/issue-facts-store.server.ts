import type { Db } from "~/platform/db.server";
import type { CompletionFacts } from "../completion/completion-store.server";
import type { Template } from "./template";
import { type StoredTemplate, TEMPLATE_FOR_UNIT, templateOf } from "./template-store.server";

export type TurnFacts = Omit<CompletionFacts, "attemptId" | "completedAt">;

/** Who the person is and where, the course turn, and the template of the agency that issues for them, as of now: one statement. */
export async function readIssueFacts(
  tx: Db,
  input: { enrolmentId: string },
): Promise<{ facts: TurnFacts; template: Template } | null> {
  const [row] = await tx.$queryRaw<(TurnFacts & { template: StoredTemplate | null })[]>`
    SELECT e.official_id AS "officialId", e.course_id AS "courseId", e.cycle, e.version_id AS "versionId", o.full_name AS "fullName",
      o.staff_number AS "staffNumber", o.staff_category AS "staffCategory", o.position_title AS "positionTitle", u.id AS "unitId",
      u.path AS "unitPath", u.name AS "unitName", v.manifest->>'title' AS "courseTitle", coalesce(e.started_at, e.created_at) AS "startedAt",
      a.assigned_at AS "assignedAt", e.required, e.due_on::text AS "dueOn",
      (SELECT string_agg(w.name, ' › ' ORDER BY w.depth) FROM unit w WHERE u.path = w.path OR u.path LIKE w.path || '/%') AS "unitPathNames",
      ${TEMPLATE_FOR_UNIT} AS template
    FROM enrolment e JOIN official o ON o.id = e.official_id JOIN unit u ON u.id = o.unit_id
      JOIN course_version v ON v.id = e.version_id LEFT JOIN assignment a ON a.id = e.assignment_id
    WHERE e.id = ${input.enrolmentId}::uuid`;
  if (!row) return null;
  const { template, ...facts } = row;
  return { facts, template: templateOf(template) };
}
