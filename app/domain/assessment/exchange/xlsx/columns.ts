/** The columns of the spreadsheet that an officer fills in, and the words that stand in its lists. */
import { slugOf } from "../clean-text";
import type { Details } from "../details";

export const SHEET = "Câu hỏi";
export const GUIDE = "Hướng dẫn";
const ALPHABET = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Thirty accepted answers are the most that a question can have. */
export const OPTION_LETTERS = [...ALPHABET, ...["A", "B", "C", "D"].map((letter) => `A${letter}`)];

type Letter = string;
export type ColumnKey =
  | "id"
  | "type"
  | "stem"
  | "passage"
  | "key"
  | "wrongFeedback"
  | "explanation"
  | "topic"
  | "caseTitle"
  | "caseText"
  | `option${Letter}`
  | `feedback${Letter}`
  | `detail.${keyof Details}`;

export interface SheetColumn {
  key: ColumnKey;
  header: string;
  width: number;
  required?: boolean;
}

/** As many pairs of option and feedback as asked for. */
export function sheetColumns(options: number): SheetColumn[] {
  const pairs = OPTION_LETTERS.slice(0, options).flatMap((letter, index): SheetColumn[] => [
    { key: `option${letter}`, header: `Phương án ${letter}`, width: 34, required: index < 2 },
    { key: `feedback${letter}`, header: `Nhận xét ${letter}`, width: 30 },
  ]);
  return [
    { key: "id", header: "Mã câu hỏi", width: 16 },
    { key: "type", header: "Loại câu hỏi", width: 16 },
    { key: "stem", header: "Câu hỏi", width: 60, required: true },
    { key: "passage", header: "Đoạn có chỗ trống", width: 40 },
    { key: "key", header: "Đáp án", width: 16, required: true },
    ...pairs,
    { key: "wrongFeedback", header: "Nhận xét khi sai", width: 30 },
    { key: "explanation", header: "Giải thích", width: 50 },
    { key: "detail.hints", header: "Gợi ý", width: 30 },
    { key: "detail.marks", header: "Điểm", width: 8 },
    { key: "detail.critical", header: "Câu điểm liệt", width: 14 },
    { key: "detail.document", header: "Văn bản căn cứ", width: 20 },
    { key: "detail.article", header: "Điều", width: 8 },
    { key: "detail.clause", header: "Khoản, nội dung", width: 24 },
    { key: "detail.expired", header: "Văn bản hết hiệu lực", width: 14 },
    { key: "detail.lesson", header: "Bài học", width: 20 },
    { key: "detail.remedial", header: "Bài phải học lại", width: 20 },
    { key: "topic", header: "Chủ đề", width: 22 },
    { key: "detail.case", header: "Mã tình huống", width: 16 },
    { key: "caseTitle", header: "Tên tình huống", width: 24 },
    { key: "caseText", header: "Nội dung tình huống", width: 50 },
    { key: "detail.status", header: "Trạng thái", width: 14 },
    { key: "detail.difficulty", header: "Độ khó", width: 12 },
    { key: "detail.scoring", header: "Cách chấm", width: 16 },
    { key: "detail.unit", header: "Đơn vị", width: 12 },
    { key: "detail.exact", header: "Phân biệt", width: 18 },
    { key: "detail.minwords", header: "Số từ tối thiểu", width: 12 },
    { key: "detail.anchored", header: "Phương án giữ chỗ", width: 18 },
    { key: "detail.parts", header: "Mã phương án", width: 18 },
  ];
}

export const ALL_COLUMNS = sheetColumns(OPTION_LETTERS.length);

const BY_NAME = new Map(ALL_COLUMNS.map((column) => [slugOf(column.header), column]));

export const columnOfHeader = (header: string): SheetColumn | undefined => BY_NAME.get(slugOf(header));

/** What the platform calls it → what the sheet calls it. */
export const TYPE_WORDS = {
  "single-choice": "Một đáp án",
  "multiple-response": "Nhiều đáp án",
  "true-false": "Đúng/Sai",
  matching: "Ghép đôi",
  ordering: "Thứ tự",
  "inline-choice": "Điền chỗ trống",
  "short-answer": "Trả lời ngắn",
  numeric: "Số",
  reflection: "Tự luận",
  dilemma: "Tình huống",
} as const;
export const STATUS_WORDS = { draft: "Nháp", ready: "Sẵn sàng", retired: "Ngừng dùng" } as const;
export const DIFFICULTY_WORDS = { easy: "Dễ", medium: "Vừa", hard: "Khó" } as const;
export const SCORING_WORDS = { partial: "Từng phần", "all-or-nothing": "Trọn vẹn" } as const;
export const YES_WORDS = { yes: "Có", no: "Không" } as const;
export const EXACT_WORDS = { case: "Hoa thường", accents: "Dấu", "case,accents": "Hoa thường và dấu" } as const;
export const GRADE_WORDS = {
  best: "tốt nhất",
  acceptable: "chấp nhận được",
  risky: "rủi ro",
  violation: "vi phạm",
} as const;

/** The platform's name for a word of a list; the name itself is understood too. */
export function nameOfWord<Name extends string>(words: Readonly<Record<Name, string>>, word: string): Name | undefined {
  const names = Object.keys(words) as Name[];
  return names.find((name) => slugOf(words[name]) === slugOf(word) || name === word.trim().toLowerCase());
}
