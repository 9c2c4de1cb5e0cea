/** Rates of a smaller unit would speak of persons. */
export const LEAST_PEOPLE = 5;

/** Of a unit with all below it: papers handed in, and how many of them were asked three more questions, and why. */
export interface PaceCounts {
  code: string;
  name: string;
  people: number;
  papers: number;
  /** Filled in faster than it can be read. */
  paperPace: number;
  /** Begun after lessons that were gone through faster than they can be read. */
  lessonPace: number;
}

export type PaceRate =
  | ({ kind: "rate" } & PaceCounts)
  /** `few`: under five people. `hidden`: so that such a unit cannot be told by subtraction. */
  | { kind: "few" | "hidden"; code: string; name: string };

/**
 * The rates that may be shown, the highest first. Where the sum of the parts is known (`sumIsKnown`), a single small part could
 * be worked out from the others: the next smallest is then kept back as well.
 */
export function paceRates(counts: readonly PaceCounts[], { sumIsKnown }: { sumIsKnown: boolean }): PaceRate[] {
  const bySize = counts.toSorted((a, b) => a.people - b.people || a.code.localeCompare(b.code));
  const few = bySize.filter(({ people }) => people < LEAST_PEOPLE);
  const hidden = sumIsKnown && few.length === 1 ? bySize[1] : undefined;
  const shown = bySize.filter((each) => !few.includes(each) && each !== hidden);
  return [
    ...shown
      .sort((a, b) => rateOf(b) - rateOf(a) || a.name.localeCompare(b.name, "vi"))
      .map((each) => ({ kind: "rate" as const, ...each })),
    ...(hidden ? [{ kind: "hidden" as const, code: hidden.code, name: hidden.name }] : []),
    ...few.map(({ code, name }) => ({ kind: "few" as const, code, name })),
  ];
}

const rateOf = ({ papers, paperPace, lessonPace }: PaceCounts) =>
  papers === 0 ? 0 : (paperPace + lessonPace) / papers;
