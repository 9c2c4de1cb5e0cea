import type { AttemptCareLink, AttemptCarePage, AttemptInCare } from "~/domain/assessment/attempt-care/attempt-care";
import {
  countAnswered,
  findAttemptInCare,
  listAttemptsInCare,
} from "~/domain/assessment/attempt-care/attempt-care-store.server";
import { type ReopenRefusal, reopenRefusal } from "~/domain/assessment/attempt-care/reopening";
import { listAttemptEvents } from "~/domain/assessment/attempt-event-store.server";
import { actorOf } from "~/domain/audit/audit-event";
import type { OfficialIdentity, Viewer } from "~/domain/auth/permissions";
import type { LearningRecord } from "~/domain/completion/learning-record";
import { listLearningRecords } from "~/domain/completion/learning-record-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { noteAccess } from "~/domain/privacy/access-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";

/** One attempt of somebody within the scope, what was done to it, and what can be done now. */
export async function viewAttemptCare(input: {
  /** Nobody cares for their own attempt. */
  viewer: Viewer;
  attemptId: string;
  scope: readonly string[];
  now: Date;
}): Promise<AttemptCarePage> {
  const { attemptId, scope, viewer, now } = input;
  const attempt = await findAttemptInCare({ attemptId, scope });
  if (!attempt) throw notFound(`attempt ${attemptId}`);
  await noteAccess(db, { actor: actorOf(viewer), how: "attempt-page", officialId: attempt.official.id, now });
  const [events, counts, records, version] = await Promise.all([
    listAttemptEvents({ attemptId, scope }),
    countAnswered(attemptId),
    listLearningRecords({ officialId: attempt.official.id }),
    courseVersion(attempt.versionId),
  ]);
  return {
    attempt,
    ...counts,
    refusal: viewer.official?.id === attempt.official.id ? "own-attempt" : await refusalOf(attempt, records),
    events,
    minutesProposed: attempt.status === "open" ? 15 : version.manifest.test!.timeLimitMinutes,
  };
}

/** For a list of a person's attempts: what is offered at each. Empty outside the scope. */
export async function listAttemptCare(input: {
  asker: OfficialIdentity | null;
  officialId: string;
  scope: readonly string[];
}): Promise<AttemptCareLink[]> {
  if (input.scope.length === 0) return [];
  const attempts = await listAttemptsInCare(input);
  if (attempts.length === 0) return [];
  const records = await listLearningRecords({ officialId: input.officialId });
  const own = input.asker?.id === input.officialId;
  return Promise.all(
    attempts.map(async (attempt): Promise<AttemptCareLink> => {
      const refusal = await refusalOf(attempt, records);
      const offer = own ? null : refusal === "still-open" ? "add-time" : refusal === null ? "reopen" : null;
      return { attemptId: attempt.id, byTimer: attempt.byTimer, awaitsMarking: attempt.awaitsMarking, offer };
    }),
  );
}

async function refusalOf(attempt: AttemptInCare, records: readonly LearningRecord[]): Promise<ReopenRefusal | null> {
  const record = records.find(({ enrolmentId }) => enrolmentId === attempt.enrolmentId);
  if (!record) throw notFound(`record of attempt ${attempt.id}`);
  const { manifest } = await courseVersion(attempt.versionId);
  return reopenRefusal({
    attemptId: attempt.id,
    attempts: record.attempts,
    policy: manifest.test!,
    completed: record.completion !== null,
  });
}
