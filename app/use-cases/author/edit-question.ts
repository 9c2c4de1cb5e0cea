import { caseSeen } from "~/domain/assessment/question-form/case-seen";
import { BankFiles } from "~/domain/assessment/bank/bank-files";
import type { QuestionPageView, QuestionRefusal } from "~/domain/assessment/bank/question-page";
import { checkQuestionText } from "~/domain/assessment/bank/question-text";
import type { LearnerQuestion } from "~/domain/assessment/paper";
import { previewQuestion, type QuestionIssue, sampleOf } from "~/domain/assessment/question-form/preview-question";
import {
  asCase,
  caseFaults,
  casesWith,
  caseToTell,
  settled,
  topicOf,
} from "~/domain/assessment/question-form/settle-question";
import { partOf } from "~/domain/assessment/question-form/form-values";
import {
  readQuestionText,
  textOf,
  type WrittenCase,
  type WrittenQuestion,
} from "~/domain/assessment/question-form/written-question";
import type { Question } from "~/domain/assessment/question-types";
import type { Actor } from "~/domain/audit/audit-event";
import type { ContentProblem } from "~/domain/courses/content-problem";
import type { CourseFiles } from "~/domain/courses/course-source";
import { loadDraftFiles } from "~/domain/courses/drafts/draft-store.server";
import { draftNotice, type SavedInDraft, type WorkingCourse } from "~/domain/courses/drafts/working-course";
import type { DocumentRegister } from "~/domain/documents/document";
import { findRegister } from "~/domain/documents/document-store.server";
import { notFound } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { db } from "~/platform/db.server";
import { tryChangeDraft } from "./change-draft";
import { type ChangedFiles, filesInUse } from "./files-in-use";
import { questionChoices } from "./question-choices";
import { workingCourse } from "./working-course";

/** A course with what its questions rest on, read once for a request. */
export interface QuestionDesk {
  working: WorkingCourse;
  files: CourseFiles;
  banks: BankFiles;
  register: DocumentRegister;
}

export async function openDesk({ slug, now }: { slug: string; now: Date }): Promise<QuestionDesk> {
  const working = await workingCourse(slug);
  const [files, register] = await Promise.all([
    working.draft ? loadDraftFiles(db, working.draft.id) : filesInUse(slug),
    findRegister(db, localDay(now)),
  ]);
  return { working, files, banks: new BankFiles(files), register };
}

/** What the page of a question shows around it; null as `id`: a new one. */
export function viewQuestion(desk: QuestionDesk, id: string | null): QuestionPageView {
  const { slug, title, number, topics } = desk.working;
  const found = id === null ? null : desk.banks.read(id);
  if (id !== null && !found) throw notFound(`question ${id} of ${slug}`);
  return {
    course: { slug, title },
    published: number !== null,
    draft: draftNotice(desk.working),
    id,
    text: found?.text ?? "",
    topics,
    choices: questionChoices({ ...desk, bank: found?.topic ?? null }),
  };
}

/** A question looked at as it was written: what the checks say of it, and how a learner would see it. */
export interface LookedAt {
  /** With the ids that it gets. */
  written: WrittenQuestion;
  text: string;
  /** Null when there are errors. */
  question: Question | null;
  problems: ContentProblem[];
  /** The bank that it goes into is not known. */
  homeless: boolean;
  /** What is to be written of its case; null: that stays as it is. */
  about: WrittenCase | null;
  sample: LearnerQuestion | null;
  /** What is wrong besides, in lists whose rows are not done. */
  further: QuestionIssue[];
}

/** Is this a question, and how does a learner see it? Nothing is written. */
export function lookAtQuestion(desk: QuestionDesk, typed: WrittenQuestion): LookedAt {
  const { working, banks, register } = desk;
  const cases = banks.cases();
  const known = { questions: working.questions, cases: cases.flatMap((each) => asCase(each.case) ?? []) };
  const written = settled(typed, known);
  const about = caseToTell(written);
  const topic = topicOf(written);
  const ofBank = casesWith(
    cases.filter((each) => each.topic === topic).map((each) => each.case),
    about,
  );
  const text = textOf(written);
  const checked = checkQuestionText({
    text,
    topic: topic || "chu-de",
    title: working.topics[topic] ?? "…",
    cases: ofBank,
    register,
    lessonIds: working.lessons.map(({ id }) => id),
  });
  const raw = readQuestionText(text);
  const named = ofBank.find((each) => partOf(each, "id") === partOf(raw, "case"));
  const whole = { topic: "x", ...(raw as object | undefined), case: named };
  const preview = checked.question ? { sample: sampleOf(checked.question), further: [] } : previewQuestion(whole);
  const homeless = topic === "" || (written.newTopic === "" && !(topic in working.topics));
  const lacking = homeless || Object.keys(caseFaults(about, "vi")).length > 0;
  return { ...checked, ...preview, written, text, about, homeless, question: lacking ? null : checked.question };
}

export type QuestionAnswer =
  (SavedInDraft & { id: string }) | { kind: "unchanged"; id: string } | ({ kind: "refused" } & SaveRefusal);
export type SaveRefusal =
  Exclude<QuestionRefusal, { reason: "changed" | "problems" | "no-form" }> | { reason: "changed"; standing: string };

interface Saving {
  slug: string;
  looked: LookedAt & { question: Question };
  actor: Actor;
  now: Date;
}

/** Puts a changed question in the place of the old one, unless somebody else changed it meanwhile. */
export async function saveQuestion(input: Saving & { id: string; seen: string }): Promise<QuestionAnswer> {
  const { slug, id, seen, actor, now } = input;
  const { text, question, about } = input.looked;
  if (question.id !== id) return { kind: "refused", reason: "id-fixed" };
  const change = (files: CourseFiles): ChangedFiles | SaveRefusal => {
    const banks = new BankFiles(files);
    const standing = banks.read(id);
    if (!standing) return { reason: "gone" };
    if (standing.text.trimEnd() !== seen.trimEnd()) return { reason: "changed", standing: standing.text };
    const overtaken = tellCase(banks, { id, topic: standing.topic }, about);
    if (overtaken) return overtaken;
    if (standing.text.trimEnd() !== text.trimEnd()) banks.replace(id, text);
    return banks.changes();
  };
  return answerOf(id, await tryChangeDraft<SaveRefusal>({ slug, actor, change, now }));
}

/** A new question at the end of the bank of its topic; a new topic gets a bank. */
export async function createQuestion(input: Saving & { title: string }): Promise<QuestionAnswer> {
  const { slug, title, actor, now } = input;
  const { text, question, about, written } = input.looked;
  const topic = topicOf(written);
  const change = (files: CourseFiles): ChangedFiles | SaveRefusal => {
    const banks = new BankFiles(files);
    if (banks.read(question.id)) return { reason: "id-taken" };
    banks.add({ topic, title, text });
    return tellCase(banks, { id: question.id, topic }, about) ?? banks.changes();
  };
  return answerOf(question.id, await tryChangeDraft<SaveRefusal>({ slug, actor, change, now }));
}

function tellCase(
  banks: BankFiles,
  where: { id: string; topic: string },
  about: WrittenCase | null,
): SaveRefusal | null {
  if (!about) return null;
  const standing = banks.cases().flatMap((each) => asCase(each.case) ?? []);
  const there = standing.find(({ id }) => id === about.of);
  if (there && caseSeen(there) !== about.seen) return { reason: "case-changed", standing: there };
  banks.tellCase(where, { id: about.of, title: about.title.trim(), text: about.text.trim() });
  return null;
}

function answerOf(id: string, answer: Awaited<ReturnType<typeof tryChangeDraft<SaveRefusal>>>): QuestionAnswer {
  if (answer.kind === "declined") return { kind: "refused", ...answer.why };
  return answer.kind === "refused" ? answer : { ...answer, id };
}
