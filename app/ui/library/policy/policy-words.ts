import type { ReviewItem } from "~/domain/assessment/policy";
import type { DrawRule, TestPolicy } from "~/domain/courses/course";
import { formatDay } from "~/domain/time";
import { formatPercent } from "~/ui/words/format";
import type { Translate } from "~/ui/words/translate";
import type { WordKey } from "~/ui/words/catalogue.server";

export type PolicyKey =
  | "title"
  | "draw"
  | "shuffle"
  | "time"
  | "pass"
  | "attempts"
  | "delay"
  | "window"
  | "expiry"
  | "feedback"
  | "builds"
  | "pace"
  | "honour"
  | "during"
  | "rightAfter"
  | "whileAttemptsRemain"
  | "whenFinished"
  | "afterClose"
  | "overall";

export interface PolicySentence {
  key: PolicyKey;
  text: string;
}

/** All rules of a test as sentences, in the order in which a learner meets them. What a test does not have is left out. */
export function policySentences(t: Translate, policy: TestPolicy, topics: Record<string, string>): PolicySentence[] {
  const { review, overallFeedback } = policy;
  const percent = (of: number) => formatPercent(of / 100, { decimals: of % 1 === 0 ? 0 : 1, language: t.language });
  const sees = (key: WordKey, items: readonly ReviewItem[] | undefined) =>
    items === undefined ? null : t(key, { items: itemsInWords(t, items) });
  const practice = policy.feedback !== "at-end";
  const said: Record<PolicyKey, string | null> = {
    title: policy.title,
    draw: t("library.policyDraw", {
      count: policy.draw.reduce((sum, { count }) => sum + count, 0),
      parts: policy.draw.map((rule) => ruleInWords(t, rule, topics)).join("; "),
    }),
    shuffle: t(shuffleWord(policy)),
    time: t("library.policyTime", { minutes: policy.timeLimitMinutes, grace: policy.graceSeconds }),
    pass: t("library.policyPass", { percent: percent(policy.passPercent) }),
    attempts: t("library.policyAttempts", {
      count: policy.attempts,
      which: t(`policy.which_${policy.attemptThatCounts}`),
    }),
    delay: policy.attempts === 1 ? null : delayInWords(t, policy),
    window: windowInWords(t, policy),
    expiry: expiryInWords(t, policy),
    feedback: feedbackInWords(t, policy, percent),
    builds: practice ? t(policy.buildOnLast ? "policy.builds" : "policy.buildsNot") : null,
    pace: t(policy.paceCheck ? "policy.paced" : "policy.pacedNot"),
    honour:
      policy.honourStatement === undefined
        ? t("policy.honourNone")
        : t("policy.honour", { text: policy.honourStatement }),
    during: practice ? sees("policy.seesDuring", review.during) : null,
    rightAfter: sees("policy.seesRightAfter", review.rightAfter),
    whileAttemptsRemain: sees("policy.seesWhile", review.whileAttemptsRemain),
    whenFinished: sees("policy.seesFinished", review.whenFinished),
    afterClose: sees("policy.seesAfterClose", review.afterClose),
    overall:
      overallFeedback.length === 0
        ? t("policy.overallNone")
        : t("policy.overall", {
            lines: overallFeedback
              .map(({ from, text }) => t("policy.overallLine", { percent: percent(from), text }))
              .join("; "),
          }),
  };
  return (Object.keys(said) as PolicyKey[]).flatMap((key) => {
    const text = said[key];
    return text === null ? [] : [{ key, text }];
  });
}

export interface PolicyChange {
  key: PolicyKey;
  /** null: there was, or will be, no such rule. */
  before: string | null;
  after: string | null;
}

/** The rules that read otherwise afterwards. */
export function policyChanges(
  t: Translate,
  input: { before: TestPolicy | null; after: TestPolicy; topics: Record<string, string> },
): PolicyChange[] {
  const { before, after, topics } = input;
  const sentences = (policy: TestPolicy) =>
    new Map(policySentences(t, policy, topics).map(({ key, text }) => [key, text]));
  const was = before ? sentences(before) : new Map<PolicyKey, string>();
  const is = sentences(after);
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((key) => ({ key, before: was.get(key) ?? null, after: is.get(key) ?? null }))
    .filter((change) => change.before !== change.after);
}

const itemsInWords = (t: Translate, items: readonly ReviewItem[]) =>
  items.length === 0
    ? t("policy.seesNothing")
    : items.map((item) => t(`policy.item_${item}`).toLocaleLowerCase(t.language)).join(", ");

/** "5 câu về “Giao tiếp” viện dẫn 1847/QĐ-TTg, Điều 2, mức khó" */
export function ruleInWords(t: Translate, rule: DrawRule, topics: Record<string, string>): string {
  const { topic, document, article, clause, difficulty, count } = rule;
  const details = [
    document === undefined ? "" : t("policy.drawDocument", { document }),
    article === undefined ? "" : t("policy.drawArticle", { article }),
    clause === undefined ? "" : t("policy.drawClause", { clause }),
    difficulty === undefined ? "" : t("policy.drawDifficulty", { difficulty: difficultyWord(t, difficulty) }),
  ].filter((text) => text !== "");
  const about = topic === undefined ? "" : t("policy.drawTopic", { topic: topics[topic] ?? topic });
  return t("policy.drawPart", { count, what: [about, details.join(", ")].filter((text) => text !== "").join(" ") });
}

const DIFFICULTIES = {
  easy: "library.difficultyEasy",
  medium: "library.difficultyMedium",
  hard: "library.difficultyHard",
} as const;

export const difficultyWord = (t: Translate, difficulty: keyof typeof DIFFICULTIES) =>
  t(DIFFICULTIES[difficulty]).toLocaleLowerCase(t.language);

function shuffleWord({ shuffleQuestions, shuffleOptions }: TestPolicy): WordKey {
  if (shuffleQuestions) return shuffleOptions ? "library.policyShuffleBoth" : "library.policyShuffleQuestions";
  return shuffleOptions ? "library.policyShuffleOptions" : "library.policyShuffleNone";
}

const delayInWords = (t: Translate, { delayMinutes }: TestPolicy) =>
  delayMinutes > 0 ? t("library.policyDelay", { count: delayMinutes }) : t("library.policyNoDelay");

function windowInWords(t: Translate, { opensOn, closesOn }: TestPolicy): string {
  const opens = opensOn === undefined ? "" : formatDay(opensOn);
  const closes = closesOn === undefined ? "" : formatDay(closesOn);
  if (opens !== "" && closes !== "") return t("policy.windowBoth", { opens, closes });
  if (opens !== "") return t("policy.windowOpens", { opens });
  return closes === "" ? t("policy.windowNone") : t("policy.windowCloses", { closes });
}

function expiryInWords(t: Translate, { whenTimeExpires, handInGraceMinutes }: TestPolicy): string {
  if (whenTimeExpires === "grace") return t("policy.expiryGrace", { count: handInGraceMinutes });
  return t(whenTimeExpires === "submit" ? "policy.expirySubmit" : "policy.expiryVoid");
}

function feedbackInWords(t: Translate, policy: TestPolicy, percent: (of: number) => string): string {
  const { feedback, hintPenaltyPercent } = policy;
  if (feedback === "with-hints") return t("policy.tellsWithHints", { percent: percent(hintPenaltyPercent) });
  return t(feedback === "at-end" ? "policy.tellsAtEnd" : "policy.tellsAtOnce");
}
