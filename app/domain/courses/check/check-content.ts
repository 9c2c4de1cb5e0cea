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
  /** Number of a document → its file. */
  documentFiles: ReadonlyMap<string, string>;
  /** Of courses and of the register. */
  problems: ContentProblem[];
}

/** `leading`: documents that were changed in the browser; courses are checked against them and not against their files. */
export function checkContent(
  content: ContentSource,
  { leading = [], ...input }: { parseQuestion: QuestionParser; today: string; leading?: readonly LegalDocument[] },
): ContentReport {
  const { register: files, documents, documentFiles, problems } = checkRegister(content.documents);
  const register = new Map([...files, ...leading.map((document) => [document.number, document] as const)]);
  const courses = content.courses.map((source) => checkCourse({ source, register, ...input }));
  const all = sortProblems([...problems, ...courses.flatMap((course) => course.problems)]);
  return { courses, documents, documentFiles, problems: all };
}
