/** Forms about a course as a whole. Messages are word keys. */
import { z } from "zod";
import { parseDay } from "../../time";
import { cleanField, slugOf } from "../clean-text";
import type { CourseSettings } from "./course-yaml";

const line = (most = 300) =>
  z
    .string({ error: "errors.fieldRequired" })
    .max(most, { error: "policy.tooLong" })
    .transform((text) => cleanField(text).replace(/\s*\n\s*/g, " "))
    .refine((text) => text !== "", { error: "errors.fieldRequired" });

const day = z
  .string({ error: "errors.fieldRequired" })
  .transform((text) => parseDay(text) ?? "")
  .refine((text) => text !== "", { error: "policy.needsDay" });

const words = z.string().max(2000, { error: "policy.tooLong" }).default("");

/** One a line, or with commas between. */
const listed = words.transform((text) => [
  ...new Set(text.split(/[\n,;]+/).map(cleanField).filter((each) => each !== "")), // prettier-ignore
]);

const reviewed = { reviewedOn: day, reviewedBy: line(), reviewAgainBy: day };
const reviewOrder = ({ reviewedOn, reviewAgainBy }: { reviewedOn: string; reviewAgainBy: string }) =>
  reviewedOn < reviewAgainBy;
const ORDER = { path: ["reviewAgainBy"], error: "draft.reviewOrder" };

export const settingsForm = z
  .object({
    /** What the settings were when the form was made: `settingsSeen`. */
    seen: z.string().max(20_000),
    title: line(),
    summary: line(1000),
    audience: line(1000),
    language: z.enum(["vi", "en"]),
    studyForm: line(100),
    criteria: listed,
    certificateName: line(),
    ...reviewed,
    /** Accounts that have to approve. */
    signoff: z.array(z.string()).max(20).default([]),
  })
  .refine(reviewOrder, ORDER)
  .transform(({ seen, signoff, ...settings }) => ({
    seen: readSeen(seen),
    signoff,
    settings: settings satisfies CourseSettings,
  }));

/** The settings that the form was made from, as a hidden field carries them; what cannot be read is nothing seen. */
function readSeen(text: string): Partial<CourseSettings> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Partial<CourseSettings>) : {};
  } catch {
    return {};
  }
}

const slug = z
  .string()
  .max(60, { error: "policy.tooLong" })
  .default("")
  .transform((text) => text.trim());

export const newCourseForm = z
  .object({
    title: line(),
    /** Left empty: made of the title. */
    slug,
    summary: line(1000),
    audience: line(1000),
    studyForm: line(100),
    certificateName: z.string().max(300, { error: "policy.tooLong" }).default("").transform(cleanField),
    ...reviewed,
    lessonTitle: line(),
    objective: line(),
    document: line(),
  })
  .refine(reviewOrder, ORDER)
  .transform((form) => ({
    ...form,
    slug: form.slug === "" ? slugOf(form.title) : form.slug,
    certificateName: form.certificateName || form.title,
  }))
  .refine((form) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(form.slug), { path: ["slug"], error: "draft.slugShape" });
export type NewCourse = z.output<typeof newCourseForm>;
