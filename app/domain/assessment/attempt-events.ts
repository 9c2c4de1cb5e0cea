/** What happened to an attempt beside being started and handed in: the kinds of `attempt_event`. */
export const ATTEMPT_EVENT_KINDS = ["reopened", "regraded", "time-added", "marked", "answer-file"] as const;
export type AttemptEventKind = (typeof ATTEMPT_EVENT_KINDS)[number];

/** One of them, as it is read. */
export interface AttemptEventRow {
  id: string;
  kind: AttemptEventKind;
  at: Date;
  actorName: string;
  reason: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}
