import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import { localCodeForm, overlayForm } from "~/domain/documents/local-code/local-code-form";
import { listOverlaysOf } from "~/domain/documents/local-code/overlay-store.server";
import type { UnitNode } from "~/domain/organization/unit";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { listCodes, saveCode, viewCode } from "~/use-cases/author/local-codes";
import { addOverlay, removeOverlay, viewOverlays } from "~/use-cases/author/overlays";
import { openLesson } from "~/use-cases/learner/open-lesson";
import { acknowledgeCode, nearestCode, readCode } from "~/use-cases/learner/read-code";
import { startCourse } from "~/use-cases/learner/start-course";
import { buildLearner, buildUnit, buildViewer } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { useDatabase } from "../../support/database";

useDatabase();

const now = new Date("2026-11-23T03:00:00Z");
let root: UnitNode, a: UnitNode, office: UnitNode, b: UnitNode;
let officer: Viewer;
let inOffice: OfficialViewer, inB: OfficialViewer;
let slug: string;

beforeAll(async () => {
  forgetVersions();
  root = await buildUnit({ code: "AG" });
  a = await buildUnit({ code: "P-A", parent: root, name: "Phường A" });
  office = await buildUnit({ code: "P-A-VP", parent: a });
  b = await buildUnit({ code: "P-AB", parent: root });
  officer = await buildViewer({ unit: a, roles: [{ role: "training_officer", unit: a }] });
  [inOffice, inB] = [await buildLearner(office), await buildLearner(b)];
  ({ slug } = await publishSmallCourse());
  for (const { official } of [inOffice, inB]) await startCourse({ officialId: official.id, courseSlug: slug, now });
});

const values = (more: Record<string, string> = {}) =>
  localCodeForm.parse({
    intent: "save",
    over: "0",
    title: "Quy tắc ứng xử Phường A",
    decisionNumber: "12/QĐ-UBND",
    decidedOn: "02/11/2026",
    text: "## Điều 1\nKhông nhận quà.",
    ...more,
  });
const save = (more: Record<string, string> = {}, unitCode = "P-A", scope = [a.path]) =>
  saveCode({ viewer: officer, scope, unitCode, values: values(more), now });

describe("a unit's own code of conduct", () => {
  test("is a draft that nobody reads until it is published", async () => {
    expect(await save()).toEqual({ kind: "saved" });
    expect(await nearestCode(inOffice)).toBeNull();
    expect(await viewCode({ unitCode: "P-A", scope: [a.path] })).toMatchObject({
      changedSinceVersion: true,
      versions: [],
    });
  });

  test("is written by officers of the unit alone", async () => {
    await expect(save({}, "P-AB")).rejects.toMatchObject({ code: "not-found" });
    await expect(viewCode({ unitCode: "AG", scope: [a.path] })).rejects.toMatchObject({ code: "not-found" });
    expect((await listCodes({ scope: [b.path], text: "" })).codes).toEqual([]);
  });

  test("is saved over the revision that was seen; who comes second is told", async () => {
    expect(await save({ over: "0" })).toEqual({ kind: "refused", reason: "overtaken" });
    const answers = await Promise.all([
      save({ over: "1", text: "## Điều 1\nMột." }),
      save({ over: "1", text: "## Điều 1\nHai." }),
    ]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["refused", "saved"]);
  });

  test("published, it holds for the unit and those below, and for no other", async () => {
    expect(await save({ intent: "publish", over: "2" })).toEqual({ kind: "published", number: 1 });
    expect(await save({ intent: "publish", over: "3" })).toEqual({ kind: "refused", reason: "same-as-before" });
    const codeId = (await nearestCode(inOffice))!;
    expect(await readCode({ ...inOffice, codeId, version: null, against: null })).toMatchObject({
      version: { number: 1, decisionNumber: "12/QĐ-UBND", decidedOn: "2026-11-02" },
      acknowledgedAt: null,
    });
    expect(await nearestCode(inB)).toBeNull();
    await expect(readCode({ ...inB, codeId, version: null, against: null })).rejects.toMatchObject({
      code: "not-found",
    });
    const theirs = acknowledgeCode({ viewer: inB, codeId, version: 1, now });
    await expect(theirs).rejects.toMatchObject({ code: "not-found" });
  });

  test("is acknowledged by version, once; a new version asks again, and the old one is still there to compare", async () => {
    const codeId = (await nearestCode(inOffice))!;
    const confirm = (version: number) => acknowledgeCode({ viewer: inOffice, codeId, version, now });
    expect([await confirm(1), await confirm(1)]).toEqual([{ kind: "done" }, { kind: "done" }]);
    expect(await db.codeAcknowledgement.count()).toBe(1);
    await save({ intent: "publish", over: "3", text: "## Điều 1\nKhông nhận quà dưới mọi hình thức." });
    expect(await confirm(1)).toEqual({ kind: "refused", reason: "overtaken" });
    const page = await readCode({ ...inOffice, codeId, version: null, against: 1 });
    expect(page).toMatchObject({ latest: 2, acknowledgedAt: null, against: { text: "## Điều 1\nKhông nhận quà." } });
    const studio = await viewCode({ unitCode: "P-A", scope: [a.path] });
    expect(studio).toMatchObject({
      people: 1,
      versions: [
        { number: 2, acknowledged: 0 },
        { number: 1, acknowledged: 1 },
      ],
    });
    for (const table of ["code_acknowledgement", "local_code_version"]) {
      await expect(db.$executeRawUnsafe(`DELETE FROM ${table}`), table).rejects.toThrow();
    }
  });
});

describe("what a unit asks beside a lesson", () => {
  const lesson = async ({ official }: OfficialViewer) =>
    (await openLesson({
      officialId: official.id,
      unitPath: official.unitPath,
      courseSlug: slug,
      lessonId: "mot",
      now,
    }))!.overlaid;
  const add = (unitCode: string, scope: string[], more: Record<string, string> = {}) =>
    addOverlay({
      viewer: officer,
      scope,
      unitCode,
      values: overlayForm.parse({
        intent: "add",
        course: slug,
        lesson: "mot",
        block: "b-1",
        text: "Không nhận quà.",
        ...more,
      }),
      now,
    });

  test("is nothing as long as no unit asks anything", async () => {
    expect(await lesson(inOffice)).toBeNull();
  });

  test("is seen at once by the people of the unit, the nearest unit first, and by no others", async () => {
    await add("AG", ["AG"], { text: "Quà dưới 500.000 đồng phải báo cáo." });
    expect((await lesson(inB))!.segments).toMatchObject([{ kind: "html" }, { kind: "overlay" }, { kind: "check" }]);
    await add("P-A", [a.path]);
    expect((await lesson(inOffice))!.segments[1]).toMatchObject({
      overlay: { unitName: "Phường A", text: "Không nhận quà." },
    });
    expect((await lesson(inB))!.segments[1]).toMatchObject({
      overlay: { text: "Quà dưới 500.000 đồng phải báo cáo." },
    });
  });

  test("is written for one's own units, at places that there are", async () => {
    await expect(add("P-AB", [a.path])).rejects.toMatchObject({ code: "not-found" });
    expect(await add("P-A", [a.path], { block: "b-9" })).toEqual({ kind: "refused", reason: "no-such-place" });
    expect(await add("P-A", [a.path], { block: "", document: "1/QĐ" })).toMatchObject({ reason: "no-such-document" });
  });

  test("is taken away by the unit's own officers, and gone from the lesson at once", async () => {
    const view = await viewOverlays({ unitCode: "P-A", scope: [a.path], course: slug, lesson: "mot" });
    expect(view).toMatchObject({
      overlays: [{ quote: "…", lessonTitle: "Bài một" }],
      chosen: { blocks: [{ id: "b-1" }, {}] },
    });
    const overlayId = view.overlays[0]!.id;
    const theirs = removeOverlay({ viewer: officer, scope: ["AG"], unitCode: "P-AB", overlayId, now });
    await expect(theirs).rejects.toMatchObject({ code: "not-found" });
    await removeOverlay({ viewer: officer, scope: [a.path], unitCode: "P-A", overlayId, now });
    expect(await listOverlaysOf({ unitId: a.id })).toEqual([]);
    expect((await lesson(inOffice))!.segments[1]).toMatchObject({ overlay: { unitName: root.name } });
  });
});
