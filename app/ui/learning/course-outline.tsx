import type { CourseView } from "~/domain/completion/course-view";
import { formatDate, formatDay } from "~/domain/time";
import { coursePath, lessonPath, myTurnPath, testPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { Card } from "~/ui/kit/card";
import { Icon, type IconName } from "~/ui/kit/icon";
import { ProgressBar } from "~/ui/kit/progress-bar";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { SupplementList } from "~/ui/supplements/supplement-items";
import { durationInWords } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { DueTag } from "./course-card";
import { stepAction, stepInWords } from "./next-step";
import { StandingReasons } from "./standing-reasons";

const STATES = {
  "not-started": { icon: "circle", words: "learning.stateNotStarted" },
  begun: { icon: "half", words: "learning.stateBegun" },
  finished: { icon: "check-circle", words: "learning.stateFinished" },
} as const satisfies Record<string, { icon: IconName; words: string }>;

/** A course: where the reader is, how long it takes, what is left, and the certificate at the end. */
export function CourseOutline({ course }: { course: CourseView }) {
  const t = useWords();
  const { manifest, lessons, standing } = course;
  return (
    <div className="stack-lg">
      <Where course={course} />
      {standing ? <SupplementList supplements={standing.supplements} links /> : null}
      <section>
        <SectionHeading>{t("learning.contents")}</SectionHeading>
        <ol className="course-outline">
          {lessons.map((lesson, index) => {
            const state = STATES[lesson.state];
            const about = (
              <>
                <span className="outline-kicker">
                  {t("learning.lessonNumber", { number: index + 1 })}
                  {lesson.required ? "" : ` (${t("learning.optionalLesson")})`}
                </span>
                <span className="outline-title">{lesson.title}</span>
              </>
            );
            return (
              <li key={lesson.id} className={`outline-item is-${lesson.state}`}>
                <Icon name={state.icon} />
                <div>
                  {course.begun ? <a href={lessonPath(manifest.slug, lesson.id)}>{about}</a> : <div>{about}</div>}
                  <p className="hint">{lesson.summary}</p>
                </div>
                <p className="outline-state">
                  <span>{t(state.words)}</span>
                  <span>{t("kit.minutes", { count: lesson.minutes })}</span>
                </p>
              </li>
            );
          })}
          {manifest.test ? <TestItem course={course} /> : null}
          <li className="outline-item">
            <Icon name="certificate" />
            <div>
              <span className="outline-title">{t("learning.certificateAtEnd")}</span>
              <p className="hint">{t("learning.certificateAtEndAbout")}</p>
            </div>
          </li>
        </ol>
      </section>
      {standing && standing.standing.status !== "not-started" ? (
        <section className="prose">
          <StandingReasons standing={standing.standing} />
          <p className="no-print">
            <a href={myTurnPath(standing.enrolmentId)}>
              {t(standing.standing.status === "completed" ? "record.why" : "record.whyNot")}
            </a>
          </p>
        </section>
      ) : null}
      <p className="hint">
        {t("learning.version", {
          number: course.versionNumber,
          date: formatDate(course.publishedAt),
          reviewed: formatDay(manifest.reviewedOn),
          reviewer: manifest.reviewedBy,
        })}
      </p>
    </div>
  );
}

function Where({ course }: { course: CourseView }) {
  const t = useWords();
  const { manifest, standing } = course;
  const minutes =
    manifest.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0) + (manifest.test?.timeLimitMinutes ?? 0);
  const begin = (
    <form method="post" action={coursePath(manifest.slug)}>
      <Button type="submit" icon="next" iconAt="end">
        {t("learning.start")}
      </Button>
    </form>
  );
  if (!standing || !course.begun) {
    const waits = standing?.next?.kind === "not-offered" ? standing.next : null;
    return (
      <Card strong actions={waits ? null : begin}>
        <p className="course-card-facts">
          {standing ? <DueTag course={standing} /> : null}
          <span>{t("learning.timeInAll", { time: durationInWords(t, minutes) })}</span>
          {standing?.dueOn ? <span>{t("learning.dueOn", { date: formatDay(standing.dueOn) })}</span> : null}
        </p>
        {waits ? <p>{stepInWords(t, waits)}</p> : null}
        {standing?.assignment ? (
          <p>
            {t("learning.assignedBecause", {
              unit: standing.assignment.unitName,
              date: formatDate(standing.assignment.assignedAt),
            })}
          </p>
        ) : null}
      </Card>
    );
  }
  const action = stepAction(t, standing);
  const done = standing.standing.status === "completed";
  return (
    <Card
      strong
      actions={
        <Button href={action.href} icon={done ? "certificate" : "next"} iconAt={done ? "start" : "end"}>
          {action.label}
        </Button>
      }
    >
      <p className="course-card-facts">
        {done ? (
          <StatusTag tone="success" icon="check-circle">
            {t("learning.done")}
          </StatusTag>
        ) : (
          <>
            <DueTag course={standing} />
            <span>{t("learning.timeLeft", { time: durationInWords(t, standing.minutesLeft) })}</span>
          </>
        )}
        {standing.dueOn ? <span>{t("learning.dueOn", { date: formatDay(standing.dueOn) })}</span> : null}
      </p>
      {standing.next ? <p>{stepInWords(t, standing.next)}</p> : null}
      <ProgressBar
        label={t("learning.progressLabel")}
        value={standing.standing.progressPercent}
        max={100}
        text={t("learning.lessonsDone", { done: standing.lessonsDone, total: standing.lessonsInAll })}
      />
    </Card>
  );
}

function TestItem({ course }: { course: CourseView }) {
  const t = useWords();
  const { manifest, standing } = course;
  const test = manifest.test!;
  const state = testState(course);
  const title = <span className="outline-title">{t("learning.finalTest")}</span>;
  return (
    <li className={`outline-item ${state === "passed" ? "is-finished" : ""}`}>
      <Icon name={state === "passed" ? "check-circle" : state === "closed" ? "lock" : "document"} />
      <div>
        {standing && course.begun ? <a href={testPath(manifest.slug)}>{title}</a> : title}
        <p className="hint">
          {t("learning.finalTestAbout", {
            questions: test.draw.reduce((sum, each) => sum + each.count, 0),
            minutes: test.timeLimitMinutes,
            percent: `${test.passPercent}%`,
            attempts: test.attempts,
          })}
        </p>
      </div>
      <p className="outline-state">
        <span>{t(TEST_STATES[state])}</span>
      </p>
    </li>
  );
}

const TEST_STATES = {
  passed: "learning.testPassed",
  "used-up": "learning.testUsedUp",
  ready: "learning.testReady",
  closed: "learning.testOpensAfter",
} as const;

function testState({ standing }: CourseView): keyof typeof TEST_STATES {
  if (!standing) return "closed";
  const { missing, because, status } = standing.standing;
  if (status === "completed" || because.some((reason) => reason.kind === "test-passed")) return "passed";
  if (missing.some((each) => each.kind === "attempts-used-up")) return "used-up";
  return missing.some((each) => each.kind === "lesson") ? "closed" : "ready";
}
