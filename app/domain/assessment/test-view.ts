import type { TestPolicy } from "../courses/course";
import type { Allowance, AttemptFact, StartVerdict } from "./attempt-policy";

export interface TestView {
  course: { slug: string; title: string };
  policy: TestPolicy;
  questionCount: number;
  /** Among the bank's questions of this test there are some that must be right. */
  hasCritical: boolean;
  attempts: (AttemptFact & { id: string })[];
  verdict: StartVerdict;
  openAttemptId: string | null;
  /** What this person is granted beside the rules. */
  allowance: Allowance;
  attemptsAllowed: number;
  /** When the paper would be handed in by itself if it were begun now, and by what. */
  deadlineIfStartedNow: Date;
  limitedBy: "limit" | "window";
  closesAt: Date | null;
  lessonsMissing: { id: string; title: string }[];
  /** The lessons were gone through faster than they can be read: three more questions, and why. */
  lessonPace: { tookSeconds: number; leastSeconds: number } | null;
}
