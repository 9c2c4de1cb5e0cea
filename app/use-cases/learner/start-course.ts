import { nextStepOf } from "~/domain/completion/learning-overview";
import { standingOf } from "~/domain/completion/learning-record";
import { findLearningRecord } from "~/domain/completion/learning-record-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { enrolByChoice, startEnrolment } from "~/domain/enrolment/enrolment-store.server";
import { notFound } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { inTransaction } from "~/platform/db.server";

/** Begins a course, assigned or chosen, and says which lesson comes first. Beginning twice is beginning once. */
export async function startCourse(input: {
  officialId: string;
  courseSlug: string;
  now: Date;
}): Promise<{ lessonId: string | null }> {
  const { officialId, courseSlug, now } = input;
  let record = await findLearningRecord({ officialId, courseSlug });
  if (!record?.startedAt) {
    await inTransaction(async (tx) => {
      if (record) await startEnrolment(tx, { enrolmentId: record.enrolmentId, officialId, now });
      else await enrolByChoice(tx, { officialId, courseSlug, cycle: localDay(now).slice(0, 4), now });
    });
    record = await findLearningRecord({ officialId, courseSlug });
  }
  if (!record) throw notFound(`course ${courseSlug}`);
  // Asked for, and out of use for now: its page says so.
  if (!record.startedAt) return { lessonId: null };
  const { manifest } = await courseVersion(record.versionId);
  const next = nextStepOf(manifest, record, standingOf(manifest, record, now));
  return { lessonId: next?.kind === "lesson" ? next.lessonId : (manifest.lessons[0]?.id ?? null) };
}
