import type { Job, JobKind, JobOutcome } from "~/domain/jobs/job";
import { drawSample } from "./draw-sample";
import { freezePeriod } from "./freeze-period";
import { reissueSelected, revokeSelected } from "./change-selected-certificates";
import { zipCertificates } from "./zip-certificates";
import { makeReport } from "./make-report";
import { makeOwnData } from "./make-own-data";
import { tellAgain } from "./tell-again";

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
  "evaluation.close": freezePeriod,
  "certificates-zip": zipCertificates,
  "certificates-revoke": revokeSelected,
  "certificates-reissue": reissueSelected,
  "report.official": makeReport,
  "report.sample": drawSample,
  "own-data": makeOwnData,
  "webhooks-again": tellAgain,
};
