/**
 * What a decision does to papers that were graded before it. What was given is never silently taken: a result that a completion
 * rests on is kept whatever the policy, and with "never-lower" also every result of a closed period. docs/decisions/011-regrade.md
 */
import type { TestPolicy } from "../../courses/course";
import { type LocalDay, localDay } from "../../time";
import { type GradingRules, grade } from "../grading";
import { rebuildPaper } from "../paper";
import type { Question } from "../question-types";
import { remedialsOf } from "../remedial";
import type { GradedAnswer } from "../result-view";
import type { Adjustment, Treatment } from "./adjustment";

export const REGRADE_POLICIES = ["never-lower", "apply-all"] as const;
export type RegradePolicy = (typeof REGRADE_POLICIES)[number];

export interface Protection {
  policy: RegradePolicy;
  /** Papers handed in until the end of this day lie in a closed period. */
  closedThrough: LocalDay;
}

/** What an attempt has. Percent and verdict are null while an officer has still to mark an answer. */
export interface AttemptResult {
  points: number;
  maxPoints: number;
  percent: number | null;
  passed: boolean | null;
}

export interface AttemptToRegrade {
  id: string;
  seed: string;
  questionIds: readonly string[];
  submittedAt: Date;
  result: AttemptResult;
  answers: readonly GradedAnswer[];
  /** A completion that is on record rests on it. */
  underCompletion: boolean;
  /** The question made a part of a lesson due, and it has not been read again yet. */
  dutyOpen: boolean;
}

export interface RegradeRules {
  policy: GradingRules & Pick<TestPolicy, "shuffleOptions">;
  questionsById: ReadonlyMap<string, Question>;
  questionId: string;
  change: Adjustment;
  /** With the new decision among the others. */
  treatment: Treatment;
  protection: Protection;
}

/** `settled`: it waited for an officer and needs none any more. `waiting`: it follows when it is marked. */
export type RegradeEffect = "raised" | "lowered" | "kept" | "settled" | "unchanged" | "waiting";

export interface AttemptForecast {
  id: string;
  effect: RegradeEffect;
  before: AttemptResult;
  /** What it has from now on: of a kept one, what it had. */
  after: AttemptResult;
  /** What it would have without protection. */
  byKey: AttemptResult;
  /** Anything stored changes, if only points. */
  changes: boolean;
  answers: { questionId: string; points: number | null }[];
  dutyReleased: boolean;
}

export function forecastOf(attempt: AttemptToRegrade, rules: RegradeRules): AttemptForecast {
  const { protection } = rules;
  const paper = rebuildPaper({ ...rules, ...attempt });
  const graded = grade(paper, attempt.answers, rules.policy);
  const { points, maxPoints, percent, passed } = graded;
  const byKey: AttemptResult = { points, maxPoints, percent, passed };
  const before = attempt.result;
  const duties = remedialsOf(paper, attempt.answers);
  const dutyReleased = attempt.dutyOpen && !duties.some(({ questionId }) => questionId === rules.questionId);
  const forecast = { id: attempt.id, before, byKey, dutyReleased };
  const untouched = { after: before, changes: false, answers: [] };
  if (graded.awaitsMarking) return { ...forecast, ...untouched, effect: "waiting" };

  const effect = effectOf(before, byKey);
  const isProtected =
    attempt.underCompletion ||
    rules.change.kind === "full-marks" ||
    (protection.policy === "never-lower" && localDay(attempt.submittedAt) <= protection.closedThrough);
  if (effect === "lowered" && isProtected) return { ...forecast, ...untouched, effect: "kept" };

  const known = new Map(attempt.answers.map((answer) => [answer.questionId, answer.points]));
  const answers = graded.perQuestion
    .filter(({ questionId, points: now }) => known.has(questionId) && known.get(questionId) !== now)
    .map(({ questionId, points: now }) => ({ questionId, points: now }));
  const changes =
    answers.length > 0 || effect !== "unchanged" || before.points !== points || before.maxPoints !== maxPoints;
  return { ...forecast, effect, after: byKey, changes, answers };
}

function effectOf(before: AttemptResult, after: AttemptResult): RegradeEffect {
  if (before.percent === null || after.percent === null) return "settled";
  if (after.percent < before.percent || (before.passed === true && after.passed === false)) return "lowered";
  return after.percent > before.percent || before.passed !== after.passed ? "raised" : "unchanged";
}

export interface RegradeTotals {
  /** Papers handed in that have the question. */
  papers: number;
  raised: number;
  lowered: number;
  kept: number;
  unchanged: number;
  waiting: number;
  settled: number;
  nowPassing: number;
  noLongerPassing: number;
  /** Kept results that pass, and would not by the new rule. */
  keptPassing: number;
  /** Of these, those with a completion or a certificate: somebody should look at them. */
  toLookAt: number;
}

export const NO_PAPERS: RegradeTotals = {
  papers: 0,
  raised: 0,
  lowered: 0,
  kept: 0,
  unchanged: 0,
  waiting: 0,
  settled: 0,
  nowPassing: 0,
  noLongerPassing: 0,
  keptPassing: 0,
  toLookAt: 0,
};

export type Verdict = "now-passing" | "no-longer-passing" | "kept-passing";

/** Whether it passes or fails from now on, where that changes or would have changed. */
export function verdictOf({ effect, before, after, byKey }: AttemptForecast): Verdict | null {
  if (effect === "kept") return before.passed && !byKey.passed ? "kept-passing" : null;
  if (effect === "waiting") return null;
  if (!before.passed && after.passed) return "now-passing";
  return before.passed && !after.passed ? "no-longer-passing" : null;
}

export function addToTotals(totals: RegradeTotals, forecast: AttemptForecast, underCompletion: boolean): RegradeTotals {
  const { effect } = forecast;
  const verdict = verdictOf(forecast);
  return {
    ...totals,
    papers: totals.papers + 1,
    [effect]: totals[effect] + 1,
    nowPassing: totals.nowPassing + Number(verdict === "now-passing"),
    noLongerPassing: totals.noLongerPassing + Number(verdict === "no-longer-passing"),
    keptPassing: totals.keptPassing + Number(verdict === "kept-passing"),
    toLookAt: totals.toLookAt + Number(verdict === "kept-passing" && underCompletion),
  };
}

export interface RegradeForecast {
  attempts: AttemptForecast[];
  totals: RegradeTotals;
}

/** The same of many papers at once. */
export function regradeForecast(input: RegradeRules & { attempts: readonly AttemptToRegrade[] }): RegradeForecast {
  const { attempts, ...rules } = input;
  const forecasts = attempts.map((attempt) => forecastOf(attempt, rules));
  const totals = forecasts.reduce(
    (sum, forecast, index) => addToTotals(sum, forecast, attempts[index]!.underCompletion),
    NO_PAPERS,
  );
  return { attempts: forecasts, totals };
}

/** The last day of the year before: until periods are closed by themselves, what lies before it counts as closed. */
export const usualClosedThrough = (now: Date): LocalDay => `${Number(localDay(now).slice(0, 4)) - 1}-12-31`;
