import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { withRuntime } from "~/http/package-pages.server";

const source = readFileSync("app/http/scorm-runtime.js", "utf8");

interface Api {
  LMSInitialize(of?: string): string;
  LMSFinish(of?: string): string;
  LMSCommit(of?: string): string;
  LMSGetValue(name: string): string;
  LMSSetValue(name: string, value: unknown): string;
  LMSGetLastError(): string;
  LMSGetErrorString(code: string): string;
}

function run(values: Record<string, string> = {}) {
  const sent: { session: string; sequence: number; values: Record<string, string>; ended: boolean }[] = [];
  const listeners: Record<string, () => void> = {};
  const frame: Record<string, unknown> = { name: "" };
  frame["top"] = frame["parent"] = { postMessage: () => undefined };
  runInNewContext(
    source.replace(/\/\* start \*\/ \{.*\}/, () => JSON.stringify({ values, kept: true })),
    {
      window: frame,
      document: { currentScript: null, addEventListener: () => undefined, visibilityState: "visible" },
      HTMLScriptElement: class {},
      crypto: { randomUUID: () => "phien-hoc-1" },
      addEventListener: (name: string, listener: () => void) => (listeners[name] = listener),
      setTimeout: () => 0,
      clearTimeout: () => undefined,
      fetch: (_url: string, { body }: { body: string }) => {
        sent.push(JSON.parse(body) as (typeof sent)[number]);
        return new Promise(() => undefined);
      },
    },
  );
  return { api: frame["API"] as Api, frame, sent, leave: () => listeners["pagehide"]!() };
}

describe("the runtime of SCORM 1.2", () => {
  test("is found by a package that looks in its own window and by one that looks around it", () => {
    const { api, frame } = run();
    expect((frame["parent"] as { API: Api }).API).toBe(api);
  });

  test("answers nothing before it begins and after it has ended", () => {
    const { api } = run();
    expect(api.LMSGetValue("cmi.core.student_name")).toBe("");
    expect(api.LMSGetLastError()).toBe("301");
    expect(api.LMSInitialize("x")).toBe("false");
    expect(api.LMSGetLastError()).toBe("201");
    expect(api.LMSInitialize("")).toBe("true");
    expect(api.LMSInitialize("")).toBe("false");
    expect(api.LMSFinish("")).toBe("true");
    expect(api.LMSSetValue("cmi.suspend_data", "a")).toBe("false");
    expect(api.LMSGetErrorString(api.LMSGetLastError())).toBe("Not initialized");
  });

  test.each<[string, unknown, string]>([
    ["cmi.core.student_id", "x", "403"],
    ["cmi.core._children", "x", "402"],
    ["cmi.core.lesson_status", "done", "405"],
    ["cmi.core.score.raw", "viele", "405"],
    ["cmi.core.session_time", "5 min", "405"],
    ["cmi.core.nothing", "x", "401"],
    ["__proto__", "x", "201"],
    ["cmi.suspend_data", "x".repeat(64_001), "405"],
    ["cmi.suspend_data", "x".repeat(64_000), "0"],
    ["cmi.core.lesson_status", "passed", "0"],
    ["cmi.interactions.0.correct_responses.0.pattern", "a", "0"],
    ["cmi.objectives.0.score.raw", 5, "0"],
  ])("set %s", (name, value, error) => {
    const { api } = run();
    api.LMSInitialize("");
    expect(api.LMSSetValue(name, value)).toBe(error === "0" ? "true" : "false");
    expect(api.LMSGetLastError()).toBe(error);
  });

  test("counts lists, names children, and keeps to itself what is write-only", () => {
    const { api } = run({ "cmi.objectives.0.id": "a" });
    api.LMSInitialize("");
    api.LMSSetValue("cmi.objectives.1.id", "b");
    expect(api.LMSGetValue("cmi.objectives._count")).toBe("2");
    expect(api.LMSGetValue("cmi.core.score._children")).toBe("raw,min,max");
    expect(api.LMSGetValue("cmi.core.exit")).toBe("");
    expect(api.LMSGetLastError()).toBe("404");
    expect(api.LMSGetValue("cmi.core._count")).toBe("");
    expect(api.LMSGetLastError()).toBe("203");
  });

  test("sends what was set when it is asked to and when the page is left, all that has not arrived, with a number", () => {
    const { api, sent, leave } = run();
    leave();
    expect(sent).toEqual([]);
    api.LMSInitialize("");
    api.LMSSetValue("cmi.core.lesson_location", "3");
    api.LMSCommit("");
    api.LMSSetValue("cmi.core.session_time", "00:01:00");
    leave();
    expect(sent).toEqual([
      { session: "phien-hoc-1", sequence: 1, values: { "cmi.core.lesson_location": "3" }, ended: false },
      {
        session: "phien-hoc-1",
        sequence: 2,
        values: { "cmi.core.lesson_location": "3", "cmi.core.session_time": "00:01:00" },
        ended: false,
      },
    ]);
  });

  test.each([
    [
      "<!DOCTYPE html><html><head><title>a</title></head>",
      '<!DOCTYPE html><html><head><script src="/s"></script><title>a</title></head>',
    ],
    ["<HTML lang='vi'><body>", "<HTML lang='vi'><script src=\"/s\"></script><body>"],
    ["<!doctype html>\n<p>", '<!doctype html><script src="/s"></script>\n<p>'],
    ["<p>a", '<script src="/s"></script><p>a'],
  ])("stands before everything that a page runs: %s", (page, wanted) => {
    expect(withRuntime(Buffer.from(page), "/s").toString()).toBe(wanted);
  });

  test("leaves the bytes of a page as they are, in whatever encoding", () => {
    const page = Buffer.from([0x3c, 0x70, 0x3e, 0xe9, 0xff, 0x00, 0xd0]);
    expect(withRuntime(page, "").subarray(-7)).toEqual(page);
  });
});
