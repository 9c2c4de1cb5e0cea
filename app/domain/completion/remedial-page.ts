import type { Citation } from "../courses/course";

/** What somebody reads again because of an answer: the situation, what was chosen, and the part of the lesson. */
export interface RemedialPage {
  course: { slug: string; title: string };
  questionId: string;
  lesson: { id: string; title: string };
  stem: string;
  case: { title: string; text: string } | null;
  chosen: { text: string; consequence: string; citation: Citation } | null;
  /** Ready HTML, compiled when the lesson was published. */
  html: string[];
  doneAt: Date | null;
}
