import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { fieldName } from "~/domain/assessment/answer-fields";
import { optionRandom } from "~/domain/assessment/paper";
import { questionTypeOf } from "~/domain/assessment/question-types";
import { supplementPaper } from "~/domain/completion/supplements/supplement";
import { supplementForm } from "~/domain/completion/supplements/supplement-form";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { UnitNode } from "~/domain/organization/unit";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { listSupplements } from "~/use-cases/author/list-supplements";
import { publishSupplement } from "~/use-cases/author/publish-supplement";
import { viewLawChange } from "~/use-cases/author/view-law-change";
import { listOwedSupplements, viewOwedSupplement } from "~/use-cases/hr/view-owed-supplements";
import { finishSupplement } from "~/use-cases/learner/finish-supplement";
import { listMyLearning } from "~/use-cases/learner/list-my-learning";
import { viewCourse } from "~/use-cases/learner/view-course";
import { viewMyRecord } from "~/use-cases/learner/view-my-record";
import { openSupplement, viewSupplement } from "~/use-cases/learner/view-supplement";
import { buildLearner, buildUnit, buildViewer } from "../../support/build";
import { publishChangedFiles } from "../../support/publish-changes";
import { useDatabase } from "../../support/database";
import { responseTo } from "../../support/learner";
import { publishRealCourse, REAL_COURSE } from "../../support/published-content";

useDatabase();

const LAW = "80/2025/QH15";
const LESSON = "lessons/02-tinh-than-thai-do.mdx";
const NEW = 'Từ ngày 01/12/2026 việc xin lỗi người dân phải bằng văn bản <CanCu so="80/2025/QH15" dieu="9" />.';
const now = new Date("2026-11-23T03:00:00Z");
const later = new Date("2026-11-25T03:00:00Z");
let a: UnitNode, b: UnitNode;
let officer: Viewer, officerOfA: Viewer;
let inA: OfficialViewer, inB: OfficialViewer, unfinished: OfficialViewer, upToDate: OfficialViewer;

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

async function finished(viewer: OfficialViewer, number: number) {
  const { id: versionId, courseId } = await db.courseVersion.findFirstOrThrow({ where: { number } });
  const { id: officialId, fullName, unitId, unitName } = viewer.official;
  const turn = { officialId, courseId, cycle: "2026", versionId };
  await db.enrolment.create({ data: { ...turn, required: true, startedAt: now, completedAt: now } });
  await db.completion.create({
    data: {
      ...turn,
      completedAt: now,
      startedAt: now,
      fullName,
      staffNumber: "x",
      staffCategory: "civil_servant",
      positionTitle: "x",
      unitId,
      unitName,
      unitPathNames: unitName,
      courseTitle: "x",
      attemptsUsed: 1,
      because: [],
    },
  });
}

beforeAll(async () => {
  forgetVersions();
  const root = await buildUnit({ code: "AG" });
  a = await buildUnit({ code: "P-A", parent: root });
  b = await buildUnit({ code: "P-B", parent: root });
  officer = await buildViewer({ unit: root, roles: [{ role: "training_officer", unit: root }] });
  officerOfA = await buildViewer({ unit: a, roles: [{ role: "training_officer", unit: a }] });
  [inA, inB] = [await buildLearner(a, "Trần Thị Ở A"), await buildLearner(b, "Lê Văn Ở B")];
  [unfinished, upToDate] = [await buildLearner(a, "Chưa Xong"), await buildLearner(a, "Học Bản Mới")];
  await publishRealCourse(now);
  await finished(inA, 1);
  await finished(inB, 1);
  await publishChangedFiles({
    actor: { accountId: officer.accountId, name: officer.displayName, ip: null },
    slug: REAL_COURSE,
    over: 1,
    change: (files) => new Map([[LESSON, Buffer.from(`${text(files.get(LESSON))}\n${NEW}\n`)]]),
    changeNote: null,
    now,
  });
  await finished(upToDate, 2);
}, 60_000);

const change = (viewer: Viewer, scope = viewer.roles.map(({ unitPath }) => unitPath)) =>
  viewLawChange({ number: LAW, courseSlug: REAL_COURSE, from: null, scope, now });

async function publish(viewer: Viewer, more: Record<string, unknown> = {}) {
  const { chosen } = await change(viewer);
  const { delta, from, current } = chosen!;
  const values = supplementForm.parse({
    course: REAL_COURSE,
    from: String(from),
    over: String(current),
    title: "Xin lỗi bằng văn bản",
    reason: "Luật mới có hiệu lực.",
    dueOn: "09/12/2026",
    block: delta.lessons.flatMap(({ id, blocks }) =>
      blocks.filter((each) => each.changed).map((each) => `${id}#${each.id}`),
    ),
    question: delta.questions
      .filter(({ cites }) => cites)
      .slice(0, 2)
      .map(({ id }) => id),
    ...more,
  });
  return publishSupplement({ viewer, scope: viewer.roles.map(({ unitPath }) => unitPath), number: LAW, values, now });
}

describe("a law change", () => {
  test("shows the changed block, those that cite the law, and how many finished the old version within the scope", async () => {
    const { chosen } = await change(officer);
    expect(chosen).toMatchObject({ from: 1, current: 2, people: 2 });
    const blocks = chosen!.delta.lessons.flatMap((lesson) => lesson.blocks);
    expect(blocks.filter(({ changed }) => changed)).toMatchObject([{ cites: true, before: null }]);
    expect(blocks.filter(({ changed, cites }) => cites && !changed).length).toBeGreaterThan(0);
    expect(chosen!.delta.questions.length).toBeGreaterThan(1);
    expect(chosen!.delta.questions.every(({ changed, cites }) => cites && !changed)).toBe(true);
    expect((await change(officerOfA)).chosen!.people).toBe(1);
  });

  test("publishes nothing that is stale, empty, past, or concerns nobody", async () => {
    expect(await publish(officer, { over: "1" })).toMatchObject({ reason: "overtaken" });
    expect(await publish(officer, { block: ["tinh-than-thai-do#b-khong"] })).toMatchObject({ reason: "overtaken" });
    expect(await publish(officer, { block: [] })).toMatchObject({ reason: "nothing-to-read" });
    expect(await publish(officer, { dueOn: "23/11/2026" })).toMatchObject({ reason: "due-in-past" });
    const elsewhere = { ...officer, roles: officer.roles.map((held) => ({ ...held, unitPath: "AG/KHAC" })) };
    expect(await publish(elsewhere)).toMatchObject({ reason: "nobody" });
    expect(await db.supplement.count()).toBe(0);
  });

  test("makes the supplement due for those who finished the old version, and for nobody else", async () => {
    const answer = await publish(officer);
    expect(answer).toMatchObject({ kind: "published", people: 2 });
    const due = async ({ official }: OfficialViewer) =>
      (await listMyLearning({ officialId: official.id, now: later })).supplements.map(({ title, daysLeft }) => [
        title,
        daysLeft,
      ]);
    expect(await due(inA)).toEqual([["Xin lỗi bằng văn bản", 14]]);
    expect(await due(inB)).toHaveLength(1);
    expect([await due(unfinished), await due(upToDate)]).toEqual([[], []]);
    expect(await db.auditEvent.count({ where: { action: "supplement.published" } })).toBe(1);
  });

  test("is read with the changed block alone, and is nobody else's", async () => {
    const { id } = (await listSupplements())[0]!;
    const page = await viewSupplement({ officialId: inA.official.id, id, now: later });
    expect(page.parts).toHaveLength(1);
    expect(page.parts[0]!.html).toContain("phải bằng văn bản");
    expect(page.parts[0]!.html.match(/<p[\s>]/g)).toHaveLength(1);
    await expect(viewSupplement({ officialId: unfinished.official.id, id, now: later })).rejects.toMatchObject({
      code: "not-found",
    });
    const stranger = { viewer: unfinished, id, form: new FormData(), now: later };
    await expect(finishSupplement(stranger)).rejects.toMatchObject({ code: "not-found" });
  });

  test("is done when its questions are answered rightly, once, and touches neither completion nor certificate", async () => {
    const { id } = (await listSupplements())[0]!;
    const { supplement, questions } = await openSupplement({ officialId: inA.official.id, id });
    const paper = supplementPaper(supplement, inA.official.id, questions);
    const answers = (right: boolean) => {
      const form = new FormData();
      for (const question of paper.questions) {
        const { own, parts } = questionTypeOf(question).encode(
          question,
          optionRandom(paper, question),
          true,
          responseTo(question, right),
        );
        for (const value of own) form.append(fieldName(question.id), value);
        for (const [part, value] of Object.entries(parts)) form.append(fieldName(question.id, part), value);
      }
      return form;
    };
    const facts = async () =>
      JSON.stringify([await db.completion.findMany(), await db.certificate.findMany(), await db.enrolment.findMany()]);
    const before = await facts();
    const wrong = await finishSupplement({ viewer: inA, id, form: answers(false), now: later });
    expect(wrong).toMatchObject({ kind: "not-yet", answered: { explanations: {} } });
    expect(await db.supplementCompletion.count()).toBe(0);
    expect(await finishSupplement({ viewer: inA, id, form: answers(true), now: later })).toMatchObject({
      kind: "done",
    });
    expect(await finishSupplement({ viewer: inA, id, form: answers(false), now: later })).toMatchObject({
      kind: "done",
    });
    expect(await db.supplementCompletion.count()).toBe(1);
    expect(await facts()).toBe(before);
    expect((await listMyLearning({ officialId: inA.official.id, now: later })).supplements).toEqual([]);
    const course = await viewCourse({ officialId: inA.official.id, courseSlug: REAL_COURSE, now: later });
    expect(course.standing!.supplements).toMatchObject([{ id, doneAt: later }]);
    const record = await viewMyRecord({ official: inA.official, now: later });
    expect(record.turns[0]!.supplements).toMatchObject([{ id, doneAt: later, dueOn: "2026-12-09" }]);
  });

  test("its facts are never rewritten", async () => {
    for (const statement of [
      "UPDATE supplement_completion SET done_at = now()",
      "DELETE FROM supplement_duty",
      "UPDATE supplement SET people = 0",
    ]) {
      await expect(db.$executeRawUnsafe(statement), statement).rejects.toThrow();
    }
  });

  test("HR sees who still owes it in their own units, and nothing of one that concerns nobody there", async () => {
    const { id } = (await listSupplements())[0]!;
    expect(await listOwedSupplements({ scope: [b.path] })).toMatchObject([{ people: 1, done: 0 }]);
    expect(await viewOwedSupplement({ id, scope: ["AG"], after: null })).toMatchObject({
      supplement: { people: 2, done: 1 },
      owing: [{ fullName: "Lê Văn Ở B" }],
      next: null,
    });
    expect(await viewOwedSupplement({ id, scope: [a.path], after: null })).toMatchObject({ owing: [] });
    await expect(viewOwedSupplement({ id, scope: ["AG/KHAC"], after: null })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
