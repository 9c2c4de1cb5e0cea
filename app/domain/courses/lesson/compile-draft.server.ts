import { type LegalDocument, registerOn } from "../../documents/document";
import type { ContentProblem } from "../content-problem";
import { compileBody, named } from "./compile-lesson.server";
import { minutesOf } from "./reading-time";
import { type DraftLesson, type LessonFault, markFaults, proveDraft } from "./draft-lesson";

/** A lesson of a draft with all that its preview depends on. Plain data: it travels to another thread. */
export interface DraftToCompile {
  text: string;
  file: string;
  id: string;
  documents: LegalDocument[];
  lessonIds: string[];
  media: { path: string; address: string; size: number }[];
  today: string;
}

export interface CompiledDraft {
  lesson: DraftLesson;
  faults: LessonFault[];
  problems: ContentProblem[];
  /** The ids of the blocks with the lines of the file that they begin on. */
  lines: { id: string; line: number }[];
}

/** What learners would see of a lesson as it is being written, with everything that is wrong. */
export async function compileDraft(draft: DraftToCompile): Promise<CompiledDraft> {
  const { id, documents, lessonIds, today } = draft;
  const register = registerOn(documents, today);
  const media = new Map(draft.media.map((file) => [file.path, file]));
  const around = { register, lessonIds, media: new Set(media.keys()) };
  const { head, body, faults, problems } = proveDraft({ ...draft, around, today });
  const { segments, words, headings, lines } = await compileBody({
    body,
    register,
    imageAddress: (path) => media.get(path)!.address,
    fileSize: (path) => media.get(path)!.size,
    mark: (tree) => markFaults(tree, faults),
  });
  const lesson: DraftLesson = {
    id,
    ...head,
    legalBasis: head.legalBasis.map((citation) => named(citation, register)),
    minutes: minutesOf(words),
    words,
    headings,
    segments,
  };
  return { lesson, faults, problems, lines };
}
