import { type Db, Prisma } from "~/platform/db.server";
import type { LocalDay } from "../time";
import type { Because } from "./because";

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

/**
 * Adds a completion and notes on the course turn that it is done, in one statement with `together` (counts and the audit trail,
 * under the condition that `made` has a row). False when this person has this turn already: there is never a second one. After one that
 * was declared void it is a further revision, which points at that one.
 */
export async function insertCompletion(
  tx: Db,
  input: {
    id: string;
    enrolmentId: string;
    facts: CompletionFacts;
    onTime: boolean | null;
    scorePercent: number | null;
    attemptsUsed: number;
    because: Because[];
    recordedAt: Date;
    together: { counted: Prisma.Sql; told: Prisma.Sql };
  },
): Promise<boolean> {
  const { facts } = input;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH before AS (
      SELECT id, revision, correction FROM completion
      WHERE official_id = ${facts.officialId}::uuid AND course_id = ${facts.courseId}::uuid AND cycle = ${facts.cycle}
      ORDER BY revision DESC LIMIT 1
    ), made AS (
      INSERT INTO completion (id, official_id, course_id, cycle, revision, corrects_id, correction, version_id, attempt_id, completed_at, recorded_at, full_name, staff_number,
        staff_category, position_title, unit_id, unit_name, unit_path_names, course_title, started_at, assigned_at, due_on, on_time, score_percent,
        attempts_used, because)
      SELECT ${input.id}::uuid, ${facts.officialId}::uuid, ${facts.courseId}::uuid, ${facts.cycle},
        coalesce((SELECT revision + 1 FROM before), 0), (SELECT id FROM before),
        (SELECT 'earned-again' FROM before), ${facts.versionId}::uuid,
        ${facts.attemptId}::uuid, ${facts.completedAt}::timestamptz, ${input.recordedAt}::timestamptz, ${facts.fullName}, ${facts.staffNumber},
        ${facts.staffCategory}::staff_category, ${facts.positionTitle}, ${facts.unitId}::uuid, ${facts.unitName}, ${facts.unitPathNames},
        ${facts.courseTitle}, ${facts.startedAt}::timestamptz, ${facts.assignedAt}::timestamptz, ${facts.dueOn}::date, ${input.onTime}::boolean,
        ${input.scorePercent}::numeric,
        ${input.attemptsUsed}::int, ${JSON.stringify(input.because)}::jsonb
      WHERE NOT EXISTS (SELECT FROM before WHERE correction IS DISTINCT FROM 'void')
      ON CONFLICT (official_id, course_id, cycle, revision) DO NOTHING
      RETURNING id
    ), done AS (
      UPDATE enrolment SET completed_at = ${facts.completedAt}
      WHERE id = ${input.enrolmentId}::uuid AND completed_at IS NULL AND EXISTS (SELECT FROM made)
    ), counted AS (${input.together.counted}), told AS (${input.together.told})
    SELECT id FROM made`;
  return rows.length > 0;
}

/** The condition that `together` of a new completion is carried out under. */
export const COMPLETION_MADE = Prisma.sql`EXISTS (SELECT FROM made)`;
