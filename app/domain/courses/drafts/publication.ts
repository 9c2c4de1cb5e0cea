/** What an officer is told before and while a draft becomes a version. */
import type { ContentProblem } from "../content-problem";
import type { PublishJob } from "./publish-job";
import type { ReviewRefusal } from "./review-policy";
import type { ReviewerView } from "./review";

/** People in a version, as `domain/enrolment` counts them. */
export interface PeopleInVersion {
  number: number;
  underWay: number;
  held: number;
  completed: number;
  certificates: number;
}

export interface MoveForecast {
  people: number;
  readAgain: number;
  moreToRead: number;
  complete: number;
}

export interface Publication {
  course: { slug: string; title: string; isFirst: boolean; unpublished: boolean };
  changeNote: string | null;
  submittedByName: string | null;
  reviewers: Pick<ReviewerView, "name" | "decidedAt" | "note">[];
  people: PeopleInVersion[];
  notBegun: number;
  /** What moving would do, by what becomes of lessons that changed. */
  move: { keep: MoveForecast; unread: MoveForecast };
  /** Lessons whose text changed against the version in use, by title. */
  changedLessons: string[];
  problems: ContentProblem[];
  /** Why it cannot be published by who looks at it. */
  refusal: ReviewRefusal | "base-moved" | "problems" | null;
  /** The last publication that was asked for. */
  job: PublishJob | null;
}
