import { z } from "zod";
import { formatDay } from "../time";
import { lineField, optionalDayField, optionalTextField, tidyLine } from "../typed-fields";
import { plainPlace } from "./coverage";
import { DOCUMENT_STATUSES, type DocumentPlace, type LegalDocument } from "./document";

/** What is typed to register or change a document. Messages are word keys. */
const line = (needs: string) => lineField({ most: 300, needs });
const optionalText = (most: number) => optionalTextField({ most }).transform((text) => (text === "" ? null : text));

export const documentForm = z
  .object({
    number: line("register.needsNumber"),
    title: line("register.needsTitle"),
    issuer: line("register.needsIssuer"),
    kind: line("register.needsKind"),
    issuedOn: optionalDayField("register.badIssuedOn"),
    effectiveOn: optionalDayField("register.badEffectiveOn"),
    expiredOn: optionalDayField("register.badExpiredOn"),
    status: z.enum(DOCUMENT_STATUSES, { error: "register.needsStatus" }),
    replacedBy: optionalText(100),
    note: optionalText(2000),
    source: optionalText(500).refine((text) => text === null || /^https:\/\/\S+$/.test(text), {
      error: "register.badSource",
    }),
    places: z
      .string()
      .max(20_000, { error: "errors.fieldTooLong" })
      .optional()
      .transform((text, context) => {
        const read = readPlaces(text ?? "");
        if (read.wrong === null) return read.places;
        context.addIssue({ code: "custom", message: "register.badPlaces" });
        return z.NEVER;
      }),
    /** Mark of the document that the form was filled in for; left out for a new one. */
    over: z.string().optional(),
  })
  .superRefine((value, context) => {
    const fault = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    const { issuedOn, effectiveOn, expiredOn } = value;
    if (issuedOn && effectiveOn && effectiveOn < issuedOn) fault("effectiveOn", "register.effectiveBeforeIssued");
    if (effectiveOn && expiredOn && expiredOn <= effectiveOn) fault("expiredOn", "register.expiredBeforeEffective");
    if (value.replacedBy !== null && value.replacedBy === value.number) fault("replacedBy", "register.replacesItself");
  });
export type DocumentValues = z.output<typeof documentForm>;

/** "Điều 14, khoản 2", one a line; `wrong`: the first line that is none. */
export function readPlaces(text: string): { places: DocumentPlace[]; wrong: string | null } {
  const places: DocumentPlace[] = [];
  for (const each of text.split(/\r?\n/)) {
    const words = tidyLine(each);
    if (words === "") continue;
    const found = /^(?:điều\s+)?(\d+[a-zđ]?)(?:\s*[,.]?\s*(?:khoản\s+)?(\d+[a-zđ]?))?$/iu.exec(words);
    if (!found) return { places, wrong: words };
    places.push(plainPlace({ article: found[1], ...(found[2] && { clause: found[2] }) }));
  }
  return { places, wrong: null };
}

/** A place in words, as it can be typed too. */
export function placeLine({ article, clause }: DocumentPlace): string {
  const words = [article ? `Điều ${article}` : "", clause ? (/^\d/.test(clause) ? `khoản ${clause}` : clause) : ""];
  return words.filter((each) => each !== "").join(", ");
}

/** The document as the audit trail keeps it: places as they are read. */
export function documentFacts(document: LegalDocument): object {
  return { ...document, places: (document.places ?? []).map(placeLine).join("; ") || null };
}

/** The document as its form is filled in. */
export function formValues(document: LegalDocument): Record<string, string> {
  const { number, title, issuer, kind, status, replacedBy, note, source, places = [] } = document;
  const dayText = (value: string | null | undefined) => (value ? formatDay(value) : "");
  return {
    number,
    title,
    issuer,
    kind,
    status,
    issuedOn: dayText(document.issuedOn),
    effectiveOn: dayText(document.effectiveOn),
    expiredOn: dayText(document.expiredOn),
    replacedBy: replacedBy ?? "",
    note: note ?? "",
    source: source ?? "",
    places: places.map(placeLine).join("\n"),
  };
}
