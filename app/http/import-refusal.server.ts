import type { Submission } from "@conform-to/react";
import type { ImportRefusal } from "~/domain/assessment/question-import/import-view";
import { draftRefusal } from "./draft-answer.server";
import type { Translate } from "~/ui/words/translate";

/** Why questions were not put into the bank, each fault beside its field; what was typed and ticked is kept. */
export function importFaults<Input, Output>(
  submission: Submission<Input, string[], Output>,
  titles: readonly { topic: string }[],
  refusal: ImportRefusal,
  t: Translate,
) {
  const fieldErrors = refusal.reason === "titles" ? titleErrors(titles, refusal.topics, t) : {};
  const formErrors = sentenceOf(refusal, t);
  return {
    result: submission.reply({ fieldErrors, formErrors }),
    refusal: draftRefusal(refusal),
    status: draftRefusal(refusal) ? 409 : 400,
  };
}

function sentenceOf(refusal: ImportRefusal, t: Translate): string[] {
  switch (refusal.reason) {
    case "blocked":
      return [t("importing.someBlocked", { count: refusal.count })];
    case "nothing":
      return [t("importing.nothingChosen")];
    case "applied":
      return [t("importing.appliedBefore")];
    default:
      return [];
  }
}

const titleErrors = (titles: readonly { topic: string }[], nameless: readonly string[], t: Translate) =>
  Object.fromEntries(
    nameless.map((topic) => {
      const place = titles.findIndex((each) => each.topic === topic);
      return [`titles[${Math.max(place, 0)}].title`, [t("importing.needsTitle")]];
    }),
  );
