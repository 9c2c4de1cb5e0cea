import { z } from "zod";
import { BULK_ACTIONS, type BulkAction, type BulkFilter } from "~/domain/certificates/bulk";
import { REISSUE_CLASSES, REVOCATION_CLASSES } from "~/domain/certificates/history";
import { parseDay } from "~/domain/time";
import { readForm } from "./form.server";

export interface TypedBulkFilter {
  action: string;
  unit: string;
  turn: string;
  from: string;
  until: string;
}

/** The filter that an address holds; what is no day is told and left aside. */
export function readBulkFilter(request: Request): {
  action: BulkAction | null;
  filter: BulkFilter;
  typed: TypedBulkFilter;
  badDays: string[];
} {
  const search = new URL(request.url).searchParams;
  const text = (name: string) => (search.get(name) ?? "").trim().slice(0, 100);
  const typed = {
    action: text("action"),
    unit: text("unit"),
    turn: text("turn"),
    from: text("from"),
    until: text("until"),
  };
  const from = parseDay(typed.from);
  const until = parseDay(typed.until);
  return {
    action: BULK_ACTIONS.find((each) => each === typed.action) ?? null,
    filter: { unit: typed.unit || null, turn: typed.turn || null, from, until },
    typed,
    badDays: [
      ...(typed.from !== "" && from === null ? [typed.from] : []),
      ...(typed.until !== "" && until === null ? [typed.until] : []),
    ],
  };
}

const seen = { asOf: z.coerce.date(), count: z.coerce.number().int().min(0) };
const reason = z.string().trim().min(5).max(500);
const bulkForm = z.discriminatedUnion("action", [
  z.object({ action: z.literal("zip"), ...seen }),
  z.object({ action: z.literal("revoke"), reasonClass: z.enum(REVOCATION_CLASSES), reason, ...seen }),
  z.object({
    action: z.literal("reissue"),
    reasonClass: z.enum(REISSUE_CLASSES),
    reason,
    namesAsListed: z
      .literal("on")
      .optional()
      .transform((value) => value === "on"),
    ...seen,
  }),
]);

export const readBulkForm = (request: Request) => readForm(request, bulkForm);
