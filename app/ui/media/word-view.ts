import type { ContentProblem } from "~/domain/courses/content-problem";
import type { LessonSegment } from "~/domain/courses/course";
import type { Loss } from "~/domain/courses/paste/losses";
import type { OldEncoding } from "~/domain/courses/paste/old-text";
import type { WordImage } from "~/domain/courses/paste/word-lesson";

export interface WordStart {
  slug: string;
  title: string;
  state: string;
  lessons: { file: string; title: string }[];
}

export interface WordText {
  title: string;
  body: string;
  images: WordImage[];
  inPlaceOf: string | null;
  /** null once the text was changed by hand: it is told when the document is read. */
  losses: Loss[] | null;
  converted: OldEncoding | null;
}

export interface WordPreview {
  segments: LessonSegment[];
  problems: ContentProblem[];
}
