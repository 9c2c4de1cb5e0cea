/** What the page of a test's rules shows beside the form. */
import type { CourseFiles } from "../../courses/course-source";
import type { DrawFault } from "../../courses/check/check-draw";
import type { ContentProblem } from "../../courses/content-problem";
import type { TestPolicy } from "../../courses/course";
import type { Drawable } from "../../courses/draw-rule";

export interface PolicyView {
  course: { slug: string; title: string };
  /** Number of the version that the form is filled in for. */
  number: number;
  /** null: the course has no test yet. */
  policy: TestPolicy | null;
  topics: Record<string, string>;
  /** Numbers of the documents that ready questions cite. */
  documents: string[];
  /** What the lines of the draw are counted against. */
  questions: Drawable[];
}

/** Who learns from a version that the change does not reach. */
export interface UnderWay {
  people: number;
  /** Of them, with a paper open. */
  inTest: number;
}

export interface PolicyPreview {
  before: TestPolicy | null;
  after: TestPolicy;
  underWay: UnderWay;
}

export type PolicyRefusal =
  | { reason: "overtaken"; number: number }
  | { reason: "draw"; faults: DrawFault[] }
  | { reason: "problems"; problems: ContentProblem[] };

export const TEST_FILE = "test.yaml";

/** The file of the rules as text. */
export function testFileOf(files: CourseFiles): string | null {
  const bytes = files.get(TEST_FILE);
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}
