import { BankFiles } from "~/domain/assessment/bank/bank-files";
import type { QuestionPageView, QuestionRefusal, QuestionSample } from "~/domain/assessment/bank/question-page";
import { checkQuestionText, questionTemplate } from "~/domain/assessment/bank/question-text";
import { drawPaper, paperView } from "~/domain/assessment/paper";
import type { Question, QuestionTypeName } from "~/domain/assessment/question-types";
import type { Actor } from "~/domain/audit/audit-event";
import { slugOf } from "~/domain/courses/clean-text";
import type { CourseFiles } from "~/domain/courses/course-source";
import { loadDraftFiles } from "~/domain/courses/drafts/draft-store.server";
import { draftNotice, type SavedInDraft, type WorkingCourse } from "~/domain/courses/drafts/working-course";
import { findRegister } from "~/domain/documents/document-store.server";
import { notFound } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { db } from "~/platform/db.server";
import { type ChangedFiles, filesInUse } from "./files-in-use";
import { tryChangeDraft } from "./change-draft";
import { listCourseBases } from "./create-course";
import { workingCourse } from "./working-course";

const filesOf = async ({ draft, slug }: WorkingCourse): Promise<CourseFiles> =>
  draft ? loadDraftFiles(db, draft.id) : await filesInUse(slug);

function pageOf(working: WorkingCourse) {
  const { slug, title, number, topics } = working;
  return { course: { slug, title }, published: number !== null, draft: draftNotice(working), topics };
}

/** A question as the text of its bank. */
export async function viewQuestion(input: { slug: string; id: string }): Promise<QuestionPageView> {
  const working = await workingCourse(input.slug);
  const found = new BankFiles(await filesOf(working)).read(input.id);
  if (!found) throw notFound(`question ${input.id} of ${input.slug}`);
  return { ...pageOf(working), id: input.id, text: found.text, topic: found.topic };
}

/** What a new question of a kind begins with. */
export async function viewNewQuestion(input: { slug: string; kind: QuestionTypeName }): Promise<QuestionPageView> {
  const [working, documents] = await Promise.all([workingCourse(input.slug), listCourseBases()]);
  const text = questionTemplate(input.kind, documents[0]?.number ?? "");
  return { ...pageOf(working), id: null, text, topic: Object.keys(working.topics)[0] ?? null };
}

export type QuestionAnswer =
  (SavedInDraft & { id: string }) | { kind: "unchanged"; id: string } | ({ kind: "refused" } & QuestionRefusal);

interface Typed {
  slug: string;
  text: string;
  actor: Actor;
  now: Date;
}

/** Is this text a question, and how does a learner see it? Nothing is written. */
export async function checkQuestion(input: {
  slug: string;
  /** Null: a new one. */
  id: string | null;
  text: string;
  now: Date;
}): Promise<
  { kind: "valid"; sample: QuestionSample } | { kind: "refused"; reason: "problems"; problems: CheckProblems }
> {
  const working = await workingCourse(input.slug);
  const found = input.id === null ? null : new BankFiles(await filesOf(working)).read(input.id);
  const { question, problems } = await check(working, input.text, found, input.now);
  if (!question) return { kind: "refused", reason: "problems", problems };
  return { kind: "valid", sample: sampleOf(question) };
}
type CheckProblems = ReturnType<typeof checkQuestionText>["problems"];

async function check(working: WorkingCourse, text: string, found: ReturnType<BankFiles["read"]>, now: Date) {
  const lessonIds = working.lessons.map(({ id }) => id);
  const { topic, title, cases } = found ?? { topic: "chu-de", title: "…", cases: [] };
  return checkQuestionText({ text, topic, title, cases, register: await findRegister(db, localDay(now)), lessonIds });
}

function sampleOf(question: Question): QuestionSample {
  const ready: Question = { ...question, status: "ready" };
  const policy = { draw: [{ topic: ready.topic, count: 1 }], shuffleQuestions: false, shuffleOptions: false };
  return paperView(drawPaper({ policy, questions: [ready], seed: "1" }), []).questions[0]!;
}

/** Puts a changed question in the place of the old one, unless somebody else changed it meanwhile. */
export async function saveQuestion(input: Typed & { id: string; seen: string }): Promise<QuestionAnswer> {
  const { slug, id, seen, text, actor, now } = input;
  const working = await workingCourse(slug);
  const found = new BankFiles(await filesOf(working)).read(id);
  if (!found) return { kind: "refused", reason: "gone" };
  const { question, problems } = await check(working, text, found, now);
  if (!question) return { kind: "refused", reason: "problems", problems };
  if (question.id !== id) return { kind: "refused", reason: "id-fixed" };
  const change = (files: CourseFiles): ChangedFiles | QuestionRefusal => {
    const banks = new BankFiles(files);
    const standing = banks.read(id);
    if (!standing) return { reason: "gone" };
    if (standing.text.trimEnd() !== seen.trimEnd()) return { reason: "changed", standing: standing.text };
    if (standing.text.trimEnd() === text.trimEnd()) return new Map();
    banks.replace(id, text);
    return banks.changes();
  };
  return answerOf(id, await tryChangeDraft<QuestionRefusal>({ slug, actor, change, now }));
}

/** A new question at the end of the bank of its topic; a new topic gets a bank. */
export async function createQuestion(input: Typed & { topic: string; newTopic: string }): Promise<QuestionAnswer> {
  const { slug, text, actor, now } = input;
  const working = await workingCourse(slug);
  const { question, problems } = await check(working, text, null, now);
  if (!question) return { kind: "refused", reason: "problems", problems };
  const topic = input.newTopic === "" ? input.topic : slugOf(input.newTopic);
  const title = working.topics[topic] ?? input.newTopic;
  const change = (files: CourseFiles): ChangedFiles | QuestionRefusal => {
    const banks = new BankFiles(files);
    if (banks.read(question.id)) return { reason: "id-taken" };
    banks.add({ topic, title, text });
    return banks.changes();
  };
  return answerOf(question.id, await tryChangeDraft<QuestionRefusal>({ slug, actor, change, now }));
}

function answerOf(id: string, answer: Awaited<ReturnType<typeof tryChangeDraft<QuestionRefusal>>>): QuestionAnswer {
  if (answer.kind === "declined") return { kind: "refused", ...answer.why };
  return answer.kind === "refused" ? answer : { ...answer, id };
}
