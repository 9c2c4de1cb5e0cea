import { readComponentAt } from "~/domain/courses/lesson/lesson-work.server";
import type { FoundComponent } from "~/domain/courses/lesson/read-component";
import { requireDraft } from "./preview-draft-lesson";

/** The component at a place of a lesson's text, to be changed in its form; null when none is there. */
export async function readDraftComponent(input: {
  slug: string;
  text: string;
  offset: number;
}): Promise<FoundComponent | null> {
  await requireDraft(input.slug);
  return readComponentAt(input);
}
