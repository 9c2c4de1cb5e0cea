/** The columns of the spreadsheet that an officer fills in, and the words that stand in its lists. */
import { slugOf } from "../clean-text";
import type { Details } from "../read-question";

export const SHEET = "Câu hỏi";
export const GUIDE = "Hướng dẫn";
/** Ten pairs and six distractors are the most that a question can have. */
export const OPTION_LETTERS = [..."ABCDEFGHIJKLMNOP"];

type Letter = string;
export type ColumnKey =
  | "id"
  | "type"
  | "stem"
  | "key"
  | "explanation"
  | "topic"
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
  const pairs = OPTION_LETTERS.slice(0, options).flatMap((letter): SheetColumn[] => [
    { key: `option${letter}`, header: `Phương án ${letter}`, width: 34, required: letter < "C" },
    { key: `feedback${letter}`, header: `Nhận xét ${letter}`, width: 30 },
  ]);
  return [
    { key: "id", header: "Mã câu hỏi", width: 16 },
    { key: "type", header: "Loại câu hỏi", width: 16 },
    { key: "stem", header: "Câu hỏi", width: 60, required: true },
    { key: "key", header: "Đáp án", width: 10, required: true },
    ...pairs,
    { key: "explanation", header: "Giải thích", width: 50 },
    { key: "detail.document", header: "Văn bản căn cứ", width: 20 },
    { key: "detail.article", header: "Điều", width: 8 },
    { key: "detail.clause", header: "Khoản, nội dung", width: 24 },
    { key: "detail.lesson", header: "Bài học", width: 20 },
    { key: "topic", header: "Chủ đề", width: 22 },
    { key: "detail.status", header: "Trạng thái", width: 14 },
    { key: "detail.difficulty", header: "Độ khó", width: 12 },
    { key: "detail.scoring", header: "Cách chấm", width: 16 },
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
} as const;
export const STATUS_WORDS = { draft: "Nháp", ready: "Sẵn sàng", retired: "Ngừng dùng" } as const;
export const DIFFICULTY_WORDS = { easy: "Dễ", medium: "Vừa", hard: "Khó" } as const;
export const SCORING_WORDS = { partial: "Từng phần", "all-or-nothing": "Trọn vẹn" } as const;

/** The platform's name for a word of a list; the name itself is understood too. */
export function nameOfWord<Name extends string>(words: Readonly<Record<Name, string>>, word: string): Name | undefined {
  const names = Object.keys(words) as Name[];
  return names.find((name) => slugOf(words[name]) === slugOf(word) || name === word.trim().toLowerCase());
}

export const GUIDE_LINES: readonly (readonly [string, string])[] = [
  ["Mỗi dòng", "một câu hỏi. Giữ nguyên dòng tiêu đề; cột không dùng thì để trống."],
  ["Mã câu hỏi", "chữ thường không dấu, chữ số và gạch nối, ví dụ gtux-001. Để trống thì hệ thống đặt mã."],
  [
    "Loại câu hỏi",
    "chọn trong danh sách: Một đáp án, Nhiều đáp án, Đúng/Sai, Ghép đôi. Để trống thì suy từ cột Đáp án.",
  ],
  ["Đáp án", "Một đáp án: B. Nhiều đáp án: A, C. Đúng/Sai: Đúng hoặc Sai. Ghép đôi: để trống."],
  ["Phương án", "Đúng/Sai: để trống. Ghép đôi: viết “vế trái -> vế phải”; vế phải thừa viết “-> vế thừa”."],
  [
    "Nhận xét",
    "nói với người chọn phương án đó. Đúng/Sai: Nhận xét A cho người chọn Đúng, Nhận xét B cho người chọn Sai.",
  ],
  ["Giải thích", "vì sao đáp án là đúng; hiện sau khi nộp bài."],
  ["Văn bản căn cứ", "số văn bản đã có trong danh mục, ví dụ 1847/QĐ-TTg; Điều và Khoản ghi ở cột riêng."],
  ["Trạng thái", "Nháp, Sẵn sàng hoặc Ngừng dùng. Câu thiếu căn cứ, giải thích hay nhận xét được nhận làm Nháp."],
  ["Cách chấm", "chỉ cho Nhiều đáp án: Từng phần (mặc định) hoặc Trọn vẹn."],
  ["Phương án giữ chỗ", "chữ cái của phương án không đổi chỗ khi trộn, ví dụ D."],
  ["Công thức", "không dùng công thức trong ô; chép và dán lại dạng giá trị."],
];
