import { beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "~/domain/auth/password.server";
import type { Viewer } from "~/domain/auth/permissions";
import { minutes, seconds } from "~/domain/time";
import { db } from "~/platform/db.server";
import { changePassword } from "~/use-cases/public/change-password";
import { signIn } from "~/use-cases/public/sign-in";
import { signOut } from "~/use-cases/public/sign-out";
import { buildOfficial, buildUnit, buildViewer } from "../../support/build";
import { truncateAll, useDatabase } from "../../support/database";

useDatabase();

const START = new Date("2026-11-23T02:00:00Z");
const PASSWORD = "sông núi nước nam";
const later = (milliseconds: number) => new Date(START.getTime() + milliseconds);
let viewer: Viewer;

beforeEach(async () => {
  await truncateAll();
  const unit = await buildUnit({ code: "AG" });
  const official = await buildOfficial(unit);
  viewer = await buildViewer({ unit, official, identifier: "ag000001", passwordHash: await hashPassword(PASSWORD) });
});

const attempt = (password: string, input: { identifier?: string; now?: Date; ip?: string | null } = {}) =>
  signIn({
    identifier: input.identifier ?? "ag000001",
    password,
    ip: input.ip ?? "10.0.0.7",
    userAgent: "kiểm thử",
    now: input.now ?? START,
  });

describe("signing in", () => {
  test("the right password starts a session and says so in the trail, with the unit of the person", async () => {
    const answer = await attempt(PASSWORD);
    expect(answer).toMatchObject({ kind: "signed-in", mustChangePassword: false });
    expect(await db.session.count()).toBe(1);
    expect(await db.auditEvent.findMany()).toMatchObject([
      { action: "session.started", actorId: viewer.accountId, ip: "10.0.0.7", unitPath: "AG", at: START },
    ]);
    expect((await db.account.findFirst())!.lastSignInAt).toEqual(START);
  });

  test("capitals, spaces around and another Unicode form of the same letters do not matter", async () => {
    expect((await attempt(PASSWORD, { identifier: "  AG000001 " })).kind).toBe("signed-in");
    expect((await attempt(PASSWORD.normalize("NFD"))).kind).toBe("signed-in");
  });

  test("an unknown name, a wrong password and a locked account answer alike", async () => {
    const unknown = await attempt(PASSWORD, { identifier: "khong-co" });
    const wrong = await attempt("sai mật khẩu rồi");
    await db.account.updateMany({ data: { disabledAt: START } });
    const locked = await attempt(PASSWORD);
    expect(unknown).toEqual({ kind: "refused", reason: "wrong" });
    expect(wrong).toEqual(unknown);
    expect(locked).toEqual(unknown);
    expect(await db.session.count()).toBe(0);
  });

  test("a refusal at a known account is in the trail, what was typed is not", async () => {
    await attempt("mật khẩu gõ nhầm");
    await attempt(PASSWORD, { identifier: "go-nham-mat-khau-vao-day" });
    const events = await db.auditEvent.findMany();
    expect(events).toMatchObject([{ action: "session.refused", subjectId: viewer.accountId, actorId: null }]);
    const everything = JSON.stringify([
      events.map(({ id: _id, ...event }) => event),
      await db.signInThrottle.findMany(),
    ]);
    expect(everything).not.toContain("gõ nhầm");
    expect(everything).not.toContain("go-nham");
  });

  test("five wrong tries slow the sixth, even with the right password", async () => {
    for (let index = 0; index < 5; index += 1) await attempt("sai");
    expect(await attempt(PASSWORD)).toEqual({ kind: "refused", reason: "wait", seconds: 30 });
    expect(await attempt(PASSWORD, { now: later(seconds(29)) })).toEqual({
      kind: "refused",
      reason: "wait",
      seconds: 1,
    });
    expect((await attempt(PASSWORD, { now: later(seconds(30)) })).kind).toBe("signed-in");
    // A right password starts the count over.
    expect(await attempt("sai", { now: later(minutes(1)) })).toEqual({ kind: "refused", reason: "wrong" });
  });

  test("a name that does not exist is slowed in the same way", async () => {
    for (let index = 0; index < 5; index += 1) await attempt("sai", { identifier: "khong-co" });
    expect(await attempt("sai", { identifier: "khong-co" })).toMatchObject({ reason: "wait" });
  });

  test("of twenty tries at the same moment five are looked at and the others wait", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => attempt("sai")));
    expect(answers.filter((answer) => answer.kind === "refused" && answer.reason === "wrong")).toHaveLength(5);
    const rows = await db.signInThrottle.findMany({ orderBy: { key: "asc" } });
    expect(rows.map(({ failures }) => failures)).toEqual([5, 5]);
    expect(await attempt(PASSWORD)).toMatchObject({ kind: "refused", reason: "wait" });
  });

  test("one address that tries many names is slowed, and other addresses are not", async () => {
    for (let index = 0; index < 50; index += 1) await attempt("sai", { identifier: `ten-${index}` });
    expect(await attempt(PASSWORD)).toMatchObject({ reason: "wait" });
    expect((await attempt(PASSWORD, { ip: "10.0.0.8" })).kind).toBe("signed-in");
  });

  test("signing out ends the session and says so; without a session it is harmless", async () => {
    const answer = await attempt(PASSWORD);
    const cookieHeader = answer.kind === "signed-in" ? answer.setCookie.split(";")[0]! : "";
    expect(await signOut({ cookieHeader, viewer, now: later(1000) })).toMatch(/Max-Age=0/);
    expect(await db.session.count()).toBe(0);
    expect((await db.auditEvent.findMany({ where: { action: "session.ended" } })).length).toBe(1);
    expect(await signOut({ cookieHeader: null, viewer: null, now: START })).toMatch(/Max-Age=0/);
  });
});

describe("changing one's own password", () => {
  const change = (current: string, next: string) => changePassword({ viewer, current, next, now: START });

  test("needs the present one, another one, and a good one", async () => {
    expect(await change("sai", "trời xanh mây trắng")).toEqual({ kind: "refused", reason: "wrong-current" });
    expect(await change(PASSWORD, PASSWORD)).toEqual({ kind: "refused", reason: "same-as-before" });
    expect(await change(PASSWORD, "ngắn")).toEqual({ kind: "refused", reason: "too-short" });
    expect(await change(PASSWORD, "ag000001abcd")).toEqual({ kind: "refused", reason: "contains-identifier" });
    expect(await db.auditEvent.count()).toBe(0);
  });

  test("ends the other sessions of the account, and the new one is what signs in", async () => {
    await attempt(PASSWORD);
    await attempt(PASSWORD);
    const [kept] = await db.session.findMany();
    viewer = { ...viewer, sessionIdHash: kept!.idHash };
    await db.account.updateMany({ data: { mustChangePassword: true } });
    expect(await change(PASSWORD, "trời xanh mây trắng")).toEqual({ kind: "changed" });
    expect((await db.session.findMany()).map(({ idHash }) => idHash)).toEqual([kept!.idHash]);
    expect((await db.account.findFirst())!.mustChangePassword).toBe(false);
    expect((await attempt(PASSWORD)).kind).toBe("refused");
    expect((await attempt("trời xanh mây trắng")).kind).toBe("signed-in");
  });
});
