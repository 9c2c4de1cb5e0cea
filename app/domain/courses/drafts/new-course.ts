import { Document } from "yaml";
import type { CourseFiles } from "../course-source";
import { yamlText } from "../yaml-text";
import { COURSE_FILE } from "./course-yaml";
import { newLessonText } from "./lesson-file";
import { lessonIdOf, lessonPathOf, newLessonFile } from "./outline";
import type { NewCourse } from "./settings-form";

/** A course with one lesson in which nothing is written yet; the checks have nothing to say against it. */
export function newCourseFiles(course: NewCourse): CourseFiles {
  const { slug, title, summary, audience, studyForm, certificateName, reviewedOn, reviewedBy, reviewAgainBy } = course;
  const file = newLessonFile([], [], course.lessonTitle);
  const main = new Document({
    slug,
    title,
    summary,
    audience,
    language: "vi",
    studyForm,
    reviewedOn,
    reviewedBy,
    reviewAgainBy,
    criteria: [],
    certificate: { courseName: certificateName },
    lessons: [{ file, required: true }],
  });
  const lesson = newLessonText({
    id: lessonIdOf(file),
    title: course.lessonTitle,
    summary: course.objective,
    objective: course.objective,
    document: course.document,
    reviewedOn,
    reviewedBy,
    reviewAgainBy,
  });
  const bytes = (text: string) => new TextEncoder().encode(text);
  return new Map([
    [COURSE_FILE, bytes(yamlText(main))],
    [lessonPathOf(file), bytes(lesson)],
  ]);
}
