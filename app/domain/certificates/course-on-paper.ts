import type { CourseManifest } from "../courses/course";

/** What a version of a course says on the certificates of those who finish it. */
export interface CourseOnPaper {
  courseName: string;
  studyForm: string;
  /** Lessons and test together. */
  minutes: number;
  /** The course's own; without it the issuer's general one is printed. */
  legalBasis: string | null;
}

export function courseOnPaper({ certificate, studyForm, lessons, test }: CourseManifest): CourseOnPaper {
  return {
    courseName: certificate.courseName,
    studyForm,
    minutes: lessons.reduce((sum, lesson) => sum + lesson.minutes, 0) + (test?.timeLimitMinutes ?? 0),
    legalBasis: certificate.legalBasis ?? null,
  };
}
