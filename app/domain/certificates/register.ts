import type { ReasonClass } from "./history";
import type { CertificateStatus } from "./standing";

/** A register book: of one issuing agency and one year. */
export interface BookName {
  issuerCode: string;
  year: number;
}

export interface Book extends BookName {
  lastNumber: number;
}

/** One number of the book: a certificate, or a number that is void. */
export interface BookEntry {
  registerNumber: number;
  number: string;
  certificate: {
    serial: string;
    fullName: string;
    positionTitle: string;
    unitName: string;
    courseName: string;
    result: string;
    issuedAt: Date;
    status: CertificateStatus;
    since: Date;
    reasonClass: ReasonClass | null;
    reason: string | null;
    /** The number that stands in its place. */
    replacedBy: string | null;
    replaces: string | null;
  } | null;
  /** Why no certificate bears the number. */
  void: { reason: string; at: Date; by: string } | null;
}

export interface BookPage {
  entries: BookEntry[];
  /** The number after which the next page begins. */
  next: number | null;
}

/** What is found when all numbers of a book are looked at. */
export interface BookCheck {
  lastNumber: number;
  certificates: number;
  voids: number;
  revoked: number;
  reissued: number;
  /** Numbers that neither a certificate nor a reason stands for; the first of them. */
  missing: number[];
  missingCount: number;
  /** Numbers beyond the last one that the book has given. */
  beyond: number;
}

export function isGapless(check: BookCheck): boolean {
  return check.missingCount === 0 && check.beyond === 0 && check.certificates + check.voids === check.lastNumber;
}

/** The numbers of 1…last that are not in `taken`, in order, at most so many. */
export function missingNumbers(taken: readonly number[], last: number, most: number): number[] {
  const there = new Set(taken);
  const missing: number[] = [];
  for (let number = 1; number <= last && missing.length < most; number += 1) {
    if (!there.has(number)) missing.push(number);
  }
  return missing;
}

/** "SNV~2026", as it stands in addresses. */
export const bookKey = ({ issuerCode, year }: BookName) => `${issuerCode}~${year}`;

export function readBookKey(text: string): BookName | null {
  const found = /^(.{1,40})~(\d{4})$/u.exec(text);
  return found ? { issuerCode: found[1]!, year: Number(found[2]) } : null;
}
