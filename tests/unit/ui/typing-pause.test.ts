import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TypingPause } from "~/ui/paper/typing-pause";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("an answer that is typed is saved once, when the typing pauses", () => {
  const save = vi.fn();
  const pause = new TypingPause(save);
  for (let key = 0; key < 20; key++) {
    pause.typed("q-1");
    vi.advanceTimersByTime(300);
  }
  expect(save).not.toHaveBeenCalled();
  vi.advanceTimersByTime(800);
  expect(save.mock.calls).toEqual([["q-1"]]);
});

test("what waits is saved at once when the field or the page is left, and not again", () => {
  const save = vi.fn();
  const pause = new TypingPause(save);
  pause.typed("q-1");
  pause.typed("q-2");
  pause.settle();
  pause.settle();
  vi.advanceTimersByTime(5_000);
  expect(save.mock.calls).toEqual([["q-1"], ["q-2"]]);
});

test("a question that is saved by other means does not wait any more", () => {
  const save = vi.fn();
  const pause = new TypingPause(save);
  pause.typed("q-1");
  expect(pause.forget("q-1")).toBe(true);
  expect(pause.forget("q-1")).toBe(false);
  vi.advanceTimersByTime(5_000);
  expect(save).not.toHaveBeenCalled();
});
