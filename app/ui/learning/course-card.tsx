import type { CourseStanding } from "~/domain/completion/learning-overview";
import { formatDate, formatDay } from "~/domain/time";
import { coursePath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { Card } from "~/ui/kit/card";
import { ProgressBar } from "~/ui/kit/progress-bar";
import { StatusTag } from "~/ui/kit/status-tag";
import { dueInWords, durationInWords, formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { stepAction, stepInWords } from "./next-step";

/** "còn 5 ngày", "quá hạn 3 ngày" … with an icon, so that colour never says it alone. */
export function DueTag({ course }: { course: CourseStanding }) {
  const t = useWords();
  if (course.daysLeft === null) return null;
  const words = dueInWords(t, course.daysLeft);
  if (course.standing.overdue) {
    return (
      <StatusTag tone="danger" icon="warning">
        {words}
      </StatusTag>
    );
  }
  return (
    <StatusTag tone={course.daysLeft <= 7 ? "warning" : "info"} icon="clock">
      {words}
    </StatusTag>
  );
}

/** One course that is not completed: when it is due, how far it is, what comes next. */
export function CourseCard({ course, leading = false }: { course: CourseStanding; leading?: boolean }) {
  const t = useWords();
  const action = stepAction(t, course);
  return (
    <Card
      title={course.title}
      level={leading ? 2 : 3}
      href={leading ? undefined : coursePath(course.slug)}
      strong={leading}
      kicker={leading ? t("learning.nextTitle") : t(course.required ? "learning.required" : "learning.optional")}
      actions={
        <Button
          href={action.href}
          kind={leading ? "primary" : "secondary"}
          icon={leading ? "next" : undefined}
          iconAt="end"
        >
          {action.label}
        </Button>
      }
    >
      <p className="course-card-facts">
        <DueTag course={course} />
        <span>
          {course.dueOn === null ? t("learning.noDue") : t("learning.dueOn", { date: formatDay(course.dueOn) })}
        </span>
        <span>{t("learning.timeLeft", { time: durationInWords(t, course.minutesLeft) })}</span>
      </p>
      {course.next ? <p>{stepInWords(t, course.next)}</p> : null}
      <ProgressBar
        label={t("learning.progressLabel")}
        value={course.standing.progressPercent}
        max={100}
        text={t("learning.lessonsDone", { done: course.lessonsDone, total: course.lessonsInAll })}
        hideLabel
      />
      <p className="hint">
        {course.assignment
          ? t("learning.assignedBecause", {
              unit: course.assignment.unitName,
              date: formatDate(course.assignment.assignedAt),
            })
          : t("learning.chosen")}
        {course.assignment?.note ? ` ${course.assignment.note}` : ""}
      </p>
    </Card>
  );
}

/** One completed course. */
export function CompletedCard({ course }: { course: CourseStanding }) {
  const t = useWords();
  const { onTime, completedAt } = course.standing;
  const action = stepAction(t, course);
  return (
    <Card
      title={course.title}
      level={3}
      href={coursePath(course.slug)}
      actions={
        <Button href={action.href} kind="secondary" icon={course.certificate ? "certificate" : undefined}>
          {action.label}
        </Button>
      }
    >
      <p className="course-card-facts">
        <StatusTag tone="success" icon="check-circle">
          {t("learning.done")}
        </StatusTag>
        {completedAt ? <span>{t("learning.completedOn", { date: formatDate(completedAt) })}</span> : null}
        {onTime === null ? null : <span>{t(onTime ? "learning.onTime" : "learning.late")}</span>}
        {course.scorePercent === null ? null : (
          <span>
            {t("learning.score", {
              score: `${formatNumber(course.scorePercent, { decimals: course.scorePercent % 1 ? 1 : 0 })}%`,
            })}
          </span>
        )}
      </p>
    </Card>
  );
}
