import { days, hours, minutes, seconds } from "../time";

/** How long after a try that failed the next one is made: after the first, the second, … */
const PAUSES = [
  seconds(10),
  seconds(30),
  minutes(2),
  minutes(5),
  minutes(15),
  minutes(30),
  hours(1),
  hours(2),
  hours(4),
  hours(4),
  hours(4),
  hours(4),
  hours(4),
];

/** After a day without success a delivery is given up; it can be sent again from the page. */
export const GIVEN_UP_AFTER = days(1);
/** A try that has not been noted after so long was cut off, and is made again. Longer than any try may take. */
export const LEASE = minutes(1);
/** Deliveries that are settled are kept so long. */
export const KEPT_FOR = days(90);

/** When to try again after `tries` tries, the first of them at `firstTryAt`; null: it is given up. */
export function nextTryAt(input: { tries: number; firstTryAt: Date; now: Date }): Date | null {
  const { tries, firstTryAt, now } = input;
  const giveUpAt = firstTryAt.getTime() + GIVEN_UP_AFTER;
  if (now.getTime() >= giveUpAt) return null;
  const pause = PAUSES[Math.min(tries, PAUSES.length) - 1] ?? PAUSES[0]!;
  // The last try stands at the end of the day, so that the day is used.
  return new Date(Math.min(now.getTime() + pause, giveUpAt));
}

/** What became of a try. `null` as status: no answer came. */
export type SendFault = "refused-address" | "unreachable" | "time-out" | "too-large" | "redirect" | "status" | "key";

export interface SendOutcome {
  status: number | null;
  fault: SendFault | null;
  milliseconds: number;
  /** The receiver asked to be left alone for so many seconds. */
  retryAfterSeconds: number | null;
}

/** How long a whole address rests: when it does not answer at all, or says itself that it is too much. */
export function restUntil(outcome: SendOutcome, next: Date | null, now: Date): Date | null {
  const asked = outcome.retryAfterSeconds;
  if (asked !== null && (outcome.status === 429 || outcome.status === 503))
    return new Date(now.getTime() + Math.min(seconds(asked), hours(1)));
  const silent = outcome.fault === "unreachable" || outcome.fault === "time-out";
  // One address that is down must not keep the hands full: the others go on, it is asked again with the next try.
  return silent && next ? new Date(Math.min(next.getTime(), now.getTime() + minutes(5))) : null;
}
