/** The forms of a review. Messages are word keys. */
import { z } from "zod";
import { optionalTextField, textField } from "../../typed-fields";
import { NOTE_LENGTH, REMARK_LENGTH } from "./review";

const note = (needs: string) => textField({ most: NOTE_LENGTH, needs });
const remarkText = textField({ most: REMARK_LENGTH, needs: "review.remarkMissing" });
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const remark = z.uuid();

export const reviewForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("submit"),
    changeNote: note("review.changeNoteMissing"),
    reviewer: z.array(z.uuid()).default([]),
  }),
  z.object({ intent: z.literal("withdraw") }),
  z.object({ intent: z.literal("approve"), filesHash: hash, note: optionalTextField({ most: NOTE_LENGTH }) }),
  z.object({
    intent: z.literal("ask-for-changes"),
    filesHash: hash,
    note: note("review.decideNoteMissing"),
  }),
  z.object({
    intent: z.literal("remark"),
    path: z.string().max(200),
    block: z.string().max(200).optional(),
    quote: z.string().max(400).optional(),
    text: remarkText,
  }),
  z.object({ intent: z.literal("answer"), remark, text: remarkText }),
  z.object({ intent: z.literal("resolve"), remark }),
  z.object({ intent: z.literal("reopen"), remark }),
]);
export type ReviewForm = z.output<typeof reviewForm>;

export const publishForm = z.object({
  underWay: z.enum(["stay", "move-keep", "move-unread"], { error: "review.underWayMissing" }),
});

const reason = note("review.reasonMissing");

export const versionsForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("unpublish"), name: z.string({ error: "review.nameMissing" }).max(300), reason }),
  z.object({ intent: z.literal("offer") }),
  z.object({ intent: z.literal("restore"), number: z.number().int(), over: z.number().int(), reason }),
]);
