import { localDay } from "../time";

/** The register book of an issuing agency is a book of one year: the year in Vietnam in which a paper is issued. */
export function registerYear(issuedAt: Date): number {
  return Number(localDay(issuedAt).slice(0, 4));
}

/** "0001": as it is written in the register book; a book with more than 9999 entries simply gets longer numbers. */
export function registerEntry(registerNumber: number): string {
  return String(registerNumber).padStart(4, "0");
}

/** As printed: "0001/GCN-SNV" (Giấy chứng nhận, abbreviation of the issuing agency). */
export function certificateNumber(registerNumber: number, issuerCode: string): string {
  return `${registerEntry(registerNumber)}/GCN-${issuerCode}`;
}
