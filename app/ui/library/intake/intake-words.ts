import type { ArchiveFault } from "~/domain/courses/intake/archive.server";
import type { DraftState } from "~/domain/courses/drafts/draft";
import type { WordKey } from "~/ui/words/catalogue.server";
import type { Translate } from "~/ui/words/translate";

const FAULTS: Record<ArchiveFault["reason"], WordKey> = {
  "not-a-zip": "intake.faultNotAZip",
  damaged: "intake.faultDamaged",
  encrypted: "intake.faultEncrypted",
  "too-many-entries": "intake.faultTooMany",
  "too-large": "intake.faultTooLarge",
  bomb: "intake.faultBomb",
  "unsafe-name": "intake.faultUnsafeName",
  link: "intake.faultLink",
  duplicate: "intake.faultDuplicate",
  "unknown-method": "intake.faultMethod",
  "no-course": "intake.faultNoCourse",
  "many-courses": "intake.faultManyCourses",
  "stray-file": "intake.faultStray",
  "wrong-case": "intake.faultCase",
  nested: "intake.faultNested",
  "unexpected-file": "intake.faultUnexpected",
  "no-slug": "intake.faultNoSlug",
  "scorm-xml": "intake.faultManifest",
  "scorm-doctype": "intake.faultDoctype",
  "scorm-not-scorm-12": "intake.faultNotScorm12",
  "scorm-no-items": "intake.faultNoItems",
  "scorm-too-many-items": "intake.faultManyItems",
  "scorm-launch": "intake.faultLaunch",
};

/** What is wrong with a zip file, and how to mend it. */
export const faultInWords = (t: Translate, { reason, name, limit }: ArchiveFault): string =>
  t(FAULTS[reason], { name, limit: limit ?? 0 });

const STATES: Record<DraftState, WordKey> = {
  editing: "intake.stateEditing",
  in_review: "intake.stateInReview",
  approved: "intake.stateApproved",
  published: "intake.stateClosed",
  discarded: "intake.stateClosed",
};

export const stateInWords = (t: Translate, state: DraftState): string => t(STATES[state]);

/** Why a zip file was not taken into a draft. */
export function refusalInWords(
  t: Translate,
  refusal: { reason: string; fault?: ArchiveFault; state?: DraftState },
): string {
  if (refusal.fault) return faultInWords(t, refusal.fault);
  if (refusal.state) return t("intake.refusedClosed", { state: stateInWords(t, refusal.state) });
  const known: Record<string, WordKey> = {
    applied: "intake.refusedApplied",
    "nothing-new": "intake.refusedNothingNew",
    files: "intake.refusedFiles",
    "needs-facts": "intake.refusedFacts",
    "draft-there": "intake.refusedDraft",
    overtaken: "intake.refusedOvertaken",
  };
  return t(known[refusal.reason] ?? "intake.refusedOvertaken");
}
