/** Why a course turn is complete. Stored with the completion as it was on the day: no later rule or regrade says otherwise. */
export type Because =
  | { kind: "lessons-finished"; count: number; at: Date }
  | { kind: "test-passed"; attempt: number; percent: number; passPercent: number; at: Date }
  | { kind: "remedials-read"; count: number; at: Date }
  /** A decision recognises what was learned elsewhere. */
  | { kind: "recognised"; decisionNumber: string; issuer: string; learned: string; at: Date }
  /** What stood in the record was put right. */
  | { kind: "corrected"; by: string; reason: string; at: Date }
  | { kind: "recorded"; at: Date };

type Stored = Omit<Because, "at"> & { at: string };

/** The reasons as a row of the record holds them. */
export function becauseFromRecord(stored: unknown): Because[] {
  return Array.isArray(stored)
    ? (stored as Stored[]).map((each) => ({ ...each, at: new Date(each.at) }) as Because)
    : [];
}
