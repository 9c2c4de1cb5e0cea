/** What the form asks of every question, around what its kind asks. */
import type { KindForm } from "./form-shape";
import { citationFields, type FormField, type FormSection } from "./form-shape";

const IDENTITY: FormField = {
  kind: "line",
  at: "id",
  label: ["Mã câu hỏi", "Id of the question"],
  hint: [
    "Để trống thì hệ thống tự đặt. Mã không đổi được về sau, vì kết quả làm bài gắn với mã.",
    "Left empty, one is made. It cannot change later: results are kept by it.",
  ],
  optional: true,
};

/** `topic`: that of the bank in which the question stands; null: a new question, whose topic is asked beside the form. */
export function questionSections(kind: KindForm, topic: string | null): FormSection[] {
  return [
    {
      id: "asked",
      title: ["Câu hỏi", "Question"],
      fields: [
        ...(topic === null
          ? []
          : [{ kind: "topic", at: "topic", label: ["Chủ đề", "Topic"], usual: topic } satisfies FormField]),
        {
          kind: "case",
          at: "case",
          label: ["Tình huống dẫn", "Case"],
          hint: [
            "Đoạn kể chung cho nhiều câu hỏi; người học đọc trước khi trả lời.",
            "A text that several questions ask about; learners read it first.",
          ],
          optional: true,
        },
        { kind: "text", at: "stem", label: ["Nội dung câu hỏi", "Text of the question"] },
      ],
    },
    { id: "answers", title: ["Phần trả lời", "Answers"], fields: kind.fields },
    {
      id: "why",
      title: ["Giải thích và căn cứ", "Explanation and legal basis"],
      fields: [
        {
          kind: "text",
          at: "explanation",
          label: ["Giải thích", "Explanation"],
          hint: [
            "Vì sao đáp án đúng, viết cho người vừa trả lời sai.",
            "Why the key is right, for who just missed it.",
          ],
        },
        citationFields({ label: ["Căn cứ pháp lý", "Legal basis"] }),
        {
          kind: "lesson",
          at: "lesson",
          label: ["Bài học liên quan", "Lesson that teaches it"],
          optional: true,
        },
      ],
    },
    {
      id: "use",
      title: ["Dùng trong bài kiểm tra", "Use in tests"],
      fields: [
        {
          kind: "pick",
          at: "status",
          label: ["Trạng thái", "Status"],
          options: [
            { value: "draft", label: ["Đang soạn – chưa vào đề", "Draft: in no paper yet"] },
            { value: "ready", label: ["Sẵn sàng – được rút vào đề", "Ready: may be drawn"] },
            { value: "retired", label: ["Ngừng dùng", "Retired"] },
          ],
        },
        {
          kind: "pick",
          at: "difficulty",
          label: ["Độ khó", "Difficulty"],
          options: [
            { value: "easy", label: ["Dễ", "Easy"] },
            { value: "medium", label: ["Trung bình", "Medium"] },
            { value: "hard", label: ["Khó", "Hard"] },
          ],
        },
        {
          kind: "number",
          at: "marks",
          label: ["Điểm", "Marks"],
          hint: ["Từ 0,25 đến 20.", "From 0.25 to 20."],
          usual: 1,
        },
        {
          kind: "tick",
          at: "critical",
          label: ["Câu bắt buộc đúng", "Critical question"],
          hint: [
            "Trả lời sai câu này thì không đạt, dù tổng điểm đủ.",
            "Who misses it does not pass, whatever the total.",
          ],
        },
        {
          kind: "rows",
          at: "hints",
          label: ["Gợi ý", "Hints"],
          hint: ["Hiện lần lượt, khi bài kiểm tra cho phép gợi ý.", "Shown one by one, in tests that give hints."],
          item: ["Gợi ý", "Hint"],
          most: 4,
          begin: 0,
          plain: true,
          optional: true,
          fields: [{ kind: "text", at: "text", label: ["Nội dung", "Text"] }],
        },
        ...(topic === null ? [IDENTITY] : []),
      ],
    },
  ];
}

export const fieldsOf = (sections: readonly FormSection[]): FormField[] => sections.flatMap(({ fields }) => fields);
