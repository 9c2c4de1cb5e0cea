/** What is wrong at a field of the form and how to mend it, in words that name what stands on the page. */
import type { ContentProblem } from "../../courses/content-problem";
import { questionFault } from "../../courses/content-words/question-faults";
import type { QuestionTold } from "../bank/question-page";
import type { Pair } from "./form-shape";

const REQUIRED: Pair = ["Mục này không được để trống. Điền nội dung.", "This must not be empty. Write something."];
const NUMBER: Pair = [
  "Chưa đọc được số. Viết bằng chữ số, ví dụ 3 hoặc 0,5; không viết dấu chấm hàng nghìn.",
  "This is no number that can be read. Write 3 or 0.5, without a sign between thousands.",
];
const CHOOSE: Pair = ["Chưa chọn. Chọn một mục trong danh sách.", "Nothing is chosen. Choose one of the list."];
const CODE: Pair = [
  "Mã chỉ gồm chữ thường không dấu, chữ số và gạch nối, ví dụ cau-01. Viết lại mã.",
  "The code may have lower-case letters, digits and hyphens only, like item-01. Write it anew.",
];

export const WRITING = {
  idTaken: [
    "Đã có câu hỏi mang mã này. Đặt mã khác, hoặc để trống.",
    "Another question has this id. Choose another, or leave it empty.",
  ],
  needsTopic: ["Chọn chủ đề, hoặc điền tên chủ đề mới.", "Choose a topic, or name a new one."],
  tooLong: [
    "Câu hỏi dài hơn 20.000 ký tự. Rút gọn, hoặc tách thành hai câu.",
    "The question has more than 20,000 characters. Shorten it, or make two of it.",
  ],
} as const satisfies Record<string, Pair>;

/** Before anybody asked. */
export const TOLD_NOTHING: QuestionTold = {
  asked: false,
  valid: false,
  faults: {},
  advice: {},
  lines: [],
  sample: null,
};

/** By what the parser of questions says. */
const SENTENCES: Record<string, Pair> = {
  "needs exactly one correct option": [
    "Cần đúng một đáp án. Đánh dấu “Đáp án đúng” ở một phương án.",
    "Exactly one has to be right. Mark one option as right.",
  ],
  "needs at least one correct option": [
    "Chưa có đáp án. Đánh dấu “Đáp án đúng” ở ít nhất một phương án.",
    "None is right. Mark at least one option as right.",
  ],
  "needs at least two options": ["Cần ít nhất hai phương án. Thêm phương án.", "At least two are needed. Add one."],
  "has more than ten options": ["Có hơn mười phương án. Bớt đi.", "There are more than ten. Take some away."],
  "has more than six options": ["Có hơn sáu cách xử lý. Bớt đi.", "There are more than six. Take some away."],
  "needs at least two pairs": ["Cần ít nhất hai cặp. Thêm cặp.", "At least two pairs are needed. Add one."],
  "needs at least two steps": ["Cần ít nhất hai bước. Thêm bước.", "At least two steps are needed. Add one."],
  "needs at least one gap": ["Cần ít nhất một chỗ trống. Thêm chỗ trống.", "At least one gap is needed. Add one."],
  "needs at least one answer": [
    "Cần ít nhất một câu trả lời được chấp nhận. Thêm câu trả lời.",
    "At least one answer has to be accepted. Add one.",
  ],
  "needs an answer worth 100 percent": [
    "Chưa có câu trả lời nào được trọn điểm. Ghi 100 phần trăm cho một câu.",
    "No answer earns full marks. Give one of them 100 percent.",
  ],
  "needs a best option": [
    "Chưa có cách xử lý tốt nhất. Chọn mức “Tốt nhất” cho ít nhất một cách.",
    "None is the best. Choose the grade “Best” for at least one.",
  ],
  "must name a lesson, because an option is a violation": [
    "Có cách xử lý bị xếp là vi phạm nên phải chỉ ra bài cần đọc lại. Chọn bài học ở đây, hoặc ở mục “Bài học liên quan”.",
    "A way to act is a violation, so a lesson to be read again has to be named. Choose it here, or as the lesson that teaches it.",
  ],
  "must stand in the text exactly once": [
    "Mã này phải có đúng một lần trong đoạn văn, giữa hai dấu ngoặc vuông, ví dụ [[1]]. Thêm vào đoạn văn, hoặc xóa chỗ trống.",
    "This code has to stand in the text exactly once, between double brackets like [[1]]. Put it there, or remove the gap.",
  ],
  "names a gap that is not in the list": [
    "Đoạn văn có mã giữa hai dấu ngoặc vuông mà bên dưới không có chỗ trống mang mã ấy. Thêm chỗ trống, hoặc sửa mã.",
    "The text has a code between double brackets for which there is no gap below. Add the gap, or mend the code.",
  ],
  "stands twice": [
    "Trùng với một phương án khác. Viết khác đi, hoặc xóa bớt.",
    "It stands twice. Write it anew, or remove one.",
  ],
  "an option stands twice": [
    "Có hai dòng giống nhau. Viết khác đi, hoặc xóa bớt.",
    "Two say the same. Write one anew.",
  ],
  "a step stands twice": [
    "Có hai bước giống nhau. Viết khác đi, hoặc xóa bớt.",
    "Two steps say the same. Write one anew.",
  ],
  "a left side stands twice": [
    "Có hai vế trái giống nhau. Viết khác đi.",
    "Two left sides are the same. Write one anew.",
  ],
  "must not begin above its end": ["Số đầu lớn hơn số cuối. Đổi lại hai số.", "It begins above its end. Swap the two."],
  "needs at least two levels": [
    "Mỗi tiêu chí cần ít nhất hai mức. Thêm mức.",
    "A criterion needs two levels. Add one.",
  ],
  "needs a level worth more than nothing": [
    "Mọi mức đều 0 điểm. Cho ít nhất một mức có điểm lớn hơn 0.",
    "All levels are worth nothing. Give at least one some points.",
  ],
  "must be from 0.25 to 20": ["Điểm phải từ 0,25 đến 20. Sửa số điểm.", "Marks are from 0.25 to 20. Mend them."],
  "must be lower-case letters, digits and hyphens": CODE,
  "must not be empty": REQUIRED,
  "is longer than 200 characters": ["Dài hơn 200 ký tự. Rút gọn.", "It has more than 200 characters. Shorten it."],
};

/** Null: the general sentence of the check has to do. */
export function faultSentence({ rule, values }: ContentProblem, language: "vi" | "en"): string | null {
  const say = (pair: Pair) => pair[language === "vi" ? 0 : 1];
  if (rule === "missing-key") return say(missing(String(values["key"])));
  if (rule === "case-unknown") return say(CASE_ELSEWHERE);
  if (rule !== "question-invalid") return null;
  const message = String(values["message"]);
  const known = SENTENCES[message];
  if (known) return say(known);
  if (/^Invalid input: expected (number|int)/.test(message)) return say(NUMBER);
  if (/^Invalid (option|input): expected (one of|boolean)/.test(message)) return say(CHOOSE);
  if (/received undefined/.test(message)) return say(REQUIRED);
  const words = questionFault("", message, language);
  return `${words.charAt(0).toLocaleUpperCase(language)}${words.slice(1)}.`;
}

const CASE_ELSEWHERE: Pair = [
  "Tình huống này không thuộc chủ đề đã chọn. Chọn đúng chủ đề của tình huống, hoặc không dùng tình huống.",
  "This case belongs to another topic. Choose the topic of the case, or leave the case out.",
];

const missing = (key: string): Pair =>
  ["from", "to", "points"].includes(key)
    ? ["Chưa ghi số. Điền một số.", "There is no number. Write one."]
    : ["grade", "answer", "document", "status", "difficulty"].includes(key)
      ? CHOOSE
      : REQUIRED;
