/** Fields as people type them into forms: tidied, and refused in words. Messages are word keys. */
import { z } from "zod";
import { parseDay } from "./time";

/** One line: composed Unicode, single blanks, none at the ends. */
export const tidyLine = (text: string): string =>
  text.normalize("NFC").replaceAll("\0", "").replace(/\s+/g, " ").trim();

/** Several lines: composed Unicode, one kind of line end, no blanks at the ends. */
export const tidyText = (text: string): string =>
  text.normalize("NFC").replaceAll("\0", "").replace(/\r\n?/g, "\n").trim();

interface Wanted {
  /** Signs at least, after tidying. */
  least?: number;
  most: number;
  /** Said when nothing, or too little, is there. */
  needs: string;
}

// Looked at where they stand: a further string schema behind the tidied text would take "" for a field that was left out.
const within = ({ least, most, needs }: Required<Wanted>) => {
  return (text: string, context: z.RefinementCtx): void => {
    if (text.length < least) context.addIssue({ code: "custom", message: needs });
    if (text.length <= most) return;
    const tooLong = { code: "too_big", origin: "string", maximum: most, inclusive: true, input: text } as const;
    context.addIssue({ ...tooLong, message: "errors.fieldTooLong" });
  };
};

const wordsField =
  (tidy: (text: string) => string) =>
  ({ least = 1, most, needs }: Wanted) =>
    z.string({ error: needs }).transform(tidy).superRefine(within({ least, most, needs }));

export const lineField = wordsField(tidyLine);
export const textField = wordsField(tidyText);

/** Several lines that may be left out: then "". */
export const optionalTextField = ({ most }: Pick<Wanted, "most">) =>
  z
    .string()
    .default("")
    .transform(tidyText)
    .superRefine(within({ least: 0, most, needs: "" }));

/** A day as `parseDay` reads it. The message names the day that is wanted and how to write it: a summary shows it without the label. */
export const dayField = (message: string) =>
  z.string({ error: message }).transform((text, context) => {
    const day = parseDay(text);
    if (day !== null) return day;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

/** As `dayField`; left out or blank: null. */
export const optionalDayField = (message: string) =>
  z
    .string()
    .default("")
    .transform((text, context) => {
      const day = parseDay(text);
      if (day !== null || text.trim() === "") return day;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });
