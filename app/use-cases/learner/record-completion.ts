import { randomBytes, randomUUID } from "node:crypto";
import { type AttemptFact, outcomeOf, percentThatCounts } from "~/domain/assessment/attempt-policy";
import { type Actor, actorOf, SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import { auditInsert } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { issueCertificate, takeLocks, turnLock } from "~/domain/certificates/issue-store.server";
import { courseOnPaper } from "~/domain/certificates/course-on-paper";
import { composeFacts } from "~/domain/certificates/facts";
import { readIssueFacts } from "~/domain/certificates/issue-facts-store.server";
import { signerConfigured } from "~/domain/certificates/signing/sign-pdf.server";
import { COMPLETION_MADE, insertCompletion } from "~/domain/completion/completion-store.server";
import type { Standing } from "~/domain/completion/evaluate";
import { countedAttempts } from "~/domain/completion/learning-record";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { packageScore } from "~/domain/enrolment/scorm/scorm-store.server";
import { countOneMore, standingsLockShared } from "~/domain/enrolment/standing-store.server";
import { env } from "~/platform/env.server";
import type { Prisma } from "~/platform/db.server";

/**
 * Puts a completion that has been earned on record and issues its certificate, in the transaction of the event that earned
 * it. A second call for the same person, course and turn changes nothing.
 */
export async function recordCompletion(
  tx: Prisma.TransactionClient,
  input: {
    viewer: Viewer | null;
    enrolmentId: string;
    standing: Standing;
    attempts: readonly (AttemptFact & { id: string })[];
    now: Date;
  },
): Promise<void> {
  const { standing, now } = input;
  // What was passed before a completion was declared void earns none again.
  const attempts = countedAttempts(input.attempts, standing.countsFrom ?? null);
  const read = await readIssueFacts(tx, { enrolmentId: input.enrolmentId });
  if (!read || !standing.completedAt) return;
  const { template } = read;
  const { manifest } = await courseVersion(read.facts.versionId);
  const passed = manifest.test && outcomeOf(attempts, manifest.test).by;
  const facts = { ...read.facts, attemptId: passed?.id ?? null, completedAt: standing.completedAt };
  const scorePercent = manifest.test
    ? percentThatCounts(attempts, manifest.test.attemptThatCounts)
    : // Without a test of its own, a course counts what its SCORM packages have measured.
      manifest.lessons.some(({ scorm }) => scorm)
      ? await packageScore(tx, input.enrolmentId)
      : null;
  const actor: Actor = input.viewer ? actorOf(input.viewer) : SYSTEM_ACTOR;
  const completionId = randomUUID();

  await takeLocks(tx, [standingsLockShared(facts), turnLock(facts)]);
  const recorded = await insertCompletion(tx, {
    id: completionId,
    enrolmentId: input.enrolmentId,
    facts,
    onTime: standing.onTime,
    scorePercent,
    attemptsUsed: attempts.filter((attempt) => attempt.status === "submitted").length,
    because: standing.because,
    recordedAt: now,
    together: {
      counted: countOneMore(facts, COMPLETION_MADE),
      told: auditInsert(
        [
          {
            actor,
            action: "completion.recorded",
            subject: { type: "completion", id: completionId, label: `${facts.fullName} – ${facts.courseTitle}` },
            unitPath: facts.unitPath,
            after: { cycle: facts.cycle, scorePercent, onTime: standing.onTime },
            at: now,
          },
        ],
        COMPLETION_MADE,
      ),
    },
  });
  if (!recorded) return;

  await issueCertificate(tx, {
    completion: {
      completionId,
      officialId: facts.officialId,
      courseId: facts.courseId,
      versionId: facts.versionId,
      cycle: facts.cycle,
    },
    issuerCode: template.content.issuerCode,
    template,
    compose: (entry) =>
      composeFacts({
        entry,
        issuer: template.content,
        digitallySigned: signerConfigured(),
        completion: {
          ...facts,
          scorePercent,
          ...courseOnPaper(manifest),
        },
        verifyAddress: `${env().origin}/verify`,
      }),
    tell: (issued) =>
      auditInsert([
        {
          actor: SYSTEM_ACTOR,
          action: "certificate.issued",
          subject: { type: "certificate", id: issued.id, label: issued.number },
          unitPath: facts.unitPath,
          after: { serial: issued.serial, fullName: facts.fullName, course: facts.courseTitle },
          at: now,
        },
      ]),
    now,
    randomBytes,
    randomId: randomUUID,
  });
}
