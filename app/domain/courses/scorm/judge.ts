/** What the values that a SCORM item has set say of how it went. */
import type { PlayedItem } from "../course";

/** "cmi.core.lesson_status" → "passed" */
export type CmiValues = Record<string, string>;

export interface Judgement {
  /** `lesson_status` as it counts, the mark to pass applied. */
  status: "not attempted" | "browsed" | "incomplete" | "failed" | "completed" | "passed";
  /** 0 to 100; null: none was given. */
  percent: number | null;
  done: boolean;
}

const STATUSES = ["passed", "completed", "failed", "incomplete", "browsed"] as const;

/**
 * As SCORM 1.2 has it: where the package names a mark to pass and a score was given, the mark decides; a package that ends without
 * having said anything of its status has been completed (RTE 3.4.4, cmi.core.lesson_status).
 */
export function judge(values: CmiValues, item: Pick<PlayedItem, "masteryScore">, ended: boolean): Judgement {
  const said = STATUSES.find((status) => status === values["cmi.core.lesson_status"]);
  const percent = percentOf(values);
  const final = said === "passed" || said === "completed" || said === "failed" || (ended && said === undefined);
  if (item.masteryScore !== null && percent !== null && final) {
    const passed = percent >= item.masteryScore;
    return { status: passed ? "passed" : "failed", percent, done: passed };
  }
  const status = said ?? (ended ? "completed" : Object.keys(values).length > 0 ? "incomplete" : "not attempted");
  return { status, percent, done: status === "passed" || status === "completed" };
}

function percentOf(values: CmiValues): number | null {
  const number = (name: string) => {
    const text = (values[`cmi.core.score.${name}`] ?? "").trim();
    return text !== "" && Number.isFinite(Number(text)) ? Number(text) : null;
  };
  const [raw, min, max] = [number("raw"), number("min") ?? 0, number("max")];
  if (raw === null) return null;
  const percent = max !== null && max > min ? ((raw - min) / (max - min)) * 100 : raw;
  return Math.round(Math.min(100, Math.max(0, percent)) * 100) / 100;
}

/** "0001:02:03.5" → 3723; what is no time is none. */
export function secondsOf(time: string | undefined): number {
  const match = /^(\d{1,4}):(\d{1,2}):(\d{1,2})(?:\.\d*)?$/.exec((time ?? "").trim());
  return match ? Math.min(359_999, Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3])) : 0;
}

export function timeOf(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${String(Math.floor(seconds / 3600)).padStart(4, "0")}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}

const VALUE_LIMIT = 65_536;
const KEYS_LIMIT = 5000;
const WHOLE_LIMIT = 512 * 1024;
const ELEMENT = /^cmi\.[a-z_]+(\.(\d{1,4}|[a-z_]+)){0,5}$/;

/** Values set by a package, those that are none left out; null when they are too many to keep. */
export function mergeValues(before: CmiValues, set: unknown): CmiValues | null {
  if (typeof set !== "object" || set === null || Array.isArray(set)) return null;
  const merged: CmiValues = { ...before };
  for (const [name, value] of Object.entries(set)) {
    if (typeof value !== "string" || value.length > VALUE_LIMIT || !ELEMENT.test(name)) continue;
    // PostgreSQL keeps no zero byte in a text.
    merged[name] = value.replaceAll("\u0000", "");
  }
  const size = Object.entries(merged).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return size > WHOLE_LIMIT || Object.keys(merged).length > KEYS_LIMIT ? null : merged;
}
