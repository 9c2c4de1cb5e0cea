import type { LintFinding, LintRule } from "./question-lint";

/** What is the matter, and what would be better, for each rule. `{name}` is filled from the finding's values. */
const WORDS: Record<"vi" | "en", Record<LintRule, readonly [what: string, mend: string]>> = {
  vi: {
    "duplicate-option": [
      "Phương án “{first}” và “{second}” gần như trùng nhau.",
      "Viết lại một phương án cho khác hẳn, hoặc bỏ bớt.",
    ],
    "longest-key": [
      "Đáp án “{option}” dài hơn hẳn các phương án khác ({length} so với {next} ký tự), nên dễ đoán.",
      "Rút gọn đáp án, hoặc viết các phương án khác đầy đủ tương đương; đưa phần giải thích vào nhận xét.",
    ],
    "none-of-above": [
      "Phương án “{option}” (“{text}”) chỉ có nghĩa khi đứng cuối, nhưng có thể bị xáo lên trên.",
      "Cho phương án giữ nguyên vị trí (anchored: true), hoặc thay bằng một phương án cụ thể.",
    ],
    "all-of-above": [
      "Phương án “{option}” (“{text}”) để lộ đáp án: chỉ cần biết hai ý đúng là chọn được.",
      "Chuyển thành câu chọn nhiều phương án, hoặc thay bằng một phương án cụ thể.",
    ],
    "negative-stem": [
      "Câu hỏi hỏi theo lối phủ định (“{word}”) mà không làm nổi, người đọc dễ bỏ sót.",
      "Hỏi theo lối khẳng định; nếu cần phủ định thì viết hoa từ đó, ví dụ KHÔNG.",
    ],
    "absolute-words": [
      "Câu đúng/sai dùng từ tuyệt đối “{word}”, thường khiến người đọc đoán ngay là sai.",
      "Nêu tình huống cụ thể, hoặc đặt trong dấu ngoặc kép nếu là nguyên văn của văn bản.",
    ],
    "no-feedback": [
      "Chưa có nhận xét giúp người học hiểu vì sao: {options}.",
      "Viết một câu nêu lý do đúng hoặc sai, không chỉ “Đúng” hay “Sai”.",
    ],
    "no-citation": ["Câu hỏi chưa dẫn văn bản nào.", "Thêm căn cứ pháp lý: số văn bản, điều hoặc khoản (citation)."],
    "violation-without-basis": [
      "Cách xử lý bị xếp là vi phạm ({options}) chưa có căn cứ riêng, cũng chưa chỉ mục nào của bài học cần đọc lại.",
      "Thêm căn cứ riêng cho cách xử lý đó (citation), hoặc chỉ ra mục của bài phải đọc lại (remedial).",
    ],
    "single-answer": [
      "Câu trả lời ngắn chỉ nhận đúng một cách viết (“{text}”); cách viết khác cùng nghĩa sẽ bị tính sai.",
      "Thêm các cách viết thường gặp (viết tắt, thêm bớt từ), hoặc dùng dấu * thay cho phần có thể khác nhau.",
    ],
    "many-steps": [
      "Câu sắp xếp có {count} bước; quá {most} bước thì khó nhớ cùng lúc, dễ sai vì rối hơn là vì chưa hiểu.",
      "Gộp các bước nhỏ, hoặc tách thành hai câu.",
    ],
    "key-position": [
      "Đáp án đứng ở vị trí thứ {place} trong {count} trên {total} câu một lựa chọn; nếu phân bố đều thì khoảng {expected} câu.",
      "Đổi thứ tự phương án trong ngân hàng; việc này quan trọng khi bài kiểm tra không xáo phương án.",
    ],
    "one-sided-answers": [
      "Trong {total} câu đúng/sai có {right} câu đúng và {wrong} câu sai, người làm bài có thể đoán theo bên nhiều hơn.",
      "Viết lại một số câu để hai bên gần bằng nhau.",
    ],
  },
  en: {
    "duplicate-option": [
      "The options “{first}” and “{second}” say nearly the same.",
      "Write one of them anew, or leave it out.",
    ],
    "longest-key": [
      "The key “{option}” is clearly longer than the other options ({length} characters against {next}), so it is easily guessed.",
      "Shorten it, or write the others as fully; put the explanation into the feedback.",
    ],
    "none-of-above": [
      "The option “{option}” (“{text}”) makes sense in the last place only, and shuffling may move it up.",
      "Let it keep its place (anchored: true), or write a real option instead.",
    ],
    "all-of-above": [
      "The option “{option}” (“{text}”) gives the key away: to know two right ones is enough.",
      "Make it a question with several right options, or write a real option instead.",
    ],
    "negative-stem": [
      "The question asks in the negative (“{word}”) without showing it, and readers overlook that.",
      "Ask in the positive; where the negative is needed, write that word in capitals.",
    ],
    "absolute-words": [
      "The true/false statement has the absolute word “{word}”, from which readers guess that it is false.",
      "Name a situation, or set it in quotation marks when a document says it so.",
    ],
    "no-feedback": [
      "No feedback says why: {options}.",
      "Write a sentence with the reason, not only “right” or “wrong”.",
    ],
    "no-citation": ["The question cites no document.", "Add a citation with the document's number, article or clause."],
    "violation-without-basis": [
      "What is judged a violation ({options}) has no legal basis of its own, and no section of a lesson is named to be read again.",
      "Give that way to act a legal basis of its own (citation), or name the section to be read again (remedial).",
    ],
    "single-answer": [
      "The short answer accepts a single wording (“{text}”); others that mean the same are marked wrong.",
      "Add the usual variants (abbreviations, a word more or less), or * for the part that may differ.",
    ],
    "many-steps": [
      "There are {count} steps to put in order; more than {most} are hard to hold in mind, and are missed for that.",
      "Join small steps, or make two questions of it.",
    ],
    "key-position": [
      "The key stands in place {place} in {count} of {total} single-choice questions; spread evenly it would be about {expected}.",
      "Change the order of options in the bank; it matters when a test does not shuffle them.",
    ],
    "one-sided-answers": [
      "Of {total} true/false questions {right} are true and {wrong} false: the larger side can be guessed.",
      "Rewrite some, so that both sides are about equal.",
    ],
  },
};

export interface AdviceSentence {
  what: string;
  mend: string;
}

/** The advice in words: what is the matter, and what would be better. */
export function describeLint(finding: Pick<LintFinding, "rule" | "values">, language: "vi" | "en"): AdviceSentence {
  const [what, mend] = WORDS[language][finding.rule];
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(finding.values[name] ?? whole));
  return { what: fill(what), mend: fill(mend) };
}
