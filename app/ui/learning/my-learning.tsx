import type { CourseStanding, LearningOverview } from "~/domain/completion/learning-overview";
import { coursePath, myCodePath } from "~/paths";
import { Card } from "~/ui/kit/card";
import { EmptyState } from "~/ui/kit/empty-state";
import { SectionHeading } from "~/ui/kit/section-heading";
import { DueSupplements } from "~/ui/supplements/supplement-items";
import { durationInWords } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { CompletedCard, CourseCard } from "./course-card";

/** My learning: the one next step first, then everything in its group. */
export function MyLearning({ overview }: { overview: LearningOverview }) {
  const t = useWords();
  const { next, available } = overview;
  // The leading card says it already.
  const others = (courses: CourseStanding[]) => courses.filter((course) => course !== next);
  // What waits for an officer is there, though nothing is to be done about it now.
  const { overdue, due, underWay, done } = overview;
  const nothing = [overdue, due, underWay, done].every((courses) => courses.length === 0);
  return (
    <div className="stack-lg">
      <DueSupplements supplements={overview.supplements} />
      {next ? (
        <CourseCard course={next} leading />
      ) : (
        <EmptyState
          icon={nothing ? "book" : "check-circle"}
          title={t(nothing ? "learning.neverTitle" : "learning.nothingTitle")}
        >
          {t(nothing ? "learning.neverText" : "learning.nothingText")}
        </EmptyState>
      )}
      <Group title={t("learning.overdue")} courses={others(overview.overdue)} />
      <Group title={t("learning.due")} courses={others(overview.due)} />
      <Group title={t("learning.underWay")} courses={others(overview.underWay)} />
      {overview.done.length > 0 ? (
        <section>
          <SectionHeading>{t("learning.done")}</SectionHeading>
          <div className="card-list">
            {overview.done.map((course) => (
              <CompletedCard key={`${course.slug}.${course.cycle}`} course={course} />
            ))}
          </div>
        </section>
      ) : null}
      {available.length > 0 ? (
        <section>
          <SectionHeading lead={t("learning.availableLead")}>{t("learning.available")}</SectionHeading>
          <div className="card-list">
            {available.map((course) => (
              <Card key={course.slug} title={course.title} level={3} href={coursePath(course.slug)}>
                <p>{course.summary}</p>
                <p className="hint">{t("learning.timeInAll", { time: durationInWords(t, course.minutes) })}</p>
              </Card>
            ))}
          </div>
        </section>
      ) : null}
      <p>
        <a href={myCodePath()}>{t("localCode.readTitle")}</a>
      </p>
    </div>
  );
}

function Group({ title, courses }: { title: string; courses: CourseStanding[] }) {
  if (courses.length === 0) return null;
  return (
    <section>
      <SectionHeading>{title}</SectionHeading>
      <div className="card-list">
        {courses.map((course) => (
          <CourseCard key={`${course.slug}.${course.cycle}`} course={course} />
        ))}
      </div>
    </section>
  );
}
