import type { AskedAttempt, AskedStep, TurnExplanation } from "~/domain/completion/explanation";
import { formatDate } from "~/domain/time";
import { attemptPath, lessonPath, readAgainPath, testPath } from "~/paths";
import { DataTable } from "~/ui/kit/data-table";
import { Icon } from "~/ui/kit/icon";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import { percentWords } from "./turn-section";

/** Each thing that a course asks, what was done of it, and what comes next; with links for the learner. */
export function AskedSteps({ explanation, links }: { explanation: TurnExplanation; links: boolean }) {
  const t = useWords();
  return (
    <DataTable
      hideCaption
      caption={t("record.steps")}
      rows={explanation.steps}
      rowKey={(step) =>
        step.kind === "lesson" ? step.lessonId : step.kind === "test" ? "test" : `remedial ${step.questionId}`
      }
      columns={[
        { key: "step", header: t("record.step"), rowHeader: true, cell: (step) => titleOf(t, step) },
        { key: "state", header: t("record.state"), cell: (step) => <StepState step={step} /> },
        {
          key: "next",
          header: t("record.nextStep"),
          cell: (step) => <NextStep step={step} explanation={explanation} links={links} />,
        },
      ]}
    />
  );
}

function titleOf(t: Translate, step: AskedStep): string {
  if (step.kind === "lesson") return t("record.lessonStep", { title: step.title });
  return step.kind === "test" ? t("record.testStep") : t("record.remedialStep", { title: step.title });
}

function StepState({ step }: { step: AskedStep }) {
  const t = useWords();
  const day = step.doneAt && formatDate(step.doneAt);
  if (step.kind === "test") {
    return (
      <>
        {day ? <Done>{t("record.stepTestPassed", { day })}</Done> : t("record.stepTestOpen")}
        {step.attempts.length > 0 ? (
          <ul className="list-none p-0 text-sm">
            {step.attempts.map((attempt) => (
              <li key={attempt.number}>
                {t("record.attemptIs", {
                  number: String(attempt.number),
                  day: formatDate(attempt.at),
                  result: resultOf(t, attempt),
                })}
              </li>
            ))}
          </ul>
        ) : null}
      </>
    );
  }
  if (day) return <Done>{t("record.stepDone", { day })}</Done>;
  const begun = step.kind === "lesson" && step.begunAt;
  return begun ? t("record.stepBegun", { day: formatDate(begun) }) : t("record.stepNotBegun");
}

function Done({ children }: { children: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <Icon name="check" />
      {children}
    </span>
  );
}

function resultOf(t: Translate, { state, percent }: AskedAttempt): string {
  const reached = { percent: percent === null ? "" : percentWords(t, percent) };
  switch (state) {
    case "open":
      return t("record.attemptOpen");
    case "awaits-marking":
      return t("record.attemptWaits");
    case "passed":
      return t("record.attemptPassed", reached);
    case "not-passed":
      return t("record.attemptNotPassed", reached);
    case "voided":
      return t("record.attemptVoided");
    case "counts-no-more":
      return t("record.attemptNoMore", reached);
  }
}

function NextStep({ step, explanation, links }: { step: AskedStep; explanation: TurnExplanation; links: boolean }) {
  const t = useWords();
  const { courseSlug, standing } = explanation;
  if (step.doneAt) return t("record.nothing");
  if (standing.status === "completed") return t("record.stepNotNeeded");
  if (!explanation.offered && !explanation.begun) return t("record.notOffered");
  const lead = (href: string, text: string) => (links ? <a href={href}>{text}</a> : text);
  if (step.kind === "lesson") {
    return lead(lessonPath(courseSlug, step.lessonId), t(step.begunAt ? "record.goOnLesson" : "record.readLesson"));
  }
  if (step.kind === "remedial") return lead(readAgainPath(courseSlug, step.questionId), t("record.readAgain"));
  const { missing } = standing;
  if (step.openAttemptId) return lead(attemptPath(step.openAttemptId), t("record.goOnTest"));
  if (missing.some(({ kind }) => kind === "awaits-marking")) return t("record.waitForMarking");
  if (missing.some(({ kind }) => kind === "attempts-used-up")) return t("record.askForAttempts");
  if (missing.some(({ kind }) => kind === "lesson")) return t("record.lessonsFirst");
  return lead(testPath(courseSlug), t("record.takeTest", { count: step.attemptsLeft }));
}
