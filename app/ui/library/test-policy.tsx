import type { ReviewItem } from "~/domain/assessment/policy";
import type { TestPolicy } from "~/domain/courses/course";
import { formatPercent } from "~/ui/words/format";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";

/** The rules of a test as sentences. */
export function TestPolicyInWords({ policy, topics }: { policy: TestPolicy; topics: Record<string, string> }) {
  const t = useWords();
  return (
    <ul>
      {policySentences(t, policy, topics).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

const WHICH = { highest: "library.whichHighest", first: "library.whichFirst", last: "library.whichLast" } as const;

export function policySentences(t: Translate, policy: TestPolicy, topics: Record<string, string>): string[] {
  const parts = policy.draw.map(({ topic, count }) =>
    t("library.policyDrawPart", { count, topic: topics[topic] ?? topic }),
  );
  const count = policy.draw.reduce((sum, each) => sum + each.count, 0);
  const items = (list: readonly ReviewItem[]) =>
    list.length === 0 ? t("library.policyReviewNothing") : list.map((item) => t(`library.item_${item}`)).join(", ");
  const { shuffleQuestions, shuffleOptions } = policy;
  return [
    t("library.policyDraw", { count, parts: parts.join("; ") }),
    t(
      shuffleQuestions && shuffleOptions
        ? "library.policyShuffleBoth"
        : shuffleQuestions
          ? "library.policyShuffleQuestions"
          : shuffleOptions
            ? "library.policyShuffleOptions"
            : "library.policyShuffleNone",
    ),
    t("library.policyTime", { minutes: policy.timeLimitMinutes, grace: policy.graceSeconds }),
    t("library.policyPass", { percent: formatPercent(policy.passPercent / 100, { language: t.language }) }),
    t("library.policyAttempts", { count: policy.attempts, which: t(WHICH[policy.attemptThatCounts]) }),
    policy.attempts === 1
      ? ""
      : policy.delayMinutes > 0
        ? t("library.policyDelay", { count: policy.delayMinutes })
        : t("library.policyNoDelay"),
    t(policy.whenTimeExpires === "submit" ? "library.policySubmit" : "library.policyVoid"),
    t("library.policyReviewDuring", { items: items(policy.review.whileAttemptsRemain) }),
    t("library.policyReviewAfter", { items: items(policy.review.whenFinished) }),
  ].filter((sentence) => sentence !== "");
}
