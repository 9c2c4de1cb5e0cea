import type { CorrectionFault, RecognitionFault } from "~/domain/completion/corrections/correction";
import type { WordKey } from "~/ui/words/catalogue.server";
import type { Translate } from "~/ui/words/translate";
import type { Refusal } from "./form.server";

type Fault = CorrectionFault | RecognitionFault;

const SENTENCES: Record<Fault["reason"], WordKey> = {
  overtaken: "record.overtaken",
  "is-void": "record.isVoid",
  "not-void": "record.notVoid",
  "for-oneself": "record.forOneself",
  "in-future": "record.inFuture",
  "before-start": "record.beforeStart",
  "no-score": "record.noScore",
  "nothing-changed": "record.nothingChanged",
  "already-completed": "record.alreadyCompleted",
  "not-a-file": "record.notAFile",
  "file-too-large": "record.fileTooLarge",
};

/** What the use case found, beside the field that it is about. */
export function correctionRefusal(fault: Fault, t: Translate): Refusal {
  const sentence = t(SENTENCES[fault.reason]);
  return fault.field === null ? { formErrors: [sentence] } : { fieldErrors: { [fault.field]: [sentence] } };
}
