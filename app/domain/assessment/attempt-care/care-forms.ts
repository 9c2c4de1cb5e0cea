import { z } from "zod";
import { reasonField } from "../accommodations/accommodation-form";
import { MOST_MINUTES } from "./reopening";

/** What is typed to give time. Messages are word keys. */
const minutesField = z.string({ error: "accommodation.badMinutes" }).transform((text, context) => {
  const value = Number(text.trim());
  if (/^\d{1,5}$/.test(text.trim()) && value >= 1 && value <= MOST_MINUTES) return value;
  context.addIssue({ code: "custom", message: "accommodation.badMinutes" });
  return z.NEVER;
});

export const careForm = z.object({
  minutes: minutesField,
  reason: reasonField,
  /** The deadline that the page showed: what has changed since is not changed again by an old page. */
  seen: z.iso.datetime().transform((text) => new Date(text)),
  intent: z.enum(["reopen", "add-time"]),
});
export type CareFields = z.input<typeof careForm>;

export const outageForm = z.object({
  course: z.string({ error: "accommodation.needsCourse" }),
  minutes: minutesField,
  reason: reasonField,
  /** When the page was made: twice from one page is once. */
  seen: z.iso.datetime().transform((text) => new Date(text)),
});
export type OutageFields = z.input<typeof outageForm>;
