import type { Db } from "~/platform/db.server";
import type { LocalDay } from "../time";
import type { Because } from "./evaluate";

/** The facts of a completion as they were on the day: copied, never looked up again. */
export interface CompletionFacts {
  officialId: string;
  courseId: string;
  cycle: string;
  versionId: string;
  attemptId: string | null;
  completedAt: Date;
  fullName: string;
  staffNumber: string;
  staffCategory: "cadre" | "civil_servant" | "public_employee" | "contract_worker";
  positionTitle: string;
  unitId: string;
  unitPath: string;
  unitName: string;
  /** From the widest to the nearest: "UBND tỉnh An Giang › UBND xã …". */
  unitPathNames: string;
  courseTitle: string;
  startedAt: Date;
  assignedAt: Date | null;
  required: boolean;
  dueOn: LocalDay | null;
}

/** Who the person is and where, and the course turn, as of now. */
export async function readCompletionFacts(
  tx: Db,
  input: { enrolmentId: string },
): Promise<Omit<CompletionFacts, "attemptId" | "completedAt"> | null> {
  const rows = await tx.$queryRaw<Omit<CompletionFacts, "attemptId" | "completedAt">[]>`
    SELECT e.official_id AS "officialId", e.course_id AS "courseId", e.cycle, e.version_id AS "versionId", o.full_name AS "fullName",
      o.staff_number AS "staffNumber", o.staff_category AS "staffCategory", o.position_title AS "positionTitle", u.id AS "unitId",
      u.path AS "unitPath", u.name AS "unitName", v.manifest->>'title' AS "courseTitle", coalesce(e.started_at, e.created_at) AS "startedAt",
      a.assigned_at AS "assignedAt", e.required, e.due_on::text AS "dueOn",
      (SELECT string_agg(w.name, ' › ' ORDER BY w.depth) FROM unit w WHERE u.path = w.path OR u.path LIKE w.path || '/%') AS "unitPathNames"
    FROM enrolment e JOIN official o ON o.id = e.official_id JOIN unit u ON u.id = o.unit_id
      JOIN course_version v ON v.id = e.version_id LEFT JOIN assignment a ON a.id = e.assignment_id
    WHERE e.id = ${input.enrolmentId}::uuid`;
  return rows[0] ?? null;
}

/** Adds a completion. Null when this person has this turn already: there is never a second one. */
export async function insertCompletion(
  tx: Db,
  input: {
    facts: CompletionFacts;
    onTime: boolean | null;
    scorePercent: number | null;
    attemptsUsed: number;
    because: Because[];
    recordedAt: Date;
  },
): Promise<string | null> {
  const { facts } = input;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO completion (official_id, course_id, cycle, version_id, attempt_id, completed_at, recorded_at, full_name, staff_number, staff_category,
      position_title, unit_id, unit_name, unit_path_names, course_title, started_at, assigned_at, due_on, on_time, score_percent, attempts_used, because)
    VALUES (${facts.officialId}::uuid, ${facts.courseId}::uuid, ${facts.cycle}, ${facts.versionId}::uuid, ${facts.attemptId}::uuid, ${facts.completedAt},
      ${input.recordedAt}, ${facts.fullName}, ${facts.staffNumber}, ${facts.staffCategory}::staff_category, ${facts.positionTitle}, ${facts.unitId}::uuid,
      ${facts.unitName}, ${facts.unitPathNames}, ${facts.courseTitle}, ${facts.startedAt}, ${facts.assignedAt}, ${facts.dueOn}::date, ${input.onTime},
      ${input.scorePercent}::numeric, ${input.attemptsUsed}, ${JSON.stringify(input.because)}::jsonb)
    ON CONFLICT (official_id, course_id, cycle, revision) DO NOTHING
    RETURNING id`;
  return rows[0]?.id ?? null;
}

/** Notes on the course turn that it is done, so that counts need no join. */
export async function markEnrolmentCompleted(tx: Db, input: { enrolmentId: string; at: Date }): Promise<void> {
  await tx.$executeRaw`
    UPDATE enrolment SET completed_at = ${input.at} WHERE id = ${input.enrolmentId}::uuid AND completed_at IS NULL`;
}
