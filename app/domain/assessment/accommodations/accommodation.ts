import type { LocalDay } from "../../time";
import { type Allowance, NO_ALLOWANCE } from "../attempt-policy";

/** What one person is granted in tests, by whom, why and for how long. Only the person and those who grant it see it. */
export interface Accommodation {
  id: string;
  /** null: in every course. */
  course: { slug: string; title: string } | null;
  timeFactor: number;
  untimed: boolean;
  extraAttempts: number;
  closesOn: LocalDay | null;
  validFrom: LocalDay;
  validTo: LocalDay | null;
  reason: string;
  grantedAt: Date;
  grantedByName: string;
  revoked: { at: Date; byName: string; reason: string } | null;
}

/** As far as rules need it: what a learning record carries of the accommodations that are not revoked. */
export type GrantedTerms = Pick<
  Accommodation,
  "timeFactor" | "untimed" | "extraAttempts" | "closesOn" | "validFrom" | "validTo"
>;

export const isValidOn = ({ validFrom, validTo }: Pick<GrantedTerms, "validFrom" | "validTo">, day: LocalDay) =>
  validFrom <= day && (validTo === null || day <= validTo);

export type AccommodationState = "in-force" | "later" | "ended" | "revoked";

export function stateOn(
  accommodation: Pick<Accommodation, "validFrom" | "validTo" | "revoked">,
  day: LocalDay,
): AccommodationState {
  if (accommodation.revoked) return "revoked";
  if (isValidOn(accommodation, day)) return "in-force";
  return accommodation.validFrom > day ? "later" : "ended";
}

/** What is granted, without reason and names: what the audit trail keeps, which more people read than may know why. */
export function termsOf(accommodation: GrantedTerms & { course: { slug: string } | null }): object {
  const { course, timeFactor, untimed, extraAttempts, closesOn, validFrom, validTo } = accommodation;
  return { course: course?.slug ?? null, timeFactor, untimed, extraAttempts, closesOn, validFrom, validTo };
}

/** What holds on a day: of several grants the most time and the latest window; extra attempts add up. */
export function allowanceOn(terms: readonly GrantedTerms[], day: LocalDay): Allowance {
  return terms
    .filter((each) => isValidOn(each, day))
    .reduce<Allowance>(
      (sum, each) => ({
        timeFactor: Math.max(sum.timeFactor, each.timeFactor),
        untimed: sum.untimed || each.untimed,
        extraAttempts: sum.extraAttempts + each.extraAttempts,
        closesOn: [sum.closesOn, each.closesOn].reduce((a, b) => (a === null || (b !== null && b > a) ? b : a)),
      }),
      NO_ALLOWANCE,
    );
}
