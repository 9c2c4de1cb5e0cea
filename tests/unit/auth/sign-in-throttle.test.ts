import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterFailure, FREE_TRIES, remainingWait, type ThrottleState, waitAfter } from "~/domain/auth/sign-in-throttle";
import { minutes, seconds } from "~/domain/time";

const START = new Date("2026-11-23T02:00:00Z");
const later = (from: Date, milliseconds: number) => new Date(from.getTime() + milliseconds);

/** The state after so many wrong tries, each made as soon as it was allowed. */
function afterTries(count: number, freeTries: number): { state: ThrottleState | null; now: Date } {
  let state: ThrottleState | null = null;
  let now = START;
  for (let index = 0; index < count; index += 1) {
    now = later(now, remainingWait(state, now));
    state = afterFailure(state, freeTries, now);
  }
  return { state, now };
}

describe("waiting after wrong tries to sign in", () => {
  test("four wrong tries cost nothing, the fifth makes the sixth wait half a minute", () => {
    expect(remainingWait(afterTries(4, FREE_TRIES.identifier).state, START)).toBe(0);
    const { state, now } = afterTries(5, FREE_TRIES.identifier);
    expect(remainingWait(state, now)).toBe(seconds(30));
    expect(remainingWait(state, later(now, seconds(29)))).toBe(seconds(1));
    expect(remainingWait(state, later(now, seconds(30)))).toBe(0);
  });

  test("the wait never shrinks with more failures and never exceeds a quarter of an hour", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 100 }), (failures, freeTries) => {
        const wait = waitAfter(failures, freeTries);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(minutes(15));
        expect(waitAfter(failures + 1, freeTries)).toBeGreaterThanOrEqual(wait);
        expect(wait === 0).toBe(failures < freeTries);
      }),
    );
  });

  test("each wrong try counts one more, unless an hour has passed without any", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: minutes(120) }), { maxLength: 40 }), (pauses) => {
        let state: ThrottleState | null = null;
        let now = START;
        let expected = 0;
        for (const pause of pauses) {
          now = later(now, pause);
          expected = state !== null && pause > minutes(60) ? 1 : expected + 1;
          state = afterFailure(state, FREE_TRIES.identifier, now);
          expect(state.failures).toBe(expected);
          expect(state.updatedAt).toEqual(now);
        }
      }),
    );
  });

  test("somebody who is not known has nothing to wait for", () => {
    expect(remainingWait(null, START)).toBe(0);
  });

  test("an address that an office shares has more free tries than one name", () => {
    expect(FREE_TRIES.address).toBeGreaterThan(FREE_TRIES.identifier);
  });
});
