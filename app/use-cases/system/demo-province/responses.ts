import type { Question } from "~/domain/assessment/question-types";

type Of<Type extends Question["type"]> = Extract<Question, { type: Type }>;
type Responses = { [Type in Question["type"]]: (question: Of<Type>, right: boolean) => object };

const WRITTEN = [
  "Khi tiếp nhận hồ sơ, tôi lắng nghe hết ý kiến rồi mới trả lời, ghi lại nội dung và hẹn thời gian cụ thể.",
  "Việc nào vượt thẩm quyền thì báo cáo người phụ trách và thông báo lại cho người dân.",
].join(" ");

/** A stored response of each kind: one that earns all there is to earn, and one that earns as little as can be. */
const RESPONSES: Responses = {
  "single-choice": ({ options }, right) => ({ option: options.find(({ correct = false }) => correct === right)!.id }),
  "multiple-response"({ options }, right) {
    const chosen = options.filter(({ correct = false }) => correct === right).map(({ id }) => id);
    // Where every option is right, the mistake is to leave some out.
    return { options: chosen.length > 0 ? chosen : [options[0]!.id] };
  },
  "true-false": ({ answer }, right) => ({ answer: answer === right }),
  matching({ pairs, distractors }, right) {
    const sides = [...pairs.map((pair) => pair.right), ...distractors];
    const sideOf = (own: string) => (right ? own : (sides.find((side) => side !== own) ?? own));
    return { chosen: Object.fromEntries(pairs.map((pair) => [pair.id, sideOf(pair.right)])) };
  },
  ordering: ({ items }, right) => ({
    positions: Object.fromEntries(items.map(({ id }, index) => [id, ((index + (right ? 0 : 1)) % items.length) + 1])),
  }),
  "inline-choice": ({ gaps }, right) => ({
    chosen: Object.fromEntries(
      gaps.map(({ id, options }) => [id, options.find(({ correct = false }) => correct === right)!.text]),
    ),
  }),
  "short-answer": ({ answers }, right) => ({
    text: right
      ? answers
          .find(({ percent }) => percent === 100)!
          .text.replace(/(?<!\\)\*/g, "")
          .replaceAll("\\*", "*")
          .trim()
      : "chưa rõ",
  }),
  numeric({ answers }, right) {
    const number = right
      ? answers.find(({ percent }) => percent === 100)!.from
      : Math.max(...answers.map(({ to }) => to)) + 1;
    return { text: String(number).replace(".", ",") };
  },
  reflection: (_question, right) => ({ text: right ? WRITTEN : "Chưa có ý kiến." }),
  dilemma({ options }, right) {
    const grades = right ? (["best"] as const) : (["risky", "violation", "acceptable", "best"] as const);
    const option = grades.flatMap((grade) => options.find((each) => each.grade === grade) ?? [])[0]!;
    return { option: option.id };
  },
};

export function responseTo(question: Question, right: boolean): object {
  return (RESPONSES[question.type] as (question: Question, right: boolean) => object)(question, right);
}
