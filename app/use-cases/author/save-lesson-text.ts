import type { Actor } from "~/domain/audit/audit-event";
import { LESSON_LIMIT_KB } from "~/domain/courses/course-source";
import { readable } from "~/domain/courses/drafts/draft-texts-store.server";
import { LESSON_PATH, type SaveAnswer } from "~/domain/courses/drafts/lesson-editor";
import { saveFileOfDraft } from "./save-draft-file";

/** Saves the text of a lesson of the open draft over the revision that the writer saw, as it is: also with faults in it. */
export async function saveLessonText(input: {
  slug: string;
  path: string;
  text: string;
  over: number | null;
  actor: Actor;
  now: Date;
}): Promise<SaveAnswer> {
  const { text, ...file } = input;
  if (!LESSON_PATH.test(file.path)) return { kind: "refused", reason: "not-a-lesson" };
  const bytes = new TextEncoder().encode(text.replace(/\r\n?/g, "\n"));
  if (bytes.byteLength > LESSON_LIMIT_KB * 1024) return { kind: "refused", reason: "too-large" };
  const saved = await saveFileOfDraft({ ...file, bytes });
  if (saved.kind !== "overtaken") return saved;
  const { bytes: theirs, at, ...rest } = saved;
  return { ...rest, text: theirs && readable(theirs), at: at.toISOString() };
}
