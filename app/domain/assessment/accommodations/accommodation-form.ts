import { z } from "zod";
import { addDays, type LocalDay } from "../../time";
import { dayField, textField } from "../../typed-fields";

/** What is typed to grant an accommodation; numbers with a decimal comma or point, days as dd/mm/yyyy. Messages are word keys. */
const LONGEST_REASON = 1000;
const LONGEST_YEARS = 10;

export const reasonField = textField({ least: 3, most: LONGEST_REASON, needs: "accommodation.needsReason" });

function numberField(message: string, fits: (value: number) => boolean) {
  return z.string().transform((text, context) => {
    const value = Number(text.trim().replace(",", "."));
    if (/^\d+([.,]\d+)?$/.test(text.trim()) && fits(value)) return value;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}

export const isTimeFactor = (value: number) =>
  value >= 1 && value <= 5 && Number.isInteger(Math.round(value * 1e6) / 1e4);

export const accommodationForm = z
  .object({
    /** Left out: in every course. */
    course: z.string().optional(),
    timeFactor: numberField("accommodation.badFactor", isTimeFactor).default(1),
    untimed: z.string().optional(),
    extraAttempts: numberField("accommodation.badAttempts", (n) => Number.isInteger(n) && n <= 20).default(0),
    closesOn: dayField("accommodation.badClosesOn").optional(),
    validFrom: dayField("accommodation.needsFrom"),
    validTo: dayField("accommodation.badValidTo").optional(),
    reason: reasonField,
    intent: z.literal("grant"),
  })
  .transform(({ course = null, untimed, closesOn = null, validTo = null, ...rest }) => ({
    ...rest,
    course,
    untimed: untimed === "on",
    closesOn,
    validTo,
  }));

export type AccommodationFields = z.input<typeof accommodationForm>;

export const revocationForm = z.object({
  accommodation: z.string(),
  reason: reasonField,
  intent: z.literal("revoke"),
});

/** What is asked for, as the use case takes it. */
export interface AccommodationWish {
  /** Slug of a course; null: in every course. */
  course: string | null;
  timeFactor: number;
  untimed: boolean;
  extraAttempts: number;
  closesOn: LocalDay | null;
  validFrom: LocalDay;
  validTo: LocalDay | null;
  reason: string;
}

export type WishFault =
  /** Nothing that differs from the rules for all. */
  | "grants-nothing"
  | "ends-before-it-begins"
  | "already-over"
  | "closes-in-the-past"
  /** A slip of the pen. */
  | "too-far";

/** What is wrong with a wish, and at which field; null when it can be granted. */
export function faultOf(wish: AccommodationWish, today: LocalDay): { fault: WishFault; field: string } | null {
  const { timeFactor, untimed, extraAttempts, closesOn, validFrom, validTo } = wish;
  if (timeFactor === 1 && !untimed && extraAttempts === 0 && closesOn === null)
    return { fault: "grants-nothing", field: "timeFactor" };
  if (validTo !== null && validTo < validFrom) return { fault: "ends-before-it-begins", field: "validTo" };
  if (validTo !== null && validTo < today) return { fault: "already-over", field: "validTo" };
  if (closesOn !== null && closesOn < today) return { fault: "closes-in-the-past", field: "closesOn" };
  const latest = addDays(today, LONGEST_YEARS * 365);
  for (const field of ["validFrom", "validTo", "closesOn"] as const) {
    if ((wish[field] ?? "") > latest) return { fault: "too-far", field };
  }
  return null;
}
