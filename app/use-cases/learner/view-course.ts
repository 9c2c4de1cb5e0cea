import type { CourseView } from "~/domain/completion/course-view";
import { courseStanding } from "~/domain/completion/learning-overview";
import { findLearningRecord } from "~/domain/completion/learning-record-store.server";
import { courseVersion, currentVersionOf } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";

/** A course as its reader sees it: where they are, how long it takes, what is left. */
export async function viewCourse(input: { officialId: string; courseSlug: string; now: Date }): Promise<CourseView> {
  const record = await findLearningRecord(input);
  const version = record?.startedAt
    ? await courseVersion(record.versionId)
    : await currentVersionOf(input.courseSlug, record ? "all" : "offered");
  if (!version) throw notFound(`course ${input.courseSlug}`);
  const progress = new Map(record?.lessons.map((lesson) => [lesson.lessonId, lesson]));
  return {
    manifest: version.manifest,
    versionNumber: version.number,
    publishedAt: version.publishedAt,
    standing: record && courseStanding(version.manifest, record, input.now),
    begun: record?.startedAt != null,
    lessons: version.manifest.lessons.map((lesson) => {
      const seen = progress.get(lesson.id);
      return { ...lesson, state: seen?.finishedAt ? "finished" : seen ? "begun" : "not-started" };
    }),
  };
}
