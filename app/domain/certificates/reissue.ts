import { localDay } from "../time";
import type { CourseOnPaper } from "./course-on-paper";
import { type CertificateFacts, durationInWords, resultInWords, tidy } from "./facts";

/** The completion that stands for a turn now, beside the one that its certificate was issued for. */
export interface StandingCompletion {
  completionId: string;
  versionId: string;
  startedAt: Date;
  completedAt: Date;
  scorePercent: number | null;
  /** By a decision about learning elsewhere; of that no certificate is issued. */
  recognised: boolean;
  /** Passed anew after the first one was declared void. */
  earnedAgain: boolean;
}

/** The part of a certificate that tells of the learning. */
export type LearningFacts = Pick<
  CertificateFacts,
  "startedOn" | "completedOn" | "result" | "courseName" | "studyForm" | "duration" | "legalBasis"
>;

export type ReissueRefusal = "no-completion" | "recognised";

export type ReissueBasis =
  /** The certificate rests on what stands: its learning is printed as it was. */
  | { kind: "as-before" }
  | { kind: "corrected"; learning: Partial<LearningFacts>; earnedAgain: boolean }
  | { kind: "refused"; reason: ReissueRefusal };

/** The same for a page. */
export type ReissueView =
  | { kind: "as-before" }
  | ({ kind: "corrected" } & Pick<LearningFacts, "completedOn" | "result">)
  | { kind: "refused"; reason: ReissueRefusal };

/**
 * On what a certificate is issued again: always on the completion that stands now, never on one that was corrected or declared void.
 * `course`: what the version of that completion says; needed only when it is another version.
 */
export function reissueBasis(
  certified: { completionId: string; versionId: string },
  standing: StandingCompletion | null,
  course: CourseOnPaper | null,
): ReissueBasis {
  if (!standing) return { kind: "refused", reason: "no-completion" };
  if (standing.recognised) return { kind: "refused", reason: "recognised" };
  if (standing.completionId === certified.completionId) return { kind: "as-before" };
  return {
    kind: "corrected",
    earnedAgain: standing.earnedAgain,
    learning: {
      startedOn: localDay(standing.startedAt),
      completedOn: localDay(standing.completedAt),
      result: resultInWords(standing.scorePercent),
      ...(course &&
        standing.versionId !== certified.versionId && {
          courseName: tidy(course.courseName),
          studyForm: tidy(course.studyForm),
          duration: durationInWords(course.minutes),
          ...(course.legalBasis && { legalBasis: tidy(course.legalBasis) }),
        }),
    },
  };
}
