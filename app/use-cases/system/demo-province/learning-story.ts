import { days, hours, localDay, minutes, startOfDay } from "~/domain/time";
import type { Chance } from "./chance";

/** What somebody does in a course, and when. */
export type LearningStep =
  | { kind: "begin"; at: Date }
  | { kind: "lesson"; lessonId: string; openedAt: Date; finishedAt: Date }
  | { kind: "test"; startedAt: Date; handedInAt: Date; wrong: number };

const OPENING = hours(7.5);
const CLOSING = hours(17);

/** How people go about a course: most finish at the first try, some at the second, some stop on the way. */
const WAYS = [
  ["first-try", 58],
  ["second-try", 12],
  ["failed", 6],
  ["under-way", 24],
] as const;

/**
 * One person's way through a course within a span of time: in sittings within office hours, one lesson after another at
 * about its reading time, then the test. What would lie in the future has not happened.
 */
export function learningStory(input: {
  lessons: readonly { id: string; minutes: number }[];
  test: { questions: number; passPercent: number; timeLimitMinutes: number };
  from: Date;
  now: Date;
  chance: Chance;
}): LearningStep[] {
  const { lessons, test, now, chance } = input;
  const way = chance.pickWeighted(WAYS);
  const span = now.getTime() - input.from.getTime();
  let at = atDesk(new Date(input.from.getTime() + chance.next() * 0.85 * span), chance);
  const steps: LearningStep[] = [{ kind: "begin", at }];
  const many = way === "under-way" ? chance.whole(1, lessons.length - 1) : lessons.length;

  function goOn(spent: number): void {
    at = new Date(at.getTime() + spent);
    if (localTime(at) > CLOSING || chance.happens(0.15)) {
      at = atDesk(new Date(at.getTime() + days(chance.whole(1, 2))), chance);
    }
  }

  for (const lesson of lessons.slice(0, many)) {
    const finishedAt = new Date(at.getTime() + minutes(lesson.minutes * (0.8 + chance.next() * 0.7)));
    steps.push({ kind: "lesson", lessonId: lesson.id, openedAt: at, finishedAt });
    goOn(finishedAt.getTime() - at.getTime() + minutes(chance.whole(1, 4)));
  }
  if (way === "under-way") return past(steps, now);

  const allowed = Math.floor(test.questions * (1 - test.passPercent / 100) + 1e-9);
  const tryTest = (wrong: number) => {
    const handedInAt = new Date(at.getTime() + minutes(test.timeLimitMinutes * (0.35 + chance.next() * 0.55)));
    steps.push({ kind: "test", startedAt: at, handedInAt, wrong });
    goOn(handedInAt.getTime() - at.getTime() + minutes(chance.whole(5, 40)));
  };
  if (way !== "first-try") tryTest(allowed + chance.whole(2, 5));
  if (way !== "failed") tryTest(chance.whole(0, allowed));
  return past(steps, now);
}

function past(steps: LearningStep[], now: Date): LearningStep[] {
  const end = (step: LearningStep) =>
    step.kind === "begin" ? step.at : step.kind === "lesson" ? step.finishedAt : step.handedInAt;
  const firstAhead = steps.findIndex((step) => end(step) >= now);
  return firstAhead < 0 ? steps : steps.slice(0, firstAhead);
}

function localTime(at: Date): number {
  return at.getTime() - startOfDay(localDay(at)).getTime();
}

/** Some moment of the same day, or the next working day, within office hours. */
function atDesk(at: Date, chance: Chance): Date {
  let day = startOfDay(localDay(at)).getTime();
  // 1 January 1970 was a Thursday: 2 and 3 are Saturday and Sunday.
  while (Math.floor((day + hours(7)) / days(1)) % 7 === 2 || Math.floor((day + hours(7)) / days(1)) % 7 === 3) {
    day += days(1);
  }
  return new Date(day + OPENING + chance.next() * (CLOSING - OPENING - hours(1)));
}
