/** Long work that somebody asked for: it can be watched, survives a restart, and what it made can be fetched for some days. */

/** Each has its work in use-cases/system/long-work.ts and its words in `jobs.kind_…`. */
export const JOB_KINDS = [
  "evaluation.close",
  "certificates-zip",
  "certificates-revoke",
  "certificates-reissue",
  "report.official",
  "report.sample",
  "own-data",
  "webhooks-again",
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export type JobState = "waiting" | "running" | "done" | "failed";

export interface JobFile {
  sha256: string;
  name: string;
  type: string;
  size: number;
}

export interface JobOutcome {
  /** What it made, in the file store. */
  file?: JobFile;
  /** Figures that its page tells: "people" → `jobs.count_people`. */
  counts?: Record<string, number>;
  /** Why nothing came of it, as `jobs.refused_…`. */
  refused?: string;
}

export interface Job {
  id: string;
  kind: JobKind;
  label: string;
  input: unknown;
  state: JobState;
  done: number;
  /** null: not known yet. */
  total: number | null;
  tries: number;
  outcome: JobOutcome | null;
  /** The file of the outcome can still be fetched. */
  fileThere: boolean;
  requestedBy: string | null;
  requestedByName: string;
  requestedAt: Date;
  finishedAt: Date | null;
}

/** Who has said nothing for so long has come to an end in the middle of it. */
export const JOB_SILENCE_MS = 60_000;
export const MOST_JOB_TRIES = 3;
/** How long what a job made can be fetched. */
export const JOB_FILE_DAYS = 7;
