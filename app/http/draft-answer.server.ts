import type { DraftRefusal, SavedInDraft } from "~/domain/courses/drafts/working-course";
import type { Translate } from "~/ui/words/translate";

/** What is said after something was written into a draft: that it is no version yet, and what the checks say of it. */
export function savedWords(t: Translate, { opened, errors }: SavedInDraft): string {
  const saved = t(opened ? "draft.savedOpened" : "draft.saved");
  return errors > 0 ? `${saved} ${t("draft.savedErrors", { count: errors })}` : saved;
}

/** Of the reasons why nothing was written, those that have to do with the draft itself. */
export function draftRefusal(refusal: { reason: string }): DraftRefusal | null {
  return refusal.reason === "overtaken" || refusal.reason === "closed" ? (refusal as DraftRefusal) : null;
}
