import { type CourseStanding, courseStanding } from "~/domain/completion/learning-overview";
import { findLearningRecord } from "~/domain/completion/learning-record-store.server";
import type { CourseManifest } from "~/domain/courses/course";
import { courseVersion, currentVersionOf } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";

export interface CourseView {
  manifest: CourseManifest;
  versionNumber: number;
  publishedAt: Date;
  /** null: not begun and not assigned. */
  standing: CourseStanding | null;
  begun: boolean;
  lessons: { id: string; title: string; summary: string; minutes: number; required: boolean; state: "not-started" | "begun" | "finished" }[];
}

/** A course as its reader sees it: where they are, how long it takes, what is left. */
export async function viewCourse(input: { officialId: string; courseSlug: string; now: Date }): Promise<CourseView> {
  const record = await findLearningRecord(input);
  const version = record?.startedAt ? await courseVersion(record.versionId) : await currentVersionOf(input.courseSlug);
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
