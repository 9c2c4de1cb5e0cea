/** What somebody should look at first, worst first. Data: the page says it in words. */
import { type CountedChoice, groupsOf } from "./choices";
import type { QuestionStatistics, TestStatistics } from "./statistics";

/** Below so many papers a figure may turn round with the next ones. */
export const ENOUGH = 30;
/** Below so many nothing is said of a single question at all. */
export const LEAST = 10;
/** A test of conduct is meant to be passed: only what (almost) nobody misses is called too easy. */
export const TOO_EASY = 0.98;
/** Moodle's report calls a facility below 35 % difficult; with four options guessing alone earns 25 %. */
export const TOO_HARD = 0.35;
/**
 * A correlation of n pairs that is 0 in truth falls below −1.645/√n once in twenty times. Of sixty questions without any
 * fault three would then be called faulty, instead of thirty if every index under 0 were.
 */
export const beyondChance = (n: number) => (-100 * 1.645) / Math.sqrt(n);

export type Finding =
  | { kind: "few-papers"; n: number }
  | (OfQuestion & { kind: "key-outchosen"; key: CountedChoice; distractor: CountedChoice })
  | (OfQuestion & { kind: "negative-discrimination"; discriminationIndex: number })
  | (OfQuestion & { kind: "too-hard"; facility: number })
  | (OfQuestion & { kind: "distractor-unchosen"; options: string[] })
  | (OfQuestion & { kind: "too-easy"; facility: number });

export type QuestionFinding = Exclude<Finding, { kind: "few-papers" }>;

interface OfQuestion {
  questionId: string;
  n: number;
}

const ORDER = [
  "few-papers",
  "key-outchosen",
  "negative-discrimination",
  "too-hard",
  "distractor-unchosen",
  "too-easy",
] as const satisfies readonly Finding["kind"][];

/** Nothing is said of questions in `decided`: what was wrong with them is known, and everybody was given their marks. */
export function findings(statistics: TestStatistics, decided: ReadonlySet<string> = new Set()): Finding[] {
  const few: Finding[] = statistics.n > 0 && statistics.n < ENOUGH ? [{ kind: "few-papers", n: statistics.n }] : [];
  const ofQuestions = statistics.questions
    .filter(({ n, questionId }) => n >= LEAST && !decided.has(questionId))
    .flatMap(findingsOf);
  // The sort is stable: within a kind the questions keep the order of the test.
  return [...few, ...ofQuestions].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function findingsOf(question: QuestionStatistics): QuestionFinding[] {
  const { questionId, n, facility, discriminationIndex, choices } = question;
  const about = { questionId, n };
  const found: QuestionFinding[] = groupsOf(choices).flatMap((group) => {
    const pair = keyOutchosen(group.choices);
    return pair ? [{ ...about, kind: "key-outchosen" as const, ...pair }] : [];
  });
  if (discriminationIndex !== null && discriminationIndex < beyondChance(n)) {
    found.push({ ...about, kind: "negative-discrimination", discriminationIndex });
  }
  if (facility !== null && facility < TOO_HARD) found.push({ ...about, kind: "too-hard", facility });
  const options = unchosenDistractors(choices);
  if (options.length > 0) found.push({ ...about, kind: "distractor-unchosen", options });
  if (facility !== null && facility >= TOO_EASY) found.push({ ...about, kind: "too-easy", facility });
  return found;
}

/** The key chosen least, with the wrong choice chosen most, when that one was chosen more often. */
function keyOutchosen(choices: readonly CountedChoice[]): { key: CountedChoice; distractor: CountedChoice } | null {
  // The acceptable way out of a dilemma earns something: it is neither the key nor wrong.
  const told = choices.filter(({ grade }) => grade !== "acceptable").sort((a, b) => b.count - a.count);
  const [key, distractor] = [told.findLast((choice) => choice.key), told.find((choice) => !choice.key)];
  return key && distractor && distractor.count > key.count ? { key, distractor } : null;
}

/** Texts of distractors that nobody chose, in any pair. */
function unchosenDistractors(choices: readonly CountedChoice[]): string[] {
  const times = new Map<string, number>();
  for (const { distractor, label, count } of choices) {
    if (distractor && label !== null) times.set(label, (times.get(label) ?? 0) + count);
  }
  return [...times].flatMap(([label, count]) => (count === 0 ? [label] : []));
}
