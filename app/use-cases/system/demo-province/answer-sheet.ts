import { fieldName } from "~/domain/assessment/answer-fields";
import { optionRandom, type Paper } from "~/domain/assessment/paper";
import { questionTypeOf } from "~/domain/assessment/question-types";
import type { Chance } from "./chance";
import { responseTo } from "./responses";

/** A filled-in paper as the browser would post it, with so many questions answered wrongly and all others rightly. */
export function answerSheet(input: { paper: Paper; wrong: number; chance: Chance }): FormData {
  const { paper, wrong, chance } = input;
  const form = new FormData();
  const order = paper.questions
    .map((question) => ({ question, place: chance.next() }))
    .sort((a, b) => a.place - b.place);
  order.forEach(({ question }, index) => {
    const fields = questionTypeOf(question).encode(
      question,
      optionRandom(paper, question),
      paper.shuffleOptions,
      responseTo(question, index >= wrong),
    );
    for (const value of fields.own) form.append(fieldName(question.id), value);
    for (const [part, value] of Object.entries(fields.parts)) form.append(fieldName(question.id, part), value);
  });
  return form;
}
