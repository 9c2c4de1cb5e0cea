import type { Adjustment } from "~/domain/assessment/regrade/adjustment";
import type { AttemptResult } from "~/domain/assessment/regrade/forecast";
import type { KeyFault } from "~/domain/assessment/regrade/key-change";
import { formatMarks } from "~/ui/words/format";
import type { Translate } from "~/ui/words/translate";

export const CHANGE_WORDS = {
  key: "regrade.changeKey",
  "full-marks": "regrade.changeFullMarks",
  void: "regrade.changeVoid",
  marks: "regrade.changeMarks",
} as const satisfies Record<Adjustment["kind"], string>;

export const FAULT_WORDS = {
  "other-question": "regrade.faultOther",
  "nothing-right": "regrade.faultNothingRight",
  "one-right": "regrade.faultOneRight",
  "each-place-once": "regrade.faultEachPlaceOnce",
  "full-answer-missing": "regrade.faultFullMissing",
  "answers-missing": "regrade.faultAnswersMissing",
  "too-many-answers": "regrade.faultTooMany",
  "answer-too-long": "regrade.faultTooLong",
  "not-a-number": "regrade.faultNumber",
  "wrong-percent": "regrade.faultPercent",
  "remedial-missing": "regrade.faultRemedial",
} as const satisfies Record<KeyFault, string>;

export const percentOf = (t: Translate, percent: number) => `${formatMarks(percent, t.language)}%`;

/** "75%, đạt" */
export function resultInWords(t: Translate, { percent, passed }: Pick<AttemptResult, "percent" | "passed">): string {
  if (percent === null) return t("regrade.resultAwaits");
  return t(passed ? "regrade.resultPassed" : "regrade.resultFailed", { percent: percentOf(t, percent) });
}
