/** Everything that can be said about a course folder without a database and without running anything. */
import type { Question } from "../../assessment/question-types";
import type { DocumentRegister } from "../../documents/document";
import type { TestPolicy } from "../course";
import { isError, problemAt, sortProblems, type ContentProblem } from "../content-problem";
import { courseSchema, testSchema, type CourseFile } from "../content-schemas";
import { checkFiles, filePath, readText, type CourseSource } from "../course-source";
import { checkReviewDays } from "../lesson/lesson-check";
import { readShape } from "../yaml-shape";
import { readYaml, type YamlSource } from "../yaml-source";
import { checkBanks, type CheckedBanks, type QuestionParser } from "./check-bank";
import { drawFaults } from "./check-draw";
import { checkLesson, type CheckedLesson } from "./check-lesson";
import { checkMediaFolder } from "./check-media";
import { checkPackage, type PackageLesson } from "./check-package";

export interface CheckedCourse {
  source: CourseSource;
  course: CourseFile;
  lessons: (CheckedLesson & { required: boolean })[];
  /** Items of its SCORM package, which come behind the lessons. */
  packaged: PackageLesson[];
  test: TestPolicy | null;
  topics: Record<string, string>;
  questions: Question[];
}

export interface CourseCheck {
  folder: string;
  /** From course.yaml when it could be read, otherwise the folder's name. */
  title: string;
  problems: ContentProblem[];
  /** null when there are errors: such a course is not published. */
  course: CheckedCourse | null;
}

export interface CourseCheckInput {
  source: CourseSource;
  register: DocumentRegister;
  parseQuestion: QuestionParser;
  /** The day in Vietnam, for reviews that are overdue. */
  today: string;
}

export function checkCourse(input: CourseCheckInput): CourseCheck {
  const { source, register, parseQuestion, today } = input;
  const problems = checkFiles(source);
  const finish = (title: string, course: CheckedCourse | null): CourseCheck => ({
    folder: source.folder,
    title,
    problems: sortProblems(problems),
    course: problems.some(isError) ? null : course,
  });
  // Files that are too large or too many are not looked into.
  if (problems.some(({ rule }) => rule === "file-too-large" || rule === "too-many-files"))
    return finish(source.folder, null);

  problems.push(...checkMediaFolder(source));
  const main = readFile(source, "course.yaml", problems);
  if (!main) return finish(source.folder, null);
  const shape = readShape(courseSchema, main);
  problems.push(...shape.problems);
  const course = shape.value;
  if (!course) return finish(source.folder, null);
  problems.push(...checkReviewDays(course, main, today));
  if (course.slug !== source.folder) {
    problems.push(
      problemAt(main.file, main.placeOf(["slug"]), "slug-mismatch", { slug: course.slug, folder: source.folder }),
    );
  }

  const { lessons: packaged, problems: packageFaults } = checkPackage(source, course, main);
  problems.push(...packageFaults);
  const lessonIds = [...course.lessons.map(({ file }) => lessonId(file)), ...packaged.map(({ id }) => id)];
  const lessons = checkLessons(input, course, main, lessonIds, problems);
  const sections = new Map(lessons.map((lesson) => [lesson.frontMatter.id, lesson.sections]));
  const banks = checkBanks({ source, parseQuestion, register, today, lessonIds, sections });
  problems.push(...banks.problems);
  const test = checkTest(source, banks, problems);
  return finish(course.title, {
    source,
    course,
    lessons,
    packaged,
    test,
    topics: banks.topics,
    questions: banks.questions,
  });
}

const lessonId = (file: string) => file.replace(/^\d{2}-/, "");

function readFile(source: CourseSource, path: string, problems: ContentProblem[]): YamlSource | null {
  const bytes = source.files.get(path);
  const file = filePath(source, path);
  if (!bytes) {
    problems.push(problemAt(file, null, "file-missing", { path }));
    return null;
  }
  const { text, problems: faults } = readText(bytes, file);
  problems.push(...faults);
  if (text === null) return null;
  const read = readYaml({ text, file });
  problems.push(...read.problems);
  return read.yaml;
}

function checkLessons(
  { source, register, today }: CourseCheckInput,
  course: CourseFile,
  main: YamlSource,
  lessonIds: readonly string[],
  problems: ContentProblem[],
): CheckedCourse["lessons"] {
  const media = new Set([...source.files.keys()].filter((path) => path.startsWith("media/")));
  const around = { register, lessonIds, media };
  const lessons: CheckedCourse["lessons"] = [];
  course.lessons.forEach(({ file, required }, index) => {
    const path = `lessons/${file}.mdx`;
    const place = main.placeOf(["lessons", index, "file"]);
    const first = lessonIds.indexOf(lessonId(file));
    if (first < index) {
      problems.push(
        problemAt(main.file, place, "id-duplicate", {
          id: lessonId(file),
          line: main.placeOf(["lessons", first, "file"]).line,
        }),
      );
    }
    const bytes = source.files.get(path);
    if (!bytes) {
      problems.push(problemAt(main.file, place, "file-missing", { path }));
      return;
    }
    const read = checkLesson({ file: filePath(source, path), bytes, id: lessonId(file), around, today });
    problems.push(...read.problems);
    if (read.lesson) lessons.push({ ...read.lesson, required });
  });
  const listed = new Set(course.lessons.map(({ file }) => `lessons/${file}.mdx`));
  for (const path of source.files.keys()) {
    if (!path.startsWith("lessons/") || listed.has(path)) continue;
    const file = path.slice("lessons/".length).replace(/\.mdx$/, "");
    const rule = /^\d{2}-[a-z0-9]+(-[a-z0-9]+)*$/.test(file) ? "lesson-not-listed" : "lesson-file-name";
    problems.push(problemAt(filePath(source, path), null, rule, { file }));
  }
  return lessons;
}

function checkTest(source: CourseSource, banks: CheckedBanks, problems: ContentProblem[]): TestPolicy | null {
  if (!source.files.has("test.yaml")) return null;
  const yaml = readFile(source, "test.yaml", problems);
  if (!yaml) return null;
  const { value, problems: faults } = readShape(testSchema, yaml);
  problems.push(...faults);
  // With faulty questions their number says nothing yet.
  const countable = !banks.problems.some(isError);
  const { topics, questions } = banks;
  for (const fault of value ? drawFaults(value.draw, { topics: Object.keys(topics), questions, countable }) : []) {
    const place = yaml.placeOf(["draw", fault.line, fault.field]);
    problems.push(problemAt(yaml.file, place, fault.rule, fault.values));
  }
  return value;
}
