import { z } from "zod";
import { optionalDayField, optionalTextField, textField } from "../../typed-fields";
import { codeFault } from "./code-text";

const line = optionalTextField({ most: 300 });
const WORDS = {
  "no-section": "localCode.noSection",
  "text-before-section": "localCode.textBeforeSection",
  "empty-section": "localCode.emptySection",
  "section-twice": "localCode.sectionTwice",
} as const;

/** A code as it is typed; a draft may lack anything, a published version nothing. Messages are word keys. */
export const localCodeForm = z
  .object({
    intent: z.enum(["save", "publish"]),
    over: z.coerce.number().int().min(0),
    title: line,
    decisionNumber: line,
    decidedOn: optionalDayField("localCode.badDay"),
    text: optionalTextField({ most: 200_000 }),
  })
  .superRefine((value, context) => {
    if (value.intent !== "publish") return;
    const fault = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    if (value.title === "") fault("title", "localCode.needsTitle");
    if (value.decisionNumber === "") fault("decisionNumber", "localCode.needsDecision");
    if (value.decidedOn === null) fault("decidedOn", "localCode.needsDay");
    const wrong = codeFault(value.text);
    if (wrong) fault("text", WORDS[wrong]);
  });
export type LocalCodeValues = z.output<typeof localCodeForm>;

export const overlayForm = z
  .object({
    intent: z.literal("add"),
    course: z.string().min(1),
    lesson: line,
    block: line,
    document: line,
    article: line,
    text: textField({ least: 3, most: 2000, needs: "localCode.needsText" }),
  })
  .superRefine((value, context) => {
    const fault = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    if (value.lesson === "" && value.document === "") fault("lesson", "localCode.needsPlace");
    if (value.block !== "" && value.document !== "") fault("document", "localCode.onePlace");
    if (value.article !== "" && value.document === "") fault("article", "localCode.articleAlone");
  });
export type OverlayValues = z.output<typeof overlayForm>;
