import { caseSeen } from "~/domain/assessment/question-form/case-seen";
import type { QuestionRefusal, QuestionShown, QuestionTold } from "~/domain/assessment/bank/question-page";
import { adviceOf, faultsOf, type Sayings } from "~/domain/assessment/question-form/field-faults";
import { changeRows } from "~/domain/assessment/question-form/row-change";
import { asCase, caseFaults, settled, shownCase, topicOf } from "~/domain/assessment/question-form/settle-question";
import { differences } from "~/domain/assessment/question-form/standing-fields";
import { TOLD_NOTHING, WRITING } from "~/domain/assessment/question-form/fault-words";
import {
  asForm,
  asText,
  fieldsIn,
  newQuestion,
  type PostedQuestion,
  sectionsOf,
  TEXT_LIMIT,
  type WrittenQuestion,
  writtenFrom,
} from "~/domain/assessment/question-form/written-question";
import type { Question, QuestionTypeName } from "~/domain/assessment/question-types";
import type { Actor } from "~/domain/audit/audit-event";
import { describeProblem, problemAt } from "~/domain/courses/content-problem";
import type { SavedInDraft } from "~/domain/courses/drafts/working-course";
import {
  createQuestion,
  lookAtQuestion,
  type LookedAt,
  openDesk,
  type QuestionDesk,
  saveQuestion,
  viewQuestion,
} from "./edit-question";

type Language = "vi" | "en";

/** What becomes of a page that was sent: it comes back with everything that was typed, or the question is in the draft. */
export type QuestionStep =
  | { kind: "shown"; shown: QuestionShown; status: 200 | 400 | 409 }
  | ((SavedInDraft | { kind: "unchanged" }) & { id: string });

/** A question of the bank to be changed, with what the checks and the advice say of it now. */
export async function beginQuestion(input: { slug: string; id: string; language: Language; now: Date }) {
  const desk = await openDesk(input);
  const view = viewQuestion(desk, input.id);
  const bank = desk.banks.read(input.id)!.topic;
  const written = writtenFrom({ text: view.text, bank });
  const looked = lookAtQuestion(desk, written);
  // Before anybody asked, only what is wrong with it is said.
  const told = toldOf(looked, input.language);
  return { view, shown: showing(desk, written, { told: { ...told, asked: !told.valid }, seen: view.text }) };
}

/** A new question of a kind, with blank fields. */
export async function beginNewQuestion(input: { slug: string; kind: QuestionTypeName; now: Date }) {
  const desk = await openDesk(input);
  const written = newQuestion(input.kind, Object.keys(desk.working.topics)[0] ?? "");
  const { sample } = lookAtQuestion(desk, written);
  return { view: viewQuestion(desk, null), shown: showing(desk, written, { told: { ...TOLD_NOTHING, sample } }) };
}

/** One step of writing: rows, the other view of it, a look, or saving it. `id`: null for a new question. */
export async function writeQuestion(input: {
  slug: string;
  id: string | null;
  posted: PostedQuestion;
  language: Language;
  actor: Actor;
  now: Date;
}): Promise<QuestionStep> {
  const { id, posted, language } = input;
  const { intent, seen } = posted;
  const desk = await openDesk(input);
  const written = { ...posted.written, about: shownCase(posted.written, casesOf(desk)) };
  if (id !== null) viewQuestion(desk, id);
  const fields = fieldsIn(written);
  const change = changeRows({ fields, values: written.values, intent, removed: written.removed });
  if (change) {
    const { values, removed, focus } = change;
    const changed = { ...written, values, removed };
    return shown(showing(desk, changed, { told: unasked(desk, changed, language), focus, seen }));
  }
  if (intent === "to-text") {
    const known = { questions: desk.working.questions, cases: casesOf(desk) };
    // A new case is named in the text, so that it gets its id here.
    const { values, about } = settled(written, known);
    const named = { ...written, values: { ...written.values, case: values["case"] ?? "" } };
    const text = asText({ ...named, about }, [...desk.register.keys()][0] ?? "");
    return shown(showing(desk, text, { told: unasked(desk, text, language), focus: "yaml", seen }));
  }
  if (intent === "to-form") {
    const form = asForm(written);
    const told = toldOf(lookAtQuestion(desk, form), language);
    return form.mode === "form"
      ? shown(showing(desk, form, { told: { ...told, asked: false }, seen }))
      : shown(showing(desk, form, { told, refusal: { reason: "no-form" }, seen }), 400);
  }
  const looked = lookAtQuestion(desk, written);
  const told = toldOf(looked, language);
  if (intent !== "save") return shown(showing(desk, written, { told, seen }));
  if (!looked.question || Object.keys(told.faults).length > 0) {
    return shown(showing(desk, written, { told, refusal: { reason: "problems" }, seen }), 400);
  }
  return save({ ...input, desk, written, told, looked: { ...looked, question: looked.question } });
}

/** For the preview alone: nobody asked what is wrong with it. */
const unasked = (desk: QuestionDesk, written: WrittenQuestion, language: Language): QuestionTold => ({
  ...toldOf(lookAtQuestion(desk, written), language),
  asked: false,
});

async function save(input: {
  slug: string;
  id: string | null;
  posted: PostedQuestion;
  language: Language;
  actor: Actor;
  now: Date;
  desk: QuestionDesk;
  written: WrittenQuestion;
  told: QuestionTold;
  looked: LookedAt & { question: Question };
}): Promise<QuestionStep> {
  const { id, desk, written, told, posted } = input;
  const title = desk.working.topics[topicOf(written)] ?? written.newTopic;
  const answer = await (id === null
    ? createQuestion({ ...input, title })
    : saveQuestion({ ...input, id, seen: posted.seen }));
  if (answer.kind !== "refused") return answer;
  const { kind: _, ...why } = answer;
  const back = (refusal: QuestionRefusal, more: Partial<QuestionShown> = {}) =>
    shown(showing(desk, more.written ?? written, { told, seen: posted.seen, ...more, refusal }), 409);
  switch (why.reason) {
    case "changed": {
      const fields = fieldsIn(written);
      const others = written.mode === "form" ? differences(fields, written.values, why.standing) : [];
      // Sent again, it goes over what is shown as standing there.
      return back({ ...why, differences: others }, { seen: why.standing });
    }
    case "case-changed":
      return back(why, { written: { ...written, about: { ...written.about, seen: caseSeen(why.standing) } } });
    case "id-taken":
      return back(why, { told: { ...told, faults: { id: [WRITING.idTaken[input.language === "vi" ? 0 : 1]] } } });
    default:
      return back(why);
  }
}

const casesOf = ({ banks }: QuestionDesk) => banks.cases().flatMap((each) => asCase(each.case) ?? []);

const shown = (each: QuestionShown, status: 200 | 400 | 409 = 200): QuestionStep => ({
  kind: "shown",
  shown: each,
  status,
});

function showing(
  desk: QuestionDesk,
  written: WrittenQuestion,
  more: { told: QuestionTold } & Partial<QuestionShown>,
): QuestionShown {
  const about = shownCase(written, casesOf(desk));
  const sections = written.mode === "form" ? (sectionsOf(written) ?? []) : [];
  return { refusal: null, focus: null, seen: "", ...more, written: { ...written, about }, sections };
}

function toldOf(looked: LookedAt, language: Language): QuestionTold {
  const { problems, text, question, about, written, sample } = looked;
  const fields = fieldsIn(written);
  const further = looked.further.map(({ path, message }) =>
    problemAt("", null, "question-invalid", { id: "", part: path.join("."), message }),
  );
  const say = (pair: readonly [string, string]): string => pair[language === "vi" ? 0 : 1];
  const own: Sayings = caseFaults(about, language);
  if (looked.homeless) own["topic"] = [say(WRITING.needsTopic)];
  if (text.length > TEXT_LIMIT) own[""] = [say(WRITING.tooLong)];
  const found =
    written.mode === "form" ? faultsOf({ problems: [...problems, ...further], text, fields, language }) : {};
  const advice =
    question && written.mode === "form" ? adviceOf({ question, fields, values: written.values, language }) : {};
  const lines = problems.map((problem) => ({ line: problem.line, ...describeProblem(problem, language) }));
  const faults = { ...own, ...found };
  const valid = question !== null && Object.keys(faults).length === 0;
  return { asked: true, valid, faults, advice, lines: written.mode === "text" ? lines : [], sample };
}

/** A look at what is being written, for the page's script: the same as its button "check" tells. */
export async function lookWhileWriting(input: {
  slug: string;
  posted: PostedQuestion;
  language: Language;
  now: Date;
}): Promise<QuestionTold> {
  const desk = await openDesk(input);
  const { written } = input.posted;
  const about = shownCase(written, casesOf(desk));
  return toldOf(lookAtQuestion(desk, { ...written, about }), input.language);
}
