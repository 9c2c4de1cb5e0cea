/** What the page of a test's rules shows beside the form. */
import type { CourseFiles } from "../../courses/course-source";
import type { DrawFault } from "../../courses/check/check-draw";
import type { DraftNotice, DraftRefusal } from "../../courses/drafts/working-course";
import type { TestPolicy } from "../../courses/course";
import type { Drawable } from "../../courses/draw-rule";

export interface PolicyView {
  course: { slug: string; title: string };
  /** Into which the rules are written; null: saving opens one. */
  draft: DraftNotice;
  published: boolean;
  /** What test.yaml was when the form was made. */
  over: string;
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
  | { reason: "draw"; faults: DrawFault[] }
  /** `standing`: the rules that stand there now, when somebody else saved meanwhile. */
  | (DraftRefusal & { standing?: PolicyPreview });

export const TEST_FILE = "test.yaml";

/** The file of the rules as text. */
export function testFileOf(files: CourseFiles): string | null {
  const bytes = files.get(TEST_FILE);
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}
