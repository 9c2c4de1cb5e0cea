import { localDay, type LocalDay } from "../time";
import type { CourseOnPaper } from "./course-on-paper";
import type { Issuer } from "./issuer";
import type { EnglishNames, Logo, TemplateContent, Wording } from "./template";
import { lastValidDay } from "./validity";

/**
 * The facts of one certificate as they were on the day of issue: with the words of the template, every word that is
 * printed. Stored with the certificate and never derived again; of the person they hold only what stands on the paper
 * (no staff number, no personal ID).
 */
export interface CertificateFacts {
  issuerParentName: string;
  issuerName: string;
  /** "0001/GCN-SNV" */
  number: string;
  registerNumber: number;
  /** "CM26-7Q4D-X9KM-2PTB" */
  serial: string;
  fullName: string;
  positionTitle: string;
  unitName: string;
  courseName: string;
  studyForm: string;
  /** "2 giờ 30 phút" */
  duration: string;
  startedOn: LocalDay;
  completedOn: LocalDay;
  issuedOn: LocalDay;
  place: string;
  /** "Đạt (92,5%)" */
  result: string;
  signerTitle: string;
  signerName: string;
  /** "Quyết định số 1847/QĐ-TTg ngày 27/12/2018", or null when none is given. */
  legalBasis: string | null;
  digitallySigned: boolean;
  /** Where a citizen checks the paper; the address of this very paper is this, a slash and the serial. */
  verifyAddress: string;
  /** What the agency's template chose. Papers from before there were templates have none of it: the standard. */
  wording?: Wording;
  english?: EnglishNames | null;
  logo?: Logo | null;
  /** The last day on which it holds; none: for ever. */
  expiresOn?: LocalDay | null;
}

/** What a completion and its course version say, as far as it is printed. */
export interface CompletionOnPaper extends CourseOnPaper {
  fullName: string;
  positionTitle: string;
  unitName: string;
  /** From the widest to the nearest: "UBND tỉnh An Giang › Sở Nội vụ › Phòng Công chức, viên chức". */
  unitPathNames: string;
  startedAt: Date;
  completedAt: Date;
  /** Null for a course that ends without a test. */
  scorePercent: number | null;
}

/** What is known only when the register book has been opened. */
export interface RegisterEntry {
  number: string;
  registerNumber: number;
  serial: string;
  issuedAt: Date;
}

/** What a template gives to the paper; an issuer alone prints the standard. */
export type PrintedIssuer = Issuer & Partial<Pick<TemplateContent, "wording" | "english" | "logo" | "validMonths">>;

export function composeFacts(input: {
  completion: CompletionOnPaper;
  issuer: PrintedIssuer;
  entry: RegisterEntry;
  /** The whole address of the check page: "https://hoctap.angiang.gov.vn/verify". */
  verifyAddress: string;
  /** Whether its document will bear a digital signature. */
  digitallySigned?: boolean;
}): CertificateFacts {
  const { completion, issuer, entry } = input;
  return {
    issuerParentName: tidy(issuer.issuerParentName),
    issuerName: tidy(issuer.issuerName),
    number: entry.number,
    registerNumber: entry.registerNumber,
    serial: entry.serial,
    fullName: tidy(completion.fullName),
    positionTitle: tidy(completion.positionTitle),
    unitName: unitOnPaper(completion),
    courseName: tidy(completion.courseName),
    studyForm: tidy(completion.studyForm),
    duration: durationInWords(completion.minutes),
    startedOn: localDay(completion.startedAt),
    completedOn: localDay(completion.completedAt),
    issuedOn: localDay(entry.issuedAt),
    place: tidy(issuer.place),
    result: resultInWords(completion.scorePercent),
    signerTitle: tidy(issuer.signerTitle),
    signerName: tidy(issuer.signerName),
    legalBasis: tidy(completion.legalBasis ?? issuer.legalBasis ?? "") || null,
    digitallySigned: input.digitallySigned ?? false,
    verifyAddress: input.verifyAddress.replace(/\/+$/, ""),
    ...printedChoices(issuer, localDay(entry.issuedAt)),
  };
}

/**
 * The facts of a certificate that is issued again: of the learning what was printed before or what a correction of the record says, of
 * the person what was set right, of the agency what its template says now. Until when it holds is not changed by it, unless the course
 * was completed anew.
 */
export function reissueFacts(input: {
  before: CertificateFacts;
  correction: Partial<Pick<CertificateFacts, "fullName" | "positionTitle" | "unitName">>;
  learning?: Partial<CertificateFacts>;
  earnedAgain?: boolean;
  issuer: PrintedIssuer;
  entry: RegisterEntry;
  verifyAddress: string;
  digitallySigned: boolean;
}): CertificateFacts {
  const { before, correction, issuer, entry } = input;
  const { wording: _wording, english: _english, logo: _logo, expiresOn, ...kept } = before;
  const { expiresOn: anew, ...choices } = printedChoices(issuer, localDay(entry.issuedAt));
  const lastDay = input.earnedAgain ? anew : expiresOn;
  return {
    ...kept,
    ...input.learning,
    issuerParentName: tidy(issuer.issuerParentName),
    issuerName: tidy(issuer.issuerName),
    number: entry.number,
    registerNumber: entry.registerNumber,
    serial: entry.serial,
    fullName: tidy(correction.fullName ?? before.fullName),
    positionTitle: tidy(correction.positionTitle ?? before.positionTitle),
    unitName: tidy(correction.unitName ?? before.unitName),
    issuedOn: localDay(entry.issuedAt),
    place: tidy(issuer.place),
    signerTitle: tidy(issuer.signerTitle),
    signerName: tidy(issuer.signerName),
    digitallySigned: input.digitallySigned,
    verifyAddress: input.verifyAddress.replace(/\/+$/, ""),
    ...choices,
    ...(lastDay && { expiresOn: lastDay }),
  };
}

/** What stands on the paper beyond the standard; what an issuer has not chosen is not there at all. */
export function printedChoices(issuer: PrintedIssuer, issuedOn: LocalDay): Partial<CertificateFacts> {
  const { wording, english, logo, validMonths } = issuer;
  return {
    ...(wording && {
      wording: { title: tidy(wording.title), lead: tidy(wording.lead), achievement: tidy(wording.achievement) },
    }),
    ...(english && { english: { issuerName: tidy(english.issuerName), signerTitle: tidy(english.signerTitle) } }),
    ...(logo && { logo }),
    ...(validMonths && { expiresOn: lastValidDay(issuedOn, validMonths) }),
  };
}

/** "Phòng Công chức, viên chức, Sở Nội vụ": from the nearest unit up to the agency, without the province itself. */
export function unitOnPaper(completion: Pick<CompletionOnPaper, "unitName" | "unitPathNames">): string {
  const names = completion.unitPathNames
    .split("›")
    .map(tidy)
    .filter((name) => name !== "");
  const below = names.slice(1).reverse();
  return below.length > 0 ? below.join(", ") : tidy(completion.unitName);
}

/** "45 phút", "2 giờ", "2 giờ 30 phút" */
export function durationInWords(totalMinutes: number): string {
  const whole = Math.max(0, Math.round(totalMinutes));
  const hours = Math.floor(whole / 60);
  const minutes = whole % 60;
  const parts = [...(hours > 0 ? [`${hours} giờ`] : []), ...(minutes > 0 || hours === 0 ? [`${minutes} phút`] : [])];
  return parts.join(" ");
}

/** "Đạt (92,5%)"; a course without a test is simply finished. */
export function resultInWords(scorePercent: number | null): string {
  if (scorePercent === null) return "Hoàn thành";
  return `Đạt (${String(Math.round(scorePercent * 100) / 100).replace(".", ",")}%)`;
}

/** Text as it is printed: one form of each letter (NFC), single spaces, and no sign that cannot be seen. */
export function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (/\s/.test(sign) ? " " : ""))
    .replace(/\s+/g, " ")
    .trim();
}
