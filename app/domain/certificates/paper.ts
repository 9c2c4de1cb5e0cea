import { formatDay, type LocalDay } from "../time";
import type { CertificateFacts } from "./facts";
import { registerEntry } from "./number";
import { ENGLISH_WORDING, type Logo, STANDARD_WORDING } from "./template";

/** Which layout a document is drawn with; kept with its bytes. Certificates issued without a template of an agency bear it too. */
export const TEMPLATE_VERSION = 1;

/** Every printed string, in reading order. The PDF and the page on screen are both drawn from this. */
export interface CertificatePaper {
  issuerParent: string;
  issuer: string;
  issuerEnglish: string | null;
  number: string;
  nation: string;
  motto: string;
  title: string;
  /** The title in English, where the agency prints both languages. */
  subtitle: string | null;
  legalBasis: string | null;
  lead: string;
  fullName: string;
  post: string;
  achievement: string;
  courseName: string;
  details: { label: string; value: string }[];
  placeAndDate: string;
  signerTitle: string;
  signerTitleEnglish: string | null;
  signerName: string;
  /** What a citizen needs to check the paper. */
  check: { label: string; value: string }[];
  /** What the QR code opens. */
  checkLink: string;
  remark: string | null;
  logo: Logo | null;
}

/** The words of the paper: the look of Decree 30/2020/NĐ-CP, annex I, on a certificate. */
export function certificatePaper(facts: CertificateFacts): CertificatePaper {
  const wording = facts.wording ?? STANDARD_WORDING;
  const english = facts.english ?? null;
  const both = (vietnamese: string, inEnglish: string) => (english ? `${vietnamese} / ${inEnglish}` : vietnamese);
  return {
    issuerParent: capitals(facts.issuerParentName),
    issuer: capitals(facts.issuerName),
    issuerEnglish: english?.issuerName || null,
    number: `Số: ${facts.number}`,
    nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    motto: "Độc lập - Tự do - Hạnh phúc",
    title: capitals(wording.title),
    // Another title of the agency's own has no English of ours.
    subtitle: english && wording.title === STANDARD_WORDING.title ? ENGLISH_WORDING.title : null,
    legalBasis: facts.legalBasis === null ? null : `Căn cứ ${facts.legalBasis}`,
    lead: both(wording.lead, ENGLISH_WORDING.lead),
    fullName: facts.fullName,
    post: [facts.positionTitle, facts.unitName].filter((part) => part !== "").join(", "),
    achievement: both(wording.achievement, ENGLISH_WORDING.achievement),
    courseName: facts.courseName,
    details: [
      { label: both("Hình thức học", "Form"), value: facts.studyForm },
      { label: both("Thời lượng", "Duration"), value: facts.duration },
      { label: both("Thời gian học", "Period"), value: period(facts.startedOn, facts.completedOn) },
      { label: both("Kết quả", "Result"), value: facts.result },
    ],
    placeAndDate: `${facts.place}, ${dayInWords(facts.issuedOn)}`,
    signerTitle: capitals(facts.signerTitle),
    signerTitleEnglish: english?.signerTitle || null,
    signerName: facts.signerName,
    check: [
      { label: "Số vào sổ", value: registerEntry(facts.registerNumber) },
      ...(facts.expiresOn ? [{ label: "Có giá trị đến hết ngày", value: formatDay(facts.expiresOn) }] : []),
      { label: "Mã tra cứu", value: facts.serial },
      { label: "Tra cứu tại", value: withoutScheme(facts.verifyAddress) },
    ],
    checkLink: `${facts.verifyAddress}/${facts.serial}`,
    remark: facts.digitallySigned
      ? null
      : "Giấy chứng nhận này chưa được ký số. Giá trị của giấy được kiểm tra bằng mã tra cứu tại địa chỉ trên.",
    logo: facts.logo ?? null,
  };
}

/** "ngày 05 tháng 02 năm 2026": days below 10 and the months 1 and 2 take a nought (Decree 30/2020, annex I). */
export function dayInWords(day: LocalDay): string {
  const [year, month, date] = day.split("-") as [string, string, string];
  return `ngày ${date} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`;
}

function period(from: LocalDay, to: LocalDay): string {
  return from === to ? `ngày ${formatDay(to)}` : `từ ${formatDay(from)} đến ${formatDay(to)}`;
}

function capitals(text: string): string {
  return text.toLocaleUpperCase("vi");
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//, "");
}
