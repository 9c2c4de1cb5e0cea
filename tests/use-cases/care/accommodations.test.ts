import { beforeEach, describe, expect, test } from "vitest";
import type { AccommodationWish } from "~/domain/assessment/accommodations/accommodation-form";
import type { Viewer } from "~/domain/auth/permissions";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { UnitNode } from "~/domain/organization/unit";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { findPeople } from "~/use-cases/hr/find-people";
import { grantAccommodation } from "~/use-cases/hr/grant-accommodation";
import { listAccommodations } from "~/use-cases/hr/list-accommodations";
import { revokeAccommodation } from "~/use-cases/hr/revoke-accommodation";
import { viewAccommodations } from "~/use-cases/hr/view-accommodations";
import { submitTest } from "~/use-cases/learner/submit-test";
import { viewTest } from "~/use-cases/learner/view-test";
import { buildLearner, buildOfficial, buildUnit, buildViewer } from "../../support/build";
import { manifest, publishSmallCourse } from "../../support/course";
import { truncateAll, useDatabase } from "../../support/database";
import { beginTest, readAllLessons } from "../../support/learner";

useDatabase();

const now = new Date("2026-11-23T02:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const courseSlug = "khoa-thu";
let root: UnitNode, unit: UnitNode, other: UnitNode;
let learner: OfficialViewer;
let officer: Viewer;

const wish: AccommodationWish = {
  course: courseSlug,
  timeFactor: 1.5,
  untimed: false,
  extraAttempts: 0,
  closesOn: null,
  validFrom: "2026-11-23",
  validTo: null,
  reason: "Đơn đề nghị ngày 20/11/2026",
};

beforeEach(async () => {
  await truncateAll();
  forgetVersions();
  await publishSmallCourse();
  root = await buildUnit({ code: "AG" });
  unit = await buildUnit({ code: "AG-XA", parent: root });
  other = await buildUnit({ code: "AG-XAB", parent: root });
  learner = await buildLearner(unit);
  officer = await buildViewer({ unit, roles: [{ role: "hr", unit }] });
});

const grant = (changes: Partial<AccommodationWish> = {}, at = now, scope = [unit.path]) =>
  grantAccommodation({
    viewer: officer,
    scope,
    officialId: learner.official.id,
    wish: { ...wish, ...changes },
    now: at,
  });
const deadline = async (id: string) => (await db.attempt.findUniqueOrThrow({ where: { id } })).deadlineAt;
const test_ = (at: Date) => viewTest({ officialId: learner.official.id, courseSlug, now: at });

describe("an accommodation", () => {
  test("holds for papers that are begun from then on, and is told before the start", async () => {
    await readAllLessons(learner, courseSlug, now);
    expect((await grant()).kind).toBe("granted");
    expect((await test_(now))!.deadlineIfStartedNow).toEqual(later(30));
    const attemptId = await beginTest(learner, courseSlug, now);
    expect(await deadline(attemptId)).toEqual(later(30));
  });

  test("moves the deadline of the open paper, from its start, and says so in its history", async () => {
    await readAllLessons(learner, courseSlug, now);
    const attemptId = await beginTest(learner, courseSlug, now);
    expect(await grant({}, later(10))).toMatchObject({ kind: "granted", deadlinesMoved: 1 });
    expect(await deadline(attemptId)).toEqual(later(30));
    expect(await db.attemptEvent.findFirstOrThrow()).toMatchObject({
      attemptId,
      kind: "time-added",
      actorName: officer.displayName,
      before: { deadlineAt: later(20).toISOString() },
      after: { deadlineAt: later(30).toISOString() },
    });
  });

  test("never brings a deadline forward, and leaves other courses and closed papers alone", async () => {
    await publishSmallCourse({ slug: "khoa-khac", title: "Khóa khác" });
    await readAllLessons(learner, courseSlug, now);
    const attemptId = await beginTest(learner, courseSlug, now);
    await db.attempt.update({ where: { id: attemptId }, data: { deadlineAt: later(90) } });
    expect(await grant()).toMatchObject({ deadlinesMoved: 0 });
    expect(await grant({ course: "khoa-khac", timeFactor: 5 })).toMatchObject({ deadlinesMoved: 0 });
    expect(await deadline(attemptId)).toEqual(later(90));
    await submitTest({ viewer: learner, officialId: learner.official.id, attemptId, form: null, now: later(5) });
    expect(await grant({ course: null, untimed: true }, later(6))).toMatchObject({ deadlinesMoved: 0 });
    expect(await deadline(attemptId)).toEqual(later(90));
  });

  test("gives attempts and a later last day, only while it is in force", async () => {
    await truncateAll();
    forgetVersions();
    await publishSmallCourse({ test: { ...manifest.test!, attempts: 1, closesOn: "2026-11-23" } });
    unit = await buildUnit({ code: "AG-XA" });
    learner = await buildLearner(unit);
    officer = await buildViewer({ unit, roles: [{ role: "hr", unit }] });
    await readAllLessons(learner, courseSlug, now);
    const tomorrow = new Date("2026-11-24T02:00:00Z");
    expect((await test_(tomorrow))!.verdict).toMatchObject({ kind: "refused", reason: "closed" });
    await grant({ timeFactor: 1, extraAttempts: 2, closesOn: "2026-11-25", validTo: "2026-11-25" });
    expect(await test_(tomorrow)).toMatchObject({
      verdict: { kind: "may-start", attemptsLeft: 3 },
      attemptsAllowed: 3,
    });
    expect((await test_(new Date("2026-11-26T02:00:00Z")))!.verdict).toMatchObject({ reason: "closed" });
  });

  test("is granted once, however often the button is pressed", async () => {
    const answers = await Promise.all([grant(), grant(), grant()]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["granted", "refused", "refused"]);
    expect(await db.accommodation.count()).toBe(1);
    expect((await grant({ timeFactor: 2 })).kind).toBe("granted");
  });

  test("is not granted to oneself, to who has left, for nothing, or outside the scope", async () => {
    const own = await grantAccommodation({
      viewer: { ...officer, official: learner.official },
      scope: [root.path],
      officialId: learner.official.id,
      wish,
      now,
    });
    expect(own).toMatchObject({ reason: "for-oneself" });
    expect(await grant({ timeFactor: 1 })).toMatchObject({ reason: "grants-nothing", field: "timeFactor" });
    await expect(grant({}, now, [other.path])).rejects.toMatchObject({ code: "not-found" });
    await expect(grant({}, now, [])).rejects.toMatchObject({ code: "not-found" });
    await expect(grant({ course: "khong-co" })).rejects.toMatchObject({ code: "not-found" });
    const gone = await buildOfficial(unit, "Người Đã Nghỉ");
    await db.official.update({ where: { id: gone.id }, data: { leftOn: new Date("2026-11-22") } });
    const answer = await grantAccommodation({ viewer: officer, scope: [unit.path], officialId: gone.id, wish, now });
    expect(answer).toMatchObject({ reason: "has-left" });
    expect(await db.accommodation.count()).toBe(0);
    expect(await db.auditEvent.count()).toBe(0);
  });

  test("leaves a trail that says what, and not why", async () => {
    await grant();
    const event = await db.auditEvent.findFirstOrThrow({ where: { action: "accommodation.granted" } });
    expect(event).toMatchObject({
      subjectType: "official",
      subjectId: learner.official.id,
      unitPath: unit.path,
      after: { course: courseSlug, timeFactor: 1.5, validFrom: "2026-11-23" },
    });
    expect(JSON.stringify(event.after)).not.toContain("Đơn đề nghị");
  });
});

describe("revoking", () => {
  const revoke = (accommodationId: string, scope = [unit.path], at = later(5)) =>
    revokeAccommodation({
      viewer: officer,
      scope,
      officialId: learner.official.id,
      accommodationId,
      reason: "Cấp nhầm người",
      now: at,
    });
  const granted = async (changes: Partial<AccommodationWish> = {}) => {
    const answer = await grant(changes);
    if (answer.kind !== "granted") throw new Error(answer.reason);
    return answer.accommodationId;
  };

  test("ends it for what begins later; the open paper keeps its time", async () => {
    await readAllLessons(learner, courseSlug, now);
    const id = await granted();
    const attemptId = await beginTest(learner, courseSlug, now);
    expect(await revoke(id)).toMatchObject({ kind: "revoked" });
    expect(await deadline(attemptId)).toEqual(later(30));
    expect((await test_(later(6)))!.deadlineIfStartedNow).toEqual(later(26));
    expect(await revoke(id)).toEqual({ kind: "refused", reason: "already-revoked" });
    expect(await db.auditEvent.findFirstOrThrow({ where: { action: "accommodation.revoked" } })).toMatchObject({
      before: { timeFactor: 1.5 },
    });
  });

  test("stays in the history with who and why, and can be granted again", async () => {
    const id = await granted();
    await revoke(id);
    const list = await listAccommodations({ officialId: learner.official.id, scope: [unit.path], now: later(6) });
    expect(list.inForce).toEqual([]);
    expect(list.past[0]).toMatchObject({
      id,
      course: { slug: courseSlug, title: "Khóa thử" },
      grantedByName: officer.displayName,
      revoked: { byName: officer.displayName, reason: "Cấp nhầm người" },
    });
    expect((await grant()).kind).toBe("granted");
  });

  test("is not for what is over, nor for others' people", async () => {
    const id = await granted({ validTo: "2026-11-23" });
    expect(await revoke(id, [unit.path], new Date("2026-11-24T02:00:00Z"))).toMatchObject({ reason: "already-over" });
    await expect(revoke(id, [other.path])).rejects.toMatchObject({ code: "not-found" });
    await expect(revoke("1")).rejects.toMatchObject({ code: "not-found" });
    expect((await db.accommodation.findFirstOrThrow()).revokedAt).toBeNull();
  });
});

test("who may grant finds people of the own units by name or number, and learns nothing else of them", async () => {
  const { fullName } = learner.official;
  const found = await findPeople({ scope: [unit.path], text: fullName.toUpperCase(), now });
  expect(found.people.map(({ id }) => id)).toEqual([learner.official.id]);
  expect(Object.keys(found.people[0]!).sort()).toEqual(["fullName", "id", "positionTitle", "staffNumber", "unitName"]);
  expect((await findPeople({ scope: [other.path], text: fullName, now })).people).toEqual([]);
  expect((await findPeople({ scope: [unit.path], text: "", now })).people).toEqual([]);
});

test("outside the scope there is no list and no page", async () => {
  await grant();
  const officialId = learner.official.id;
  const nothing = { inForce: [], later: [], past: [] };
  expect(await listAccommodations({ officialId, scope: [other.path], now })).toEqual(nothing);
  expect(await listAccommodations({ officialId, scope: [], now })).toEqual(nothing);
  await expect(viewAccommodations({ viewer: officer, officialId, scope: [other.path], now })).rejects.toMatchObject({
    code: "not-found",
  });
});
