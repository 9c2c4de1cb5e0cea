import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { noteAccess, noteBulkAccess } from "~/domain/privacy/access-store.server";
import { NOTICE_VERSION } from "~/domain/privacy/notice";
import type { UnitNode } from "~/domain/organization/unit";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { acknowledgeNotice, viewNoticeRead } from "~/use-cases/account/acknowledge-notice";
import { listMyAccesses } from "~/use-cases/account/list-my-accesses";
import { askForCorrection, listMyRequests } from "~/use-cases/account/my-correction-requests";
import {
  answerCorrectionRequest,
  listCorrectionRequests,
  viewCorrectionRequest,
} from "~/use-cases/hr/correction-requests";
import { exportStaff } from "~/use-cases/hr/export-staff";
import { viewPerson } from "~/use-cases/hr/view-person";
import { buildLearner, buildOfficial, buildUnit, buildViewer } from "../../support/build";
import { useDatabase } from "../../support/database";
import { moved } from "../organization/small-agency";

useDatabase();

const now = new Date("2026-11-23T03:05:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const day = (count: number) => later(count * 24 * 60);

let root: UnitNode, a: UnitNode, b: UnitNode;
let me: OfficialViewer;
let hr: Viewer;

beforeAll(async () => {
  root = await buildUnit({ code: "AG", name: "Tỉnh An Giang" });
  a = await buildUnit({ code: "P-A", parent: root });
  b = await buildUnit({ code: "P-B", parent: root });
  hr = await buildViewer({
    unit: root,
    official: await buildOfficial(root, "Võ Hữu Nhân Sự"),
    roles: [
      { role: "hr", unit: root },
      { role: "head", unit: b },
    ],
  });
});

// Each test has a person of its own, so that nothing has to be cleared away.
beforeEach(async () => {
  await db.recordAccess.deleteMany();
  me = await buildLearner(a, "Đặng Thị Chính Chủ");
});

const raw = (statement: string) => db.$executeRawUnsafe(statement);

describe("who looked", () => {
  const look = (at: Date, viewer: Viewer = hr) =>
    viewPerson({ viewer, officialId: me.official.id, scope: [root.path], now: at });
  const seen = async () => (await listMyAccesses({ official: me.official, before: null })).accesses;

  test("is noted once an hour, with the role that reaches the person and no other", async () => {
    await look(now);
    await look(later(59));
    expect(await seen()).toMatchObject([
      {
        actorName: hr.displayName,
        how: "person-page",
        unit: null,
        at: now,
        roles: [{ role: "hr", unit: "Tỉnh An Giang" }],
      },
    ]);
    await look(later(61));
    await noteAccess(db, {
      actor: { accountId: hr.accountId, name: "x" },
      how: "attempt-page",
      officialId: me.official.id,
      now,
    });
    expect((await seen()).map(({ how }) => how).sort()).toEqual(["attempt-page", "person-page", "person-page"]);
  });

  test("is not noted of oneself, nor of a person who is not there", async () => {
    await look(now, me);
    await noteAccess(db, {
      actor: { accountId: hr.accountId, name: "x" },
      how: "person-page",
      officialId: "00000000-0000-4000-8000-000000000000",
      now,
    });
    expect(await db.recordAccess.count()).toBe(0);
  });

  test("a file of a unit is seen by those who belonged to it on that day, above all moves", async () => {
    const file = (unit: UnitNode, at: Date) =>
      noteBulkAccess(db, {
        actor: { accountId: null, name: unit.code },
        how: "evidence-api",
        unitPaths: [unit.path],
        rows: 9,
        now: at,
      });
    await moved(db, {
      officialId: me.official.id,
      scope: [root.path],
      toUnitId: b.id,
      positionTitle: "Chuyên viên",
      on: "2026-11-25",
    });
    for (const [unit, at] of [
      [a, now],
      [b, now],
      [root, now],
      [a, day(3)],
      [b, day(3)],
    ] as const)
      await file(unit, at);
    expect(
      (await seen()).map(({ actorName, at }) => [actorName, at.getTime() === now.getTime() ? "before" : "after"]),
    ).toEqual([
      ["P-B", "after"],
      ["AG", "before"],
      ["P-A", "before"],
    ]);
  });

  test("an export of the staff list is one row with its unit, however many people are in it", async () => {
    await exportStaff({
      actor: { accountId: hr.accountId, name: hr.displayName, ip: null },
      scope: [root.path],
      unitCode: "P-A",
      course: null,
      status: null,
      text: "",
      format: "csv",
      now,
    });
    expect(await db.recordAccess.findMany()).toMatchObject([
      { how: "staff-export", unitPath: a.path, officialId: null },
    ]);
    expect(await seen()).toMatchObject([{ unit: a.name, actorName: hr.displayName }]);
  });

  test("comes in pages that miss none and repeat none; what was noted is not changed", async () => {
    const unitPaths = Array.from({ length: 53 }, () => a.path);
    await noteBulkAccess(db, { actor: { accountId: null, name: "x" }, how: "staff-export", unitPaths, rows: 1, now });
    const first = await listMyAccesses({ official: me.official, before: null });
    const second = await listMyAccesses({ official: me.official, before: first.next });
    expect([first.accesses.length, second.accesses.length, second.next]).toEqual([50, 3, null]);
    expect(new Set([...first.accesses, ...second.accesses].map(({ id }) => id)).size).toBe(53);
    await expect(raw("UPDATE record_access SET actor_name = 'khác'")).rejects.toThrow(
      /table record_access is append-only/,
    );
  });
});

describe("a request for correction", () => {
  const values = { subject: "name" as const, text: "Tên đệm viết sai: Thi thay vì Thị" };
  const ask = () => askForCorrection({ viewer: me, values, now });
  const inbox = (scope: UnitNode) => listCorrectionRequests({ state: "open", scope: [scope.path], after: null });
  const answer = (id: string, intent: "accepted" | "rejected", viewer: Viewer = hr, scope = root) =>
    answerCorrectionRequest({
      viewer,
      scope: [scope.path],
      id,
      values: { intent, answer: "Đã sửa trong danh sách" },
      now: later(5),
    });

  test("reaches HR of the person's unit and nobody else, is answered once, and the person reads the answer", async () => {
    await ask();
    const { requests, counts } = await inbox(a);
    expect([requests.length, counts.open, (await inbox(b)).requests.length]).toEqual([1, 1, 0]);
    const { id } = requests[0]!;
    await expect(answer(id, "accepted", hr, b)).rejects.toMatchObject({ code: "not-found" });
    expect(await answer(id, "accepted")).toEqual({ kind: "answered" });
    expect(await answer(id, "rejected")).toEqual({ kind: "refused", reason: "answered-before" });
    expect(await listMyRequests(me)).toMatchObject([
      { state: "accepted", answer: "Đã sửa trong danh sách", answeredByName: hr.displayName, text: values.text },
    ]);
    const trail = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    expect(trail.map(({ action }) => action)).toEqual(["correction-request.sent", "correction-request.answered"]);
  });

  test("is not answered by who asked, whatever role they hold", async () => {
    const own = hr as OfficialViewer;
    await askForCorrection({ viewer: own, values, now });
    const { id } = (await inbox(root)).requests.find(({ official }) => official.id === own.official.id)!;
    expect((await viewCorrectionRequest({ viewer: hr, id, scope: [root.path] })).own).toBe(true);
    expect(await answer(id, "accepted")).toEqual({ kind: "refused", reason: "own-request" });
  });

  test("stays as it was asked and answered, and ten at a time are enough", async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, ask));
    expect(answers.filter(({ kind }) => kind === "sent")).toHaveLength(10);
    const { id } = (await inbox(a)).requests.find(({ official }) => official.id === me.official.id)!;
    await answer(id, "rejected");
    for (const statement of [
      "UPDATE correction_request SET answer = 'khác' WHERE state = 'rejected'",
      "UPDATE correction_request SET text = 'khác' WHERE state = 'open'",
      "DELETE FROM correction_request",
    ])
      await expect(raw(statement)).rejects.toThrow(/table correction_request keeps its history/);
  });
});

describe("the notice", () => {
  test("is read once for each version, and that is on record", async () => {
    expect(await viewNoticeRead(me)).toBeNull();
    await acknowledgeNotice({ viewer: me, now });
    await acknowledgeNotice({ viewer: me, now: later(60) });
    expect(await viewNoticeRead(me)).toEqual({ version: NOTICE_VERSION, at: now });
    expect(await db.auditEvent.count({ where: { action: "notice.read", actorId: me.accountId } })).toBe(1);
    // Another text came since.
    await db.account.update({ where: { id: me.accountId }, data: { noticeVersion: NOTICE_VERSION - 1 } });
    expect(await viewNoticeRead(me)).toBeNull();
  });
});
