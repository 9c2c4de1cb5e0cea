import type { CourseFiles } from "~/domain/courses/course-source";
import type { HostileLesson } from "./lessons";

const DAYS = "reviewedOn: 2026-11-10\nreviewedBy: Người rà soát\nreviewAgainBy: 2027-11-10\n";
const FRONT = `---\nid: thu\ntitle: Bài thử\nsummary: Thử.\nobjectives:\n  - Thử\nlegalBasis:\n  - { document: 1847/QĐ-TTg }\n${DAYS}---\n\n`;
const COURSE = `slug: thu-thach\ntitle: Thử thách\nsummary: Thử.\naudience: Mọi người\nlanguage: vi\nstudyForm: trực tuyến\n${DAYS}criteria: []\ncertificate:\n  courseName: Thử thách\nlessons:\n  - { file: 01-thu, required: true }\n`;

export const HOSTILE_SLUG = "thu-thach";
export const LESSON_PATH = "lessons/01-thu.mdx";

const bytes = (text: string) => new TextEncoder().encode(text);

export const lessonText = ({ text }: Pick<HostileLesson, "text">): string => text.replace(/^FRONT/, () => FRONT);

/** A course of one lesson: this one. */
export const courseOf = (lesson: Pick<HostileLesson, "text">): CourseFiles =>
  new Map([
    ["course.yaml", bytes(COURSE)],
    [LESSON_PATH, bytes(lessonText(lesson))],
    ["media/so-do.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
  ]);

export const HARMLESS_LESSON = { text: "FRONT## Mục\n\nMột bài học bình thường.\n" };
