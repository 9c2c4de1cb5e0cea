import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Conflict, type JournalEntry, type SaveState, TextSaver } from "~/ui/studio/editor/text-saver";

type Answer = { status: number; body?: object } | "lost" | "signed-out";

/** A saver with a server that gives these answers, one after the other; what was sent, said and kept. */
function saverWith(answers: Answer[], kept: JournalEntry | null = null) {
  const sent: { text: string; over: number | null; keepalive: boolean }[] = [];
  const states: SaveState[] = [];
  const conflicts: Conflict[] = [];
  let entry = kept;
  const saver = new TextSaver({
    address: "/files",
    path: "lessons/01-a.mdx",
    text: "đầu",
    revision: 1,
    journal: { read: () => entry, write: (next) => void (entry = next) },
    events: { onState: (state) => states.push(state), onConflict: (conflict) => conflicts.push(conflict) },
    fetch: (async (_address: string, init: RequestInit) => {
      const { text, over } = JSON.parse(init.body as string) as { text: string; over: number | null };
      sent.push({ text, over, keepalive: init.keepalive ?? false });
      const answer = answers.shift() ?? "lost";
      if (answer === "lost") throw new TypeError("no line");
      if (answer === "signed-out") return { type: "opaqueredirect", status: 0 };
      return { type: "basic", status: answer.status, json: async () => answer.body };
    }) as unknown as typeof fetch,
  });
  return { saver, sent, states, conflicts, journal: () => entry };
}

const saved = (revision: number): Answer => ({ status: 200, body: { kind: "saved", revision } });
const overtaken = (text: string): Answer => ({
  status: 409,
  body: { kind: "overtaken", revision: 5, text, byName: "Hải", at: "2026-11-25T02:00:00Z" },
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("The text of a lesson is saved while it is typed", () => {
  test("once for a stretch of typing, over the revision that the writer saw", async () => {
    const { saver, sent, states, journal } = saverWith([saved(2), saved(3)]);
    saver.changed("một");
    saver.changed("một hai");
    expect(journal()).toEqual({ text: "một hai", over: 1 });
    await vi.advanceTimersByTimeAsync(800);
    saver.changed("một hai ba");
    await vi.advanceTimersByTimeAsync(800);
    expect(sent.map(({ text, over }) => [text, over])).toEqual([
      ["một hai", 1],
      ["một hai ba", 2],
    ]);
    expect(states.at(-1)).toBe("saved");
    expect(journal()).toBeNull();
  });

  test("keeps it on the device while the line is lost, and sends it when it is back", async () => {
    const { saver, sent, states, journal } = saverWith(["lost", "lost", saved(2)]);
    saver.changed("một");
    await vi.advanceTimersByTimeAsync(800);
    expect(states.at(-1)).toBe("waiting");
    expect(journal()?.text).toBe("một");
    await vi.advanceTimersByTimeAsync(1_000);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toHaveLength(3);
    expect(states.at(-1)).toBe("saved");
    expect(journal()).toBeNull();
  });

  test("waits for the writer when the session has ended, and loses nothing", async () => {
    const { saver, states, sent, journal } = saverWith(["signed-out", saved(2)]);
    saver.changed("một");
    await vi.advanceTimersByTimeAsync(800);
    expect(states.at(-1)).toBe("signed-out");
    saver.changed("một hai");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(journal()?.text).toBe("một hai");
    saver.resume();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.at(-1)?.text).toBe("một hai");
    expect(states.at(-1)).toBe("saved");
  });

  test("never writes over what somebody else saved; what the writer decides goes over it", async () => {
    const { saver, conflicts, sent, states, journal } = saverWith([overtaken("của Hải"), saved(6)]);
    saver.changed("của tôi");
    await vi.advanceTimersByTimeAsync(800);
    expect(conflicts).toMatchObject([{ theirs: "của Hải", revision: 5, byName: "Hải" }]);
    saver.changed("của tôi nữa");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(journal()?.text).toBe("của tôi nữa");
    saver.settle("của cả hai", conflicts[0]!);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.at(-1)).toMatchObject({ text: "của cả hai", over: 5 });
    expect(states.at(-1)).toBe("saved");
  });

  test("taking the other text sends nothing and goes on from there", async () => {
    const { saver, conflicts, sent } = saverWith([overtaken("của Hải"), saved(6)]);
    saver.changed("của tôi");
    await vi.advanceTimersByTimeAsync(800);
    saver.settle("của Hải", conflicts[0]!);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toHaveLength(1);
    saver.changed("của Hải, sửa");
    await vi.advanceTimersByTimeAsync(800);
    expect(sent.at(-1)).toMatchObject({ text: "của Hải, sửa", over: 5 });
  });

  test("two people who came to the same text are in no conflict", async () => {
    const { saver, conflicts, states } = saverWith([overtaken("giống nhau")]);
    saver.changed("giống nhau");
    await vi.advanceTimersByTimeAsync(800);
    expect(conflicts).toEqual([]);
    expect(states.at(-1)).toBe("saved");
  });

  test("a page that is closed sends a last word and keeps the text until the server is seen to have it", async () => {
    const { saver, sent, journal } = saverWith([saved(2)]);
    saver.changed("một");
    saver.leave();
    expect(sent).toEqual([{ text: "một", over: 1, keepalive: true }]);
    expect(journal()?.text).toBe("một");
  });

  test("a text that a closed page left behind goes on, or meets what somebody saved since", () => {
    expect(saverWith([], { text: "còn lại", over: 1 }).saver.kept()).toEqual({ kind: "goes-on", text: "còn lại" });
    expect(saverWith([], { text: "còn lại", over: 0 }).saver.kept()).toEqual({ kind: "overtaken", text: "còn lại" });
    const done = saverWith([], { text: "đầu", over: 0 });
    expect(done.saver.kept()).toEqual({ kind: "nothing" });
    expect(done.journal()).toBeNull();
  });

  test("what is typed back to how it was needs no saving", async () => {
    const { saver, sent, journal } = saverWith([]);
    saver.changed("đầu và thêm");
    saver.changed("đầu");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual([]);
    expect(journal()).toBeNull();
  });
});
