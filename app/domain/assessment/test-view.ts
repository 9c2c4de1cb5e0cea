import type { TestPolicy } from "../courses/course";
import type { AttemptFact, StartVerdict } from "./attempt-policy";

export interface TestView {
  course: { slug: string; title: string };
  policy: TestPolicy;
  questionCount: number;
  attempts: (AttemptFact & { id: string })[];
  verdict: StartVerdict;
  openAttemptId: string | null;
  /** When the paper would be handed in by itself if it were begun now. */
  deadlineIfStartedNow: Date;
  lessonsMissing: { id: string; title: string }[];
}
