import type { Job, JobKind, JobOutcome } from "~/domain/jobs/job";
import { makeOwnData } from "./make-own-data";

/** Does the work of a job. It may be begun again from the start after a fault, so that doing it twice must do no harm. */
export type LongWork = (work: {
  job: Job;
  /** May be called as often as one likes. */
  progress: (done: number, total: number | null) => Promise<void>;
  /** A folder of its own, taken away afterwards. */
  folder: string;
  now: Date;
}) => Promise<JobOutcome>;

/** Every kind of long work, in one place. */
export const LONG_WORK: Record<JobKind, LongWork> = {
  "own-data": makeOwnData,
};
