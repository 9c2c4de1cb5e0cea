import { beforeEach, describe, expect, test } from "vitest";
import { listPosts } from "~/domain/organization/employment-store.server";
import { db } from "~/platform/db.server";
import { buildLearner } from "../../support/build";
import { useDatabase } from "../../support/database";
import {
  type Agency,
  agency,
  assign,
  countsOf,
  leave,
  move,
  NOW,
  recordOf,
  TODAY,
  undo,
  wrongCounts,
} from "./staff-changes-case";

useDatabase();

let at: Agency;
beforeEach(async () => {
  at = await agency();
});

const official = (id: string) => db.official.findUniqueOrThrow({ where: { id } });

describe("Leaving that is taken back", () => {
  test("never was; the account stays locked until an administrator unlocks it", async () => {
    const lan = await buildLearner(at.aOffice, "Lê Thị Lan");
    await assign(at.a, at.ofA);
    const posts = await listPosts(db, lan.official.id);
    const before = await recordOf(lan.official.id);
    await leave(at.hr, lan.official.id);
    await assign(at.a, at.ofB);
    expect(await countsOf([at.root, at.a], at.ofA)).toEqual(["2 1/0", "1 1/0"]);

    expect(await undo(at.hr, lan.official.id)).toMatchObject({
      kind: "undone",
      change: { kind: "leaving" },
      account: "locked-before",
      coursesGiven: 1,
    });

    expect(await listPosts(db, lan.official.id)).toEqual(posts);
    expect(await official(lan.official.id)).toMatchObject({ leftOn: null, unitId: at.aOffice.id });
    expect(await countsOf([at.root, at.a], at.ofA)).toEqual(["3 2/0", "2 2/0"]);
    expect(await countsOf([at.root, at.a], at.ofB)).toEqual(["3 2/0", "2 2/0"]);
    expect(await wrongCounts()).toEqual([]);
    expect(await recordOf(lan.official.id)).toMatchObject({
      turns: expect.arrayContaining((before as { turns: unknown[] }).turns) as unknown,
    });
    expect((await db.account.findUniqueOrThrow({ where: { id: lan.accountId } })).disabledAt).toEqual(NOW);
    expect(await db.auditEvent.findFirstOrThrow({ where: { action: "official.change-undone" } })).toMatchObject({
      before: { undone: "leaving", leftOn: "2026-11-21", endReason: "retired", decisionNumber: "99/QĐ-SNV" },
      after: { unit: at.aOffice.name, from: "2026-11-01" },
    });
  });
});

describe("A return that is taken back", () => {
  test("never was: the person has left as of the former day, with what they were asked then, and the account is locked again", async () => {
    const lan = await buildLearner(at.aOffice, "Lê Thị Lan");
    await assign(at.a, at.ofA);
    await leave(at.hr, lan.official.id);
    const posts = await listPosts(db, lan.official.id);
    const turns = await recordOf(lan.official.id);
    await assign(at.b, at.ofB);
    const later = new Date("2026-11-23T03:30:00Z");
    await move(at.hr, lan.official.id, { unit: "P-B-VP", from: TODAY }, { kind: "return", now: later });
    await db.account.update({ where: { id: lan.accountId }, data: { disabledAt: null } });
    expect(await countsOf([at.root, at.a, at.b], at.ofB)).toEqual(["3 2/0", "1 0/0", "2 2/0"]);

    expect(await undo(at.hr, lan.official.id, { now: later })).toMatchObject({
      kind: "undone",
      change: { kind: "return" },
      coursesTaken: 1,
      coursesGiven: 0,
      account: "locked",
    });

    expect(await official(lan.official.id)).toMatchObject({
      unitId: at.aOffice.id,
      positionTitle: "Chuyên viên",
      leftOn: new Date("2026-11-21"),
    });
    expect(await listPosts(db, lan.official.id)).toEqual(posts);
    expect(await recordOf(lan.official.id)).toEqual(turns);
    expect(await countsOf([at.root, at.a, at.b], at.ofA)).toEqual(["2 1/0", "1 1/0", "1 0/0"]);
    expect(await countsOf([at.root, at.a, at.b], at.ofB)).toEqual(["2 1/0", "1 0/0", "1 1/0"]);
    expect(await wrongCounts()).toEqual([]);
    expect((await db.account.findUniqueOrThrow({ where: { id: lan.accountId } })).disabledAt).toEqual(later);
    // And the leaving before it can be taken back as well.
    expect(await undo(at.hr, lan.official.id, { now: later })).toMatchObject({ change: { kind: "leaving" } });
    expect(await wrongCounts()).toEqual([]);
  });
});
