import type { Citation } from "../course";
import { isError, problemAt, type ContentProblem } from "../content-problem";
import { lessonFrontMatterSchema, type LessonFrontMatter } from "../content-schemas";
import { readText } from "../course-source";
import { sectionIds } from "../lesson/block-ids";
import { splitLesson } from "../lesson/front-matter";
import { checkCitation, checkReviewDays, LessonCheck, type LessonSurroundings } from "../lesson/lesson-check";
import { checkTree } from "../lesson/lesson-rules";
import { readLesson } from "../lesson/syntax";
import { readShape } from "../yaml-shape";
import { readYaml } from "../yaml-source";

/** A lesson that was proved to be data. */
export interface CheckedLesson {
  frontMatter: LessonFrontMatter;
  /** The text of the lesson, front matter blanked out. */
  body: string;
  /** Everything that it cites, front matter and text. */
  citations: Citation[];
  /** Ids of its second-level headings. */
  sections: string[];
}

export interface LessonReading {
  lesson: CheckedLesson | null;
  problems: ContentProblem[];
}

/** Front matter, syntax, rules: in this order, each only when the one before could be read. */
export function checkLesson(input: {
  file: string;
  bytes: Uint8Array;
  /** What the front matter's id has to be: the file name without its number. */
  id: string;
  around: LessonSurroundings;
  today: string;
}): LessonReading {
  const { file } = input;
  const around = { ...input.around, today: input.today };
  const { text, problems } = readText(input.bytes, file);
  if (text === null) return { lesson: null, problems };
  const split = splitLesson(text, file);
  problems.push(...split.problems);
  if (!split.lesson) return { lesson: null, problems };
  const frontMatter = checkFrontMatter({
    ...input,
    around,
    text: split.lesson.frontMatter,
    firstLine: split.lesson.firstLine,
  });
  problems.push(...frontMatter.problems);

  const read = readLesson(split.lesson.body, file);
  problems.push(...read.problems);
  const check = new LessonCheck(file, around);
  if (read.tree) checkTree(read.tree, check);
  problems.push(...check.problems);
  if (!frontMatter.value || !read.tree || problems.some(isError)) return { lesson: null, problems };
  const citations = [...frontMatter.value.legalBasis, ...check.citations];
  const sections = sectionIds(read.tree);
  return { lesson: { frontMatter: frontMatter.value, body: split.lesson.body, citations, sections }, problems };
}

/** Front matter against its shape, the register and the name of the file. */
export function checkFrontMatter(input: {
  file: string;
  text: string;
  firstLine: number;
  id: string;
  around: LessonSurroundings;
  today: string;
}): { value: LessonFrontMatter | null; problems: ContentProblem[] } {
  const { file, around } = input;
  const { yaml, problems } = readYaml(input);
  if (!yaml) return { value: null, problems };
  const { value, problems: faults } = readShape(lessonFrontMatterSchema, yaml);
  if (!value) return { value, problems: faults };
  const found = checkReviewDays(value, yaml, input.today);
  if (value.id !== input.id) {
    found.push(problemAt(file, yaml.placeOf(["id"]), "lesson-id-mismatch", { id: value.id, file: input.id }));
  }
  value.legalBasis.forEach((citation, index) => {
    found.push(...checkCitation(citation, around, file, yaml.placeOf(["legalBasis", index, "document"])));
  });
  return { value, problems: found };
}
