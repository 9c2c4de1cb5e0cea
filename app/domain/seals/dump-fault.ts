/** What is wrong with an export, the first thing that is: with the row where it can be told. */
export type DumpFault =
  | { kind: "not-a-dump" }
  | { kind: "line-altered"; line: number }
  | { kind: "truncated"; line: number }
  | { kind: "row-altered" | "row-missing" | "row-added"; table: string; key: string; line: number; seal: number | null }
  | { kind: "seal-forged" | "seal-contents" | "seal-chain"; seal: number; line: number }
  | { kind: "other-key"; seal: number | null; key: string; line: number }
  | { kind: "bytes-altered"; line: number }
  | { kind: "after-the-end"; line: number }
  | { kind: "root-not-found"; root: string };

export interface DumpSummary {
  seals: number;
  rows: number;
  unsealed: number;
  /** Every key that signed something in it, the last first. */
  keys: string[];
  last: { number: number; day: string; root: string } | null;
}

const where = (fault: { line: number; seal?: number | null }) => ({
  vi: `dòng ${fault.line} của tệp${fault.seal ? `, niêm phong số ${fault.seal}` : ""}`,
  en: `line ${fault.line} of the file${fault.seal ? `, seal ${fault.seal}` : ""}`,
});

/** The fault as a sentence in both languages. */
export function faultInWords(fault: DumpFault): { vi: string; en: string } {
  switch (fault.kind) {
    case "not-a-dump":
      return { vi: "Đây không phải tệp xuất hồ sơ.", en: "This is no export of the record." };
    case "root-not-found":
      return {
        vi: `Không niêm phong nào trong tệp có mã ${fault.root}: tệp thiếu niêm phong đó, hoặc chuỗi niêm phong đã bị làm lại.`,
        en: `No seal in the file has the root ${fault.root}: that seal is missing, or the chain was made anew.`,
      };
    case "other-key":
      return {
        vi: `Khóa ký ${fault.key} không phải khóa đã nêu (${where(fault).vi}).`,
        en: `The signing key ${fault.key} is not the one that was named (${where(fault).en}).`,
      };
    default: {
      const at = where(fault);
      const [vi, en] = SENTENCES[fault.kind];
      const row =
        "table" in fault ? [`bảng ${fault.table}, mã ${fault.key}`, `table ${fault.table}, id ${fault.key}`] : ["", ""];
      return { vi: `${vi.replace("{row}", row[0]!)} (${at.vi}).`, en: `${en.replace("{row}", row[1]!)} (${at.en}).` };
    }
  }
}

const SENTENCES = {
  "line-altered": ["Dòng này không còn như khi được ghi ra", "This line is not as it was written"],
  truncated: ["Tệp bị cắt: thiếu dòng kết thúc có chữ ký", "The file is cut off: its signed last line is missing"],
  "row-altered": ["Dòng dữ liệu đã bị sửa: {row}", "A row was altered: {row}"],
  "row-missing": ["Dòng dữ liệu bị mất hoặc không ở đúng chỗ: {row}", "A row is missing or not in its place: {row}"],
  "row-added": ["Dòng dữ liệu bị thêm vào: {row}", "A row was added: {row}"],
  "seal-forged": ["Chữ ký của niêm phong không đúng", "The signature of the seal is wrong"],
  "seal-contents": [
    "Danh mục dòng dữ liệu không khớp với niêm phong đã ký",
    "The list of rows does not fit the signed seal",
  ],
  "seal-chain": ["Niêm phong không nối tiếp niêm phong trước", "The seal does not follow the one before"],
  "bytes-altered": [
    "Mã băm hoặc chữ ký ở cuối không khớp với nội dung tệp",
    "The hash or the signature at the end does not fit the file",
  ],
  "after-the-end": ["Có dữ liệu sau dòng kết thúc", "There is something after the last line"],
} as const;
