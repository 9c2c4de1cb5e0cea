import { learningOverview, type LearningOverview, courseStanding } from "~/domain/completion/learning-overview";
import { listLearningRecords } from "~/domain/completion/learning-record-store.server";
import { courseVersion, listPublishedCourses } from "~/domain/courses/version-cache.server";

/** Everything that an official has to learn, is learning and has learnt, with the one next step. */
export async function listMyLearning(input: { officialId: string; now: Date }): Promise<LearningOverview> {
  const [records, published] = await Promise.all([listLearningRecords(input), listPublishedCourses()]);
  const standings = await Promise.all(
    records.map(async (record) => courseStanding((await courseVersion(record.versionId)).manifest, record, input.now)),
  );
  const mine = new Set(records.map((record) => record.courseSlug));
  const available = published
    .filter((course) => !mine.has(course.slug))
    .map(({ slug, title, summary, minutes }) => ({ slug, title, summary, minutes }));
  return learningOverview(standings, available, input.now);
}
