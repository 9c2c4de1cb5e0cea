import type { CourseStanding, NextStep } from "~/domain/completion/learning-overview";
import { formatDateTime } from "~/domain/time";
import { attemptPath, certificatePath, coursePath, lessonPath, readAgainPath, testPath } from "~/paths";
import type { Translate } from "~/ui/words/translate";

/** What comes next, in words. */
export function stepInWords(t: Translate, next: NextStep): string {
  switch (next.kind) {
    case "lesson":
      return t("learning.stepLesson", { title: next.title });
    case "test":
      return t("learning.stepTest", { count: next.attemptsLeft });
    case "open-paper":
      return t("learning.stepPaper", { time: formatDateTime(next.deadlineAt).slice(-5) });
    case "remedial":
      return t("learning.stepRemedial", { title: next.title });
    case "awaits-marking":
      return t("learning.stepMarking");
    case "not-offered":
      return t("learning.stepNotOffered");
    case "ask-training-officer":
      return t("learning.stepAsk");
  }
}

/** The verb of the button and where it leads. A course that is not begun begins on its own page. */
export function stepAction(t: Translate, course: CourseStanding): { label: string; href: string } {
  const { next, slug } = course;
  if (next === null) {
    return course.certificate
      ? { label: t("learning.viewCertificate"), href: certificatePath(course.certificate.serial) }
      : { label: t("learning.view"), href: coursePath(slug) };
  }
  if (course.standing.status === "not-started" && next.kind !== "not-offered")
    return { label: t("learning.start"), href: coursePath(slug) };
  if (next.kind === "lesson") return { label: t("learning.goOn"), href: lessonPath(slug, next.lessonId) };
  if (next.kind === "test") return { label: t("learning.toTest"), href: testPath(slug) };
  if (next.kind === "remedial") return { label: t("learning.toRemedial"), href: readAgainPath(slug, next.questionId) };
  if (next.kind === "open-paper") return { label: t("learning.toPaper"), href: attemptPath(next.attemptId) };
  return { label: t("learning.view"), href: coursePath(slug) };
}
