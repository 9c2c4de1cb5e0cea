import type { Submission } from "@conform-to/react";
import type { Translate } from "~/ui/words/translate";
import { refuseForm } from "./form.server";

const FAULTS = {
  "number-taken": ["number", "register.numberTaken"],
  overtaken: ["", "register.overtaken"],
  "replacement-unknown": ["replacedBy", "register.replacementUnknown"],
  "replacement-circle": ["replacedBy", "register.replacementCircle"],
} as const;

/** The answer to a document that cannot be saved: the sentence stands at its field. */
export function refuseDocument<Input, Output>(
  submission: Submission<Input, string[], Output>,
  reason: keyof typeof FAULTS,
  t: Translate,
) {
  const [field, word] = FAULTS[reason];
  return refuseForm(submission, field === "" ? { formErrors: [t(word)] } : { fieldErrors: { [field]: [t(word)] } });
}
