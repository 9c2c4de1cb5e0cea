import { phaseOf } from "~/domain/assessment/attempt-policy";
import { claimAttempt, findAttempt } from "~/domain/assessment/attempt-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { badRequest, notFound } from "~/domain/problem";
import type { PaperSituation } from "./save-answer";

export type PaperState = ({ kind: "open" } & PaperSituation) | { kind: "closed" };

/** A page of the paper takes it over (`claim`) or only asks how it stands. The page that had it is told at its next request. */
export async function claimPaper(input: {
  officialId: string;
  attemptId: string;
  device: string;
  claim: boolean;
  now: Date;
}): Promise<PaperState> {
  const { officialId, attemptId, device, now } = input;
  if (!/^[\w-]{8,64}$/.test(device)) throw badRequest("device");
  const attempt = await findAttempt({ attemptId, officialId });
  if (!attempt) throw notFound(`attempt ${attemptId}`);
  const policy = (await courseVersion(attempt.versionId)).manifest.test!;
  if (attempt.status !== "open" || phaseOf(attempt, policy, now) === "over") return { kind: "closed" };
  if (input.claim) {
    const claimed = await claimAttempt({ attemptId, officialId, device });
    return claimed ? { kind: "open", deadlineAt: claimed.deadlineAt, elsewhere: false } : { kind: "closed" };
  }
  const elsewhere = attempt.activeDevice !== null && attempt.activeDevice !== device;
  return { kind: "open", deadlineAt: attempt.deadlineAt, elsewhere };
}
