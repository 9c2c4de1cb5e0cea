import { formatDay, type LocalDay } from "../time";
import type { CertificateFacts } from "./facts";
import { registerEntry } from "./number";

/** Which wording and layout a certificate was issued with; kept with it, so that it prints the same years later. */
export const TEMPLATE_VERSION = 1;

/** Every printed string, in reading order. The PDF and the page on screen are both drawn from this. */
export interface CertificatePaper {
  issuerParent: string;
  issuer: string;
  number: string;
  nation: string;
  motto: string;
  title: string;
  legalBasis: string | null;
  lead: string;
  fullName: string;
  post: string;
  achievement: string;
  courseName: string;
  details: { label: string; value: string }[];
  placeAndDate: string;
  signerTitle: string;
  signerName: string;
  /** What a citizen needs to check the paper. */
  check: { label: string; value: string }[];
  /** What the QR code opens. */
  checkLink: string;
  remark: string | null;
}

/** The words of the paper: the look of Decree 30/2020/NĐ-CP, annex I, on a certificate. */
export function certificatePaper(facts: CertificateFacts): CertificatePaper {
  return {
    issuerParent: capitals(facts.issuerParentName),
    issuer: capitals(facts.issuerName),
    number: `Số: ${facts.number}`,
    nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    motto: "Độc lập - Tự do - Hạnh phúc",
    title: "GIẤY CHỨNG NHẬN HOÀN THÀNH",
    legalBasis: facts.legalBasis === null ? null : `Căn cứ ${facts.legalBasis}`,
    lead: "Chứng nhận ông (bà)",
    fullName: facts.fullName,
    post: [facts.positionTitle, facts.unitName].filter((part) => part !== "").join(", "),
    achievement: "đã hoàn thành khóa học",
    courseName: facts.courseName,
    details: [
      { label: "Hình thức học", value: facts.studyForm },
      { label: "Thời lượng", value: facts.duration },
      { label: "Thời gian học", value: period(facts.startedOn, facts.completedOn) },
      { label: "Kết quả", value: facts.result },
    ],
    placeAndDate: `${facts.place}, ${dayInWords(facts.issuedOn)}`,
    signerTitle: capitals(facts.signerTitle),
    signerName: facts.signerName,
    check: [
      { label: "Số vào sổ", value: registerEntry(facts.registerNumber) },
      { label: "Mã tra cứu", value: facts.serial },
      { label: "Tra cứu tại", value: withoutScheme(facts.verifyAddress) },
    ],
    checkLink: `${facts.verifyAddress}/${facts.serial}`,
    remark: facts.digitallySigned
      ? null
      : "Giấy chứng nhận này chưa được ký số. Giá trị của giấy được kiểm tra bằng mã tra cứu tại địa chỉ trên.",
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
