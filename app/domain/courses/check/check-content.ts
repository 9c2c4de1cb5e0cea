import type { LegalDocument } from "../../documents/document";
import { sortProblems, type ContentProblem } from "../content-problem";
import type { CourseSource } from "../course-source";
import type { QuestionParser } from "./check-bank";
import { checkCourse, type CourseCheck } from "./check-course";
import { checkRegister } from "./check-register";

/** The files of `content/`, wherever they come from. */
export interface ContentSource {
  courses: CourseSource[];
  /** Path from the root of the project → bytes. */
  documents: ReadonlyMap<string, Uint8Array>;
}

export interface ContentReport {
  courses: CourseCheck[];
  documents: LegalDocument[];
  /** Of courses and of the register. */
  problems: ContentProblem[];
}

export function checkContent(
  content: ContentSource,
  input: { parseQuestion: QuestionParser; today: string },
): ContentReport {
  const { register, documents, problems } = checkRegister(content.documents);
  const courses = content.courses.map((source) => checkCourse({ source, register, ...input }));
  return { courses, documents, problems: sortProblems([...problems, ...courses.flatMap((course) => course.problems)]) };
}
