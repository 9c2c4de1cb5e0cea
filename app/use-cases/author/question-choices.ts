import type { BankFiles } from "~/domain/assessment/bank/bank-files";
import type { OfferedCase, QuestionChoices } from "~/domain/assessment/bank/question-page";
import { asCase } from "~/domain/assessment/question-form/settle-question";
import type { CourseFiles } from "~/domain/courses/course-source";
import { lessonIdOf } from "~/domain/courses/drafts/outline";
import type { WorkingCourse } from "~/domain/courses/drafts/working-course";
import { sectionsIn } from "~/domain/courses/lesson/sections-in";
import type { DocumentRegister } from "~/domain/documents/document";

/** What the fields of a question of this course offer. `bank`: only the cases of that topic, null: of all. */
export function questionChoices(input: {
  working: WorkingCourse;
  files: CourseFiles;
  banks: BankFiles;
  register: DocumentRegister;
  bank: string | null;
}): QuestionChoices {
  const { working, files, banks, register, bank } = input;
  const cited = working.questions.map(({ citation }) => citation);
  const documents = [...register.values()].map(({ number, title, status, places = [] }) => {
    const known = [...places, ...cited.filter(({ document }) => document === number)];
    const each = (part: "article" | "clause") =>
      [...new Set(known.flatMap((place) => place[part] ?? []))].sort((a, b) =>
        a.localeCompare(b, "vi", { numeric: true }),
      );
    return { number, title, expired: status === "expired", articles: each("article"), clauses: each("clause") };
  });
  const lessons = working.lessons.map(({ id, title }) => ({ id, title }));
  return { documents, lessons, sections: sectionsOfLessons(files, lessons), cases: casesOffered(working, banks, bank) };
}

function sectionsOfLessons(files: CourseFiles, lessons: readonly { id: string }[]): QuestionChoices["sections"] {
  const paths = [...files.keys()];
  return lessons.flatMap(({ id }) => {
    const path = paths.find((each) => lessonIdOf(/^lessons\/(.+)\.mdx$/.exec(each)?.[1] ?? "") === id);
    const text = path === undefined ? "" : new TextDecoder().decode(files.get(path));
    return sectionsIn(text).map((section) => ({ ...section, lesson: id }));
  });
}

function casesOffered(working: WorkingCourse, banks: BankFiles, bank: string | null): OfferedCase[] {
  return banks
    .cases()
    .filter(({ topic }) => bank === null || topic === bank)
    .flatMap(({ topic, case: raw }) => {
      const about = asCase(raw);
      const questions = working.questions.filter((each) => each.case?.id === about?.id).length;
      return about ? [{ ...about, topic, questions }] : [];
    });
}
