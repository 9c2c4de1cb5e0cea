import { fieldName } from "~/domain/assessment/answer-fields";
import { optionRandom, type Paper } from "~/domain/assessment/paper";
import { questionTypeOf, type Question } from "~/domain/assessment/question-types";
import type { Chance } from "./chance";

/** A filled-in paper as the browser would post it, with so many questions answered wrongly and all others rightly. */
export function answerSheet(input: { paper: Paper; wrong: number; chance: Chance }): FormData {
  const { paper, wrong, chance } = input;
  const form = new FormData();
  const order = paper.questions
    .map((question) => ({ question, place: chance.next() }))
    .sort((a, b) => a.place - b.place);
  order.forEach(({ question }, index) => {
    const response = index < wrong ? wrongResponse(question) : rightResponse(question);
    const fields = questionTypeOf(question).encode(
      question,
      optionRandom(paper, question),
      paper.shuffleOptions,
      response,
    );
    for (const value of fields.own) form.append(fieldName(question.id), value);
    for (const [part, value] of Object.entries(fields.parts)) form.append(fieldName(question.id, part), value);
  });
  return form;
}

function rightResponse(question: Question): unknown {
  switch (question.type) {
    case "single-choice":
      return { option: question.options.find((option) => option.correct)!.id };
    case "multiple-response":
      return { options: question.options.filter((option) => option.correct).map((option) => option.id) };
    case "true-false":
      return { answer: question.answer };
    case "matching":
      return { chosen: Object.fromEntries(question.pairs.map((pair) => [pair.id, pair.right])) };
  }
}

function wrongResponse(question: Question): unknown {
  switch (question.type) {
    case "single-choice":
      return { option: question.options.find((option) => !option.correct)!.id };
    case "multiple-response": {
      const wrong = question.options.filter((option) => !option.correct).map((option) => option.id);
      // Where every option is right, the mistake is to leave some out.
      return { options: wrong.length > 0 ? wrong : [question.options[0]!.id] };
    }
    case "true-false":
      return { answer: !question.answer };
    case "matching": {
      const rights = question.pairs.map((pair) => pair.right);
      return {
        chosen: Object.fromEntries(
          question.pairs.map((pair, index) => [pair.id, rights[(index + 1) % rights.length]!]),
        ),
      };
    }
  }
}
