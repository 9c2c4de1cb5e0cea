/** Aiken: a question on one line, options "A. …" or "A) …", and "ANSWER: B". Knows single choice only, and no feedback. */
import { excerpt, remark, type Refused, type Remark } from "../exchange";
import { plainText } from "../plain-text";
import { emptyReading, type Reading, type ReadQuestion } from "../read-question";

const OPTION = /^([A-Za-z])[).](?:\s+(.*))?$/;
const CRAMPED = /^([A-Z])[).](\S.*)$/;
/** Also as Vietnamese files have it. */
const ANSWER = /^(?:ANSWER|ĐÁP ÁN)\s*:\s*(.*)$/i;

interface Draft {
  line: number;
  stem: string[];
  options: { letter: string; text: string; line: number }[];
  source: string[];
}

const draftAt = (line: number): Draft => ({ line, stem: [], options: [], source: [] });

/** `text` is cleaned. */
export function readAiken(text: string): Reading {
  const questions: ReadQuestion[] = [];
  const refused: Refused[] = [];
  let draft: Draft | null = null;
  const refuse = (reason: Remark, line: number) =>
    refused.push({ line, ...reason, text: excerpt(draft?.source.join(" ") ?? "") });
  const giveUp = () => {
    if (draft) refuse(remark("aiken-no-answer"), draft.line);
    draft = null;
  };
  text.split("\n").forEach((raw, index) => {
    const [line, words] = [index + 1, raw.trim()];
    if (words === "") return;
    const answer = ANSWER.exec(words);
    const option = OPTION.exec(words) ?? CRAMPED.exec(words);
    // A new question while the options of another wait for their answer.
    if (!answer && !option && draft && draft.options.length > 0) giveUp();
    draft ??= draftAt(line);
    draft.source.push(words);
    if (answer) {
      const made = finish(draft, answer[1]!.trim());
      if ("rule" in made) refuse(made, draft.line);
      else questions.push(made);
      draft = null;
    } else if (option) {
      draft.options.push({ letter: option[1]!.toUpperCase(), text: option[2] ?? "", line });
    } else {
      draft.stem.push(words);
    }
  });
  giveUp();
  return { ...emptyReading(), questions, refused };
}

function finish({ line, stem, options, source }: Draft, answer: string): ReadQuestion | Remark {
  if (stem.length === 0) return remark("no-stem");
  if (options.length < 2) return remark("few-answers");
  const twice = options.find(({ letter }, index) => options.findIndex((each) => each.letter === letter) !== index);
  if (twice) return remark("aiken-letter-twice", { letter: twice.letter });
  const letter = /^([A-Za-z])[).]?$/.exec(answer)?.[1]?.toUpperCase();
  const right = options.find((option) => option.letter === letter);
  if (!right) return remark("aiken-answer-unknown", { answer: excerpt(answer, 40) || "—" });
  const text = (words: string) => plainText(words, "plain").text;
  return {
    line,
    source: excerpt(source.join(" ")),
    stem: text(stem.join(" ")),
    generalFeedback: "",
    details: {},
    remarks: [],
    kind: "choice",
    multiple: false,
    options: options.map((option) => ({ text: text(option.text), weight: option === right ? 100 : 0, feedback: "" })),
  };
}
