import type { LocalDay } from "../time";

/** A document of the register: a law, a decree, a local code of conduct. Only registered documents can be cited. */
export const DOCUMENT_STATUSES = ["in-force", "expired", "unverified"] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

export interface LegalDocument {
  /** As it is cited, e.g. "1847/QĐ-TTg". */
  number: string;
  title: string;
  issuer: string;
  /** "luật", "nghị định", "quyết định", … */
  kind: string;
  issuedOn: string | null;
  effectiveOn: string | null;
  /** The first day on which it is no longer in force. */
  expiredOn?: LocalDay | null;
  /** As it was entered; what holds on a day is said by `statusOn`. */
  status: DocumentStatus;
  replacedBy: string | null;
  note: string | null;
  source: string | null;
  /** Articles and clauses that ought to be taught, whether anything cites them yet or not. */
  places?: readonly DocumentPlace[];
}

export interface DocumentPlace {
  article?: string | undefined;
  clause?: string | undefined;
}

/** From the day on which a document expires its status is "expired", whoever looks. */
export function statusOn(document: Pick<LegalDocument, "status" | "expiredOn">, today: LocalDay): DocumentStatus {
  return document.expiredOn && document.expiredOn <= today ? "expired" : document.status;
}

/** The register as it is on a day: with the statuses that hold then. */
export function registerOn(documents: readonly LegalDocument[], today: LocalDay): DocumentRegister {
  return new Map(documents.map((document) => [document.number, { ...document, status: statusOn(document, today) }]));
}

export function notYetInForce({ effectiveOn }: Pick<LegalDocument, "effectiveOn">, today: LocalDay): boolean {
  return effectiveOn !== null && effectiveOn > today;
}

export type DocumentRegister = ReadonlyMap<string, LegalDocument>;

/** "Quyết định số 1847/QĐ-TTg"; a document known by a name and not by a number is called by its name. */
export function documentName(document: Pick<LegalDocument, "number" | "kind">): string {
  if (!/^\d/.test(document.number)) return document.number;
  return `${document.kind.charAt(0).toLocaleUpperCase("vi")}${document.kind.slice(1)} số ${document.number}`;
}

/** "điểm a khoản 2 Điều 14 Luật số 80/2025/QH15, nội dung …": the parts in the order in which laws are cited. */
export function citationText(
  document: Pick<LegalDocument, "number" | "kind">,
  part: { article?: string; clause?: string; point?: string; content?: string },
): string {
  const place = [
    part.point ? `điểm ${part.point}` : "",
    part.clause ? `khoản ${part.clause}` : "",
    part.article ? `Điều ${part.article}` : "",
    documentName(document),
  ];
  const text = place.filter((each) => each !== "").join(" ");
  const content = part.content ? `${text}, nội dung “${part.content}”` : text;
  return content.charAt(0).toLocaleUpperCase("vi") + content.slice(1);
}

/** The registered ones among these numbers, each once. */
export function documentsOf(numbers: readonly string[], register: DocumentRegister): LegalDocument[] {
  return [...new Set(numbers)].flatMap((number) => register.get(number) ?? []);
}
