import { beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import type { QuestionShown } from "~/domain/assessment/bank/question-page";
import { QUESTION_TYPE_NAMES } from "~/domain/assessment/question-types";
import type { Viewer } from "~/domain/auth/permissions";
import { actorOf } from "~/domain/audit/audit-event";
import { createDraft } from "~/domain/courses/drafts/draft-store.server";
import { newCourseFiles } from "~/domain/courses/drafts/new-course";
import type { NewCourse } from "~/domain/courses/drafts/settings-form";
import type { LegalDocument } from "~/domain/documents/document";
import { saveDocuments } from "~/domain/documents/document-store.server";
import { db } from "~/platform/db.server";
import { newQuestionPath, questionLookPath, questionPath } from "~/paths";
import * as editRoute from "~/routes/_author.author.courses.$course.questions.$question.edit";
import * as createRoute from "~/routes/_author.author.courses.$course.questions.create";
import * as lookRoute from "~/routes/_author.author.courses.$course.questions.look";
import { QuestionPage, type QuestionPageProps } from "~/ui/library/bank/question-page";
import { KindsPage } from "~/ui/library/writing/kinds-page";
import { workingCourse } from "~/use-cases/author/working-course";
import { buildUnit, buildViewer } from "../support/build";
import { truncateAll, useDatabase } from "../support/database";
import { drawPage } from "../support/draw-page";
import { formInHtml, withFields } from "../support/form-in-html";
import { matching, single } from "../support/questions";
import { buildArgs } from "../support/request";

useDatabase();

const now = new Date("2026-11-24T02:00:00Z");
let author: Viewer;

const DOCUMENT: Omit<LegalDocument, "number"> = {
  title: "Phê duyệt Đề án Văn hóa công vụ",
  issuer: "Thủ tướng Chính phủ",
  kind: "quyết định",
  issuedOn: "2018-12-27",
  effectiveOn: "2018-12-27",
  status: "in-force",
  replacedBy: null,
  note: null,
  source: null,
};
const slug = "khoa-cau-hoi";
const bank = {
  topic: "chu-de",
  title: "Chủ đề",
  cases: [{ id: "tin-nhan", title: "Tin nhắn", text: "Lời kể" }],
  questions: [
    single("cd-001"),
    matching("cd-002"),
    ...["cd-003", "cd-004", "cd-005"].map((id) => ({ ...single(id), case: "tin-nhan" })),
    single("cd-006"),
  ].map((question) => ({ ...question, topic: undefined })),
};
const course = {
  slug,
  title: "Khóa có câu hỏi",
  summary: "Một khóa nhỏ",
  audience: "Mọi người",
  studyForm: "trực tuyến",
  certificateName: "Khóa có câu hỏi",
  lessonTitle: "Bài một",
  objective: "Biết cách hỏi",
  document: "1847/QĐ-TTg",
  reviewedOn: "2026-11-10",
  reviewedBy: "Sở Nội vụ",
  reviewAgainBy: "2027-11-10",
};

// One course for all, a draft that was never published: each test leaves what the next one reads anew.
beforeAll(async () => {
  await truncateAll();
  const root = await buildUnit({ code: "AG" });
  author = await buildViewer({ unit: root, roles: [{ role: "training_officer", unit: root }] });
  await saveDocuments(db, [{ ...DOCUMENT, number: "1847/QĐ-TTg" }]);
  const files = new Map(newCourseFiles(course as NewCourse));
  files.set("bank/chu-de.yaml", new TextEncoder().encode(stringify(bank)));
  await createDraft(db, { slug, courseId: null, baseVersionId: null, files, actor: actorOf(author), now });
});

type Fields = [name: string, value: string][];
const args = (url: string, form?: Fields, more: Record<string, string> = {}) =>
  buildArgs({ viewer: author, url, params: { course: slug, ...more }, form, now }) as never;

/** What the page answered: where it led, or what it shows. */
function said(answer: unknown): { status: number; shown: QuestionShown | null } {
  if (answer instanceof Response) return { status: answer.status, shown: null };
  const { data, init } = answer as { data: { shown: QuestionShown }; init?: { status: number } };
  return { status: init?.status ?? 200, shown: data.shown };
}

/** What a page shows around the question, as it was when the page was opened. */
let view: QuestionPageProps["view"];
const back = (shown: QuestionShown) => drawPage(QuestionPage, { view, shown });

/** The page of a question as it is opened. */
async function edit(question: string) {
  const begun = await editRoute.loader(args(questionPath(slug, question), undefined, { question }));
  view = begun.view;
  return back(begun.shown);
}
async function create(kind: string) {
  const begun = await createRoute.loader(args(newQuestionPath(slug, kind)));
  view = begun.view;
  return back(begun.shown);
}
const fieldsOf = (html: string) => formInHtml(html, 'name="yaml"');
const sendEdit = async (question: string, form: Fields) =>
  said(await editRoute.action(args(questionPath(slug, question), form, { question })));
const sendNew = async (form: Fields) => said(await createRoute.action(args(newQuestionPath(slug), form)));
const valueOf = (form: Fields, name: string) => form.find(([each]) => each === name)?.[1];
const inBank = async (id: string) => (await workingCourse(slug)).questions.find((each) => each.id === id);
const first = async (kind = "single-choice") =>
  (await workingCourse(slug)).questions.find(({ type, case: about }) => type === kind && !about)!;

describe("a question of the draft as a form", () => {
  test("shows what stands in the bank, and the question as a learner sees it; saved as it is it changes nothing", async () => {
    const question = await first();
    const html = await edit(question.id);
    expect(html).toContain("Người học sẽ thấy");
    const form = fieldsOf(html);
    expect(valueOf(form, "stem")).toBe(question.stem);
    expect((await sendEdit(question.id, withFields(form, { intent: "save" }))).status).toBe(302);
    expect(await inBank(question.id)).toEqual(question);
  });

  test("is saved field by field; what was not touched stays as it is", async () => {
    const question = await first();
    const form = withFields(fieldsOf(await edit(question.id)), {
      explanation: "Giải thích đã sửa",
      marks: "1,5",
      critical: "on",
      intent: "save",
    });
    expect((await sendEdit(question.id, form)).status).toBe(302);
    expect(await inBank(question.id)).toEqual({
      ...question,
      explanation: "Giải thích đã sửa",
      marks: 1.5,
      critical: true,
    });
  });

  test("gets rows, loses and moves them and has them back by buttons alone, and keeps all that was typed", async () => {
    const { id } = await first();
    const before = await inBank(id);
    let form = withFields(fieldsOf(await edit(id)), { stem: "Đang gõ dở", marks: "2,5", status: "retired" });
    const press = async (intent: string) => {
      const { status, shown } = await sendEdit(id, withFields(form, { intent }));
      expect([intent, status]).toEqual([intent, 200]);
      const html = back(shown!);
      form = fieldsOf(html);
      expect([valueOf(form, "stem"), valueOf(form, "marks"), valueOf(form, "status")]).toEqual([
        "Đang gõ dở",
        "2,5",
        "retired",
      ]);
      return html;
    };
    const texts = () => form.flatMap(([name, value]) => (/^options\[\d\]\.text$/.test(name) ? [value] : []));
    const written = texts();
    expect(await press("add:options")).toMatch(/name="options\[4\]\.text"[^>]*autofocus/);
    form = withFields(form, { "options[4].text": "Phương án mới", "options.correct": "4" });
    await press("up:options[4]");
    expect(texts()[3]).toBe("Phương án mới");
    expect(valueOf(form, "options.correct")).toBe("3");
    expect(await press("remove:options[3]")).toContain("Đã xóa Phương án 4.");
    expect(texts()).toEqual(written);
    await press("restore:");
    expect(texts()[3]).toBe("Phương án mới");
    await press("add:hints");
    expect(valueOf(form, "options.correct")).toBe("3");
    expect(await inBank(id)).toEqual(before);
  });

  test("says at each field what is wrong and how to mend it, and keeps what was typed", async () => {
    const { id } = await first();
    const form = withFields(fieldsOf(await edit(id)), {
      stem: "",
      marks: "nhiều",
      "options[1].text": "",
      "options.correct": null,
      "citation.document": "",
      explanation: "Vẫn còn đây",
      intent: "save",
    });
    const { status, shown } = await sendEdit(id, form);
    expect(status).toBe(400);
    expect(Object.keys(shown!.told.faults).sort()).toEqual(
      ["citation.document", "marks", "options", "options[1].text", "stem"].sort(),
    );
    const html = back(shown!);
    expect(html).toMatch(/id="question-options-1-text-error"[^]*?không được để trống/);
    expect(html).toMatch(/id="question-options-error"[^]*?Đánh dấu “Đáp án đúng” ở một phương án/);
    expect(html).toMatch(/href="#question-options-1-text">Phương án 2 – Nội dung: /);
    const kept = fieldsOf(html);
    expect([valueOf(kept, "marks"), valueOf(kept, "explanation")]).toEqual(["nhiều", "Vẫn còn đây"]);
  });

  test("gives its advice beside the field that it is about", async () => {
    const { id } = await first();
    const form = withFields(fieldsOf(await edit(id)), { "options[0].feedback": "Sai", intent: "check" });
    const { shown } = await sendEdit(id, form);
    expect(Object.keys(shown!.told.advice)).toEqual(["options[0].feedback"]);
    expect(back(shown!)).toMatch(/id="question-options-0-feedback-hint"[^]*?Nên xem lại/);
  });

  test("goes over to its text and back with everything that is not saved", async () => {
    const { id } = await first("matching");
    const form = withFields(fieldsOf(await edit(id)), { stem: "Chưa lưu: vẫn giữ", "pairs[0].left": "Vế mới" });
    const asText = await sendEdit(id, withFields(form, { intent: "to-text" }));
    const text = fieldsOf(back(asText.shown!));
    expect(valueOf(text, "yaml")).toMatch(/stem: "Chưa lưu: vẫn giữ"[^]*left: Vế mới/);
    const typed = withFields(text, { yaml: valueOf(text, "yaml")!.replace("Vế mới", "Vế mới hơn"), intent: "to-form" });
    const asForm = await sendEdit(id, typed);
    const again = fieldsOf(back(asForm.shown!));
    expect([valueOf(again, "stem"), valueOf(again, "pairs[0].left")]).toEqual(["Chưa lưu: vẫn giữ", "Vế mới hơn"]);
    // Not YAML, more than data, and what would exhaust a parser.
    for (const yaml of ["id: [", "type: dilemma\na: &x [1]\nb: *x", `type: dilemma\na: ${"[".repeat(3000)}`]) {
      const broken = await sendEdit(id, withFields(text, { yaml, intent: "to-form" }));
      expect([broken.status, broken.shown!.refusal]).toEqual([400, { reason: "no-form" }]);
      expect(valueOf(fieldsOf(back(broken.shown!)), "yaml")).toBe(yaml);
      const forged = withFields(form, { yaml, intent: "save" });
      expect((await sendEdit(id, forged)).status).toBe(400);
    }
  });

  test("that somebody changed meanwhile shows what they made of it, field by field, and is saved over it when sent again", async () => {
    const { id } = await first();
    const form = fieldsOf(await edit(id));
    const theirs = withFields(form, { explanation: "Của người khác", intent: "save" });
    expect((await sendEdit(id, theirs)).status).toBe(302);
    const late = await sendEdit(id, withFields(form, { explanation: "Của tôi", intent: "save" }));
    expect(late.status).toBe(409);
    const html = back(late.shown!);
    expect(html).toMatch(/<dt>Giải thích<\/dt><dd>Của người khác<\/dd>/);
    expect((await sendEdit(id, withFields(fieldsOf(html), { intent: "save" }))).status).toBe(302);
    expect((await inBank(id))!.explanation).toBe("Của tôi");
  });
});

describe("the text of a case", () => {
  test("is changed for all its questions, or begun beside the question that asks about it", async () => {
    const { questions } = await workingCourse(slug);
    const [one, other] = questions.filter((each) => each.case);
    const html = await edit(one!.id);
    expect(html).toContain("2 câu hỏi khác cũng dùng tình huống này");
    const changed = withFields(fieldsOf(html), { "about.text": "Lời kể mới", intent: "save" });
    const late = withFields(fieldsOf(html), { "about.text": "Lời kể muộn", intent: "save" });
    expect((await sendEdit(one!.id, changed)).status).toBe(302);
    expect((await inBank(other!.id))!.case!.text).toBe("Lời kể mới");
    expect((await sendEdit(one!.id, late)).shown!.refusal).toMatchObject({ reason: "case-changed" });

    const plain = questions.find((each) => each.topic === one!.topic && !each.case)!;
    const begun = { case: "+", "about.of": "+", "about.title": "Buổi trực", "about.text": "", intent: "save" };
    const blank = await sendEdit(plain.id, withFields(fieldsOf(await edit(plain.id)), begun));
    expect(Object.keys(blank.shown!.told.faults)).toEqual(["about.text"]);
    const form = withFields(fieldsOf(back(blank.shown!)), {
      "about.text": "Chuyện kể",
      intent: "save",
    });
    expect((await sendEdit(plain.id, form)).status).toBe(302);
    expect((await inBank(plain.id))!.case).toEqual({ id: "buoi-truc", title: "Buổi trực", text: "Chuyện kể" });
  });
});

describe("a new question", () => {
  test("begins with the choice of its kind, each said in a sentence", async () => {
    const begun = await createRoute.loader(args(newQuestionPath(slug)));
    expect(begun.kind).toBeNull();
    const html = drawPage(KindsPage, begun);
    for (const kind of QUESTION_TYPE_NAMES) expect(html).toContain(`kind=${kind}`);
    expect(html).toContain("Hợp để hỏi về quy trình.");
  });

  test("is written in fields, gets an id of its own and goes into the bank of its topic, or of a new one", async () => {
    const form = withFields(fieldsOf(await create("ordering")), {
      stem: "Xếp các việc",
      explanation: "Vì thế",
      "citation.document": "1847/QĐ-TTg",
      "items[0].text": "Chào",
      "items[1].text": "Hỏi",
      "items[2].text": "Giúp",
      intent: "save",
    });
    const known = new Set((await workingCourse(slug)).questions.map(({ id }) => id));
    expect((await sendNew(form)).status).toBe(302);
    const added = (await workingCourse(slug)).questions.find(({ id }) => !known.has(id))!;
    expect(added).toMatchObject({ type: "ordering", status: "draft", stem: "Xếp các việc" });
    expect(added.id).toMatch(/-\d{3}$/);
    expect((await sendNew(withFields(form, { newTopic: "Chủ đề mới", id: "cau-moi" }))).status).toBe(302);
    expect(await inBank("cau-moi")).toMatchObject({ topic: "chu-de-moi" });
    const taken = await sendNew(withFields(form, { id: "cau-moi" }));
    expect([taken.status, taken.shown!.refusal]).toEqual([409, { reason: "id-taken" }]);
    const homeless = await sendNew(withFields(form, { topic: "" }));
    expect(homeless.shown!.told.faults).toEqual({ topic: ["Chọn chủ đề, hoặc điền tên chủ đề mới."] });
  });

  test("as text begins with an example, when nothing was written yet", async () => {
    const form = fieldsOf(await create("numeric"));
    const { shown } = await sendNew(withFields(form, { intent: "to-text" }));
    expect(shown!.written.text).toMatch(/^id: ma-cau-hoi\ntype: numeric/);
    const saved = withFields(fieldsOf(back(shown!)), { intent: "save" });
    const text = valueOf(saved, "yaml")!.replace("ma-cau-hoi", "cau-bang-van-ban");
    expect((await sendNew(withFields(saved, { yaml: text }))).status).toBe(302);
    const wrong = withFields(saved, { yaml: text.replace("medium", "rất khó") });
    const refused = await sendNew(wrong);
    expect(back(refused.shown!)).toMatch(/<strong>dòng 4:<\/strong>/);
    const fixed = await sendEdit("cau-bang-van-ban", [...wrong, ["bank", "x"]]);
    expect(fixed.shown!.told.valid).toBe(false);
  });

  test("is looked at while it is written; nothing is saved by that", async () => {
    const before = (await workingCourse(slug)).questions.length;
    const form = withFields(fieldsOf(await create("true-false")), { stem: "Cán bộ được phép", intent: "" });
    const told = (await (await lookRoute.action(args(questionLookPath(slug), form))).json()) as QuestionShown["told"];
    expect(told.sample).toMatchObject({ stem: "Cán bộ được phép", type: "true-false" });
    expect(told.valid).toBe(false);
    expect((await workingCourse(slug)).questions).toHaveLength(before);
  });
});
