import { becauseFromRecord } from "./because";
import type { LearningRecord } from "./learning-record";

/**
 * What stands in the record about the turn `e`, as a column: its last revision, which may say that there is no completion. The one
 * reading of it that everything evaluates from.
 */
export const COMPLETION_OF_TURN = `
  (SELECT json_build_object('id', k.id, 'revision', k.revision, 'correction', k.correction, 'completedAt', k.completed_at,
     'scorePercent', k.score_percent, 'onTime', k.on_time, 'attemptsUsed', k.attempts_used, 'because', k.because,
     'recognised', k.recognised_id IS NOT NULL, 'recordedAt', k.recorded_at, 'by', k.recorded_by_name, 'reason', k.reason)
   FROM completion k WHERE k.official_id = e.official_id AND k.course_id = e.course_id AND k.cycle = e.cycle
   ORDER BY k.revision DESC LIMIT 1)`;

export interface StoredCompletion {
  id: string;
  revision: number;
  correction: string | null;
  completedAt: string;
  scorePercent: number | null;
  onTime: boolean | null;
  attemptsUsed: number;
  because: unknown;
  recognised: boolean;
  recordedAt: string;
  by: string | null;
  reason: string | null;
}

export function readCompletion(row: StoredCompletion | null): Pick<LearningRecord, "completion" | "voided"> {
  if (!row) return { completion: null, voided: null };
  const { correction, recordedAt, by, reason, because, completedAt, ...facts } = row;
  if (correction === "void") {
    const voided = { revision: row.revision, at: new Date(recordedAt), by: by ?? "", reason: reason ?? "" };
    return { completion: null, voided };
  }
  const completion = { ...facts, completedAt: new Date(completedAt), because: becauseFromRecord(because) };
  return { completion, voided: null };
}
