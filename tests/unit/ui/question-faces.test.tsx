import { describe, expect, test } from "vitest";
import { decodeAnswers } from "~/domain/assessment/answers-form";
import { optionRandom, type Paper, paperView } from "~/domain/assessment/paper";
import { questionTypeOf } from "~/domain/assessment/question-types";
import { QuestionForm } from "~/ui/paper/question-form";
import { QuestionAnswer } from "~/ui/questions";
import { inPlaces, moved, placeTwice } from "~/ui/questions/order-places";
import { LANGUAGES } from "~/ui/words/translate";
import { responseTo } from "~/use-cases/system/demo-province/responses";
import { htmlOf } from "../../support/draw-page";
import { paperWith } from "../../support/paper";
import { KINDS, type KindUnderTest } from "../../support/question-kinds";

const paperOf = ({ question }: KindUnderTest): Paper => paperWith([question]);

function formOf(kind: KindUnderTest, language: "vi" | "en" = "vi"): string {
  const answers = [{ questionId: kind.question.id, response: responseTo(kind.question, true), marked: true }];
  const [question] = paperView(paperOf(kind), answers).questions;
  return htmlOf(<QuestionForm question={question!} check={null} total={1} hidden={false} status={null} />, language);
}

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
const plain = (html: string) =>
  html
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

/** What a browser without script would post of a drawn form. */
function postOf(html: string): FormData {
  const form = new FormData();
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const value = plain(attribute(tag, "value") ?? "on");
    if (attribute(tag, "type") === "text" || /\schecked=/.test(tag)) form.append(attribute(tag, "name")!, value);
  }
  for (const [, tag, inside] of html.matchAll(/(<select[^>]*>)(.*?)<\/select>/g)) {
    const chosen = /<option[^>]*selected=[^>]*>/.exec(inside!)?.[0];
    form.append(attribute(tag!, "name")!, (chosen && attribute(chosen, "value")) ?? "");
  }
  for (const [, tag, inside] of html.matchAll(/(<textarea[^>]*>)(.*?)<\/textarea>/gs)) {
    form.append(attribute(tag!, "name")!, plain(inside!));
  }
  return form;
}

const UNKNOWN_WORD = /\b(paper|result|kit)\.[a-z]\w+/;

describe.each(KINDS.map((kind) => [kind.name, kind] as const))("%s", (_name, kind) => {
  test("the plain form holds the answer and posts it as it was", () => {
    const answers = decodeAnswers(paperOf(kind), postOf(formOf(kind)));
    expect(answers).toEqual([
      { questionId: kind.question.id, response: responseTo(kind.question, true), marked: true },
    ]);
  });

  test("every field has a name that is read aloud", () => {
    const html = formOf(kind);
    const labelled = [...html.matchAll(/<label[^>]*\sfor="([^"]*)"/g)].map(([, id]) => id);
    for (const [tag] of html.matchAll(/<(select|textarea|input)[^>]*>/g)) {
      if (/type="(radio|checkbox)"/.test(tag)) continue;
      expect(attribute(tag, "aria-label") !== undefined || labelled.includes(attribute(tag, "id")), tag).toBe(true);
    }
    expect(html.match(/<(input type="(radio|checkbox)")/g)?.length ?? 0).toBe(
      html.match(/<label class="option[^>]*><input/g)?.length ?? 0,
    );
  });

  test.each(LANGUAGES)("form and review have all their words (%s)", (language) => {
    const { question } = kind;
    const random = optionRandom(paperOf(kind), question);
    const allowed = { response: true, correctness: true, rightAnswer: true, feedback: true };
    for (const response of [null, responseTo(question, true), responseTo(question, false)]) {
      const body = questionTypeOf(question).review({ question, response, random, shuffle: true, allowed });
      expect(htmlOf(<QuestionAnswer body={body} />, language)).not.toMatch(UNKNOWN_WORD);
    }
    expect(formOf(kind, language)).not.toMatch(UNKNOWN_WORD);
  });
});

describe("rows of an ordering question", () => {
  test("stand at the places that they were given, the others between them as they stood", () => {
    const places: Record<string, string> = { c: "1", a: "4" };
    expect(inPlaces(["a", "b", "c", "d"], (row) => places[row])).toEqual(["c", "b", "d", "a"]);
    expect(inPlaces(["a", "b"], () => "")).toEqual(["a", "b"]);
    expect(inPlaces(["a", "b", "c"], () => "2")).toEqual(["b", "a", "c"]);
    expect(inPlaces(["a", "b"], () => "9")).toEqual(["a", "b"]);
  });

  test("move by one place and stop at the ends", () => {
    expect(moved(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], "b", 1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b", "c"], "a", -1)).toEqual(["a", "b", "c"]);
    expect(moved(["a", "b", "c"], "c", 1)).toEqual(["a", "b", "c"]);
  });

  test("a place that two rows were given is found", () => {
    expect(placeTwice(["1", "", "3", ""])).toBeUndefined();
    expect(placeTwice(["1", "3", "2", "3"])).toBe("3");
  });
});
