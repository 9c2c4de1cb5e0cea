import { beforeEach, describe, expect, test } from "vitest";
import { endSession, readSession, sessionAdapter, startSession } from "~/domain/auth/lucia.server";
import { listSessionsOf, sessionIdHash } from "~/domain/auth/session-store.server";
import type { UnitNode } from "~/domain/organization/unit";
import { hours } from "~/domain/time";
import { db } from "~/platform/db.server";
import { buildLearner, buildUnit, buildViewer } from "../../support/build";
import { truncateAll, useDatabase } from "../../support/database";

useDatabase();

const ORIGIN = { ip: "10.0.0.7", userAgent: "kiểm thử" };
const inHours = (count: number) => new Date(Date.now() + hours(count));
let unit: UnitNode;
let accountId: string;

beforeEach(async () => {
  await truncateAll();
  unit = await buildUnit({ code: "AG" });
  accountId = (await buildLearner(unit)).accountId;
});

const set = (id: string, expiresAt = inHours(12), userId = accountId) =>
  sessionAdapter.setSession({ id, userId, expiresAt, attributes: ORIGIN });
const cookieOf = (setCookie: string) => setCookie.split(";")[0]!;

describe("the seven methods that Lucia asks of its adapter", () => {
  test("a session that was set is found with its user", async () => {
    const expiresAt = inHours(3);
    await set("phien-1", expiresAt);
    const [session, user] = await sessionAdapter.getSessionAndUser("phien-1");
    expect(session).toMatchObject({ id: "phien-1", userId: accountId, expiresAt });
    expect(user).toMatchObject({ id: accountId, attributes: { viewer: { accountId, roles: [] } } });
  });

  test("a session that was never set is null with null", async () => {
    expect(await sessionAdapter.getSessionAndUser("khong-co")).toEqual([null, null]);
  });

  test("the sessions of a user are their own and no others", async () => {
    const other = (await buildLearner(unit)).accountId;
    await set("phien-1");
    await set("phien-2");
    await set("phien-3", inHours(1), other);
    const sessions = await sessionAdapter.getUserSessions(accountId);
    expect(sessions).toHaveLength(2);
    expect(sessions.every(({ userId }) => userId === accountId)).toBe(true);
  });

  test("an expiration is moved for one session alone", async () => {
    await set("phien-1", inHours(1));
    await set("phien-2", inHours(1));
    const later = inHours(9);
    await sessionAdapter.updateSessionExpiration("phien-1", later);
    expect((await sessionAdapter.getSessionAndUser("phien-1"))[0]?.expiresAt).toEqual(later);
    expect((await sessionAdapter.getSessionAndUser("phien-2"))[0]?.expiresAt).not.toEqual(later);
  });

  test("a session is deleted alone, the sessions of a user all together", async () => {
    const other = (await buildLearner(unit)).accountId;
    await set("phien-1");
    await set("phien-2");
    await set("phien-3");
    await set("phien-4", inHours(1), other);
    await sessionAdapter.deleteSession("phien-1");
    expect(await db.session.count()).toBe(3);
    await sessionAdapter.deleteUserSessions(accountId);
    expect((await db.session.findMany()).map((row) => row.accountId)).toEqual([other]);
  });

  test("deleting what is not there is no error", async () => {
    await sessionAdapter.deleteSession("khong-co");
    await sessionAdapter.updateSessionExpiration("khong-co", inHours(1));
  });

  test("expired sessions are swept, the others stay", async () => {
    await set("cu", inHours(-1));
    await set("moi");
    await sessionAdapter.deleteExpiredSessions();
    expect((await listSessionsOf(accountId)).map(({ idHash }) => idHash)).toEqual([sessionIdHash("moi")]);
  });
});

describe("a session of the site", () => {
  test("what is stored is a hash: no row holds what the cookie holds", async () => {
    const cookie = cookieOf(await startSession(accountId, ORIGIN));
    const id = cookie.split("=")[1]!;
    const [row] = await db.session.findMany();
    expect(row!.idHash).toBe(sessionIdHash(id));
    expect(JSON.stringify(row)).not.toContain(id);
  });

  test("the cookie is out of reach of scripts and of other sites", async () => {
    const setCookie = await startSession(accountId, ORIGIN);
    expect(setCookie).toMatch(/HttpOnly/);
    expect(setCookie).toMatch(/SameSite=Lax/i);
  });

  test("each sign-in has an id of its own", async () => {
    const cookies = await Promise.all(Array.from({ length: 20 }, () => startSession(accountId, ORIGIN)));
    expect(new Set(cookies.map(cookieOf)).size).toBe(20);
  });

  test("an expired one is refused, taken away, and its cookie cleared", async () => {
    const cookie = cookieOf(await startSession(accountId, ORIGIN));
    await db.session.updateMany({ data: { expiresAt: inHours(-1) } });
    const reading = await readSession(cookie);
    expect(reading.viewer).toBeNull();
    expect(reading.setCookie).toMatch(/Max-Age=0/);
    expect(await db.session.count()).toBe(0);
  });

  test("it is extended when half of it has passed, and not before", async () => {
    const cookie = cookieOf(await startSession(accountId, ORIGIN));
    expect((await readSession(cookie)).setCookie).toBeNull();
    await db.session.updateMany({ data: { expiresAt: inHours(5) } });
    expect((await readSession(cookie)).setCookie).toContain(cookie);
    const [row] = await db.session.findMany();
    expect(row!.expiresAt.getTime()).toBeGreaterThan(inHours(11).getTime());
  });

  test("an account that was locked has no session, whatever cookie it holds", async () => {
    const cookie = cookieOf(await startSession(accountId, ORIGIN));
    await db.account.update({ where: { id: accountId }, data: { disabledAt: new Date() } });
    expect((await readSession(cookie)).viewer).toBeNull();
  });

  test("a role that was taken back is gone with the next request", async () => {
    const admin = await buildViewer({ unit, roles: [{ role: "administrator", unit }] });
    const cookie = cookieOf(await startSession(admin.accountId, ORIGIN));
    expect((await readSession(cookie)).viewer?.roles).toMatchObject([{ role: "administrator", unitPath: "AG" }]);
    await db.roleGrant.updateMany({ data: { revokedAt: new Date() } });
    expect((await readSession(cookie)).viewer?.roles).toEqual([]);
  });

  test("signing out ends it on the server too", async () => {
    const cookie = cookieOf(await startSession(accountId, ORIGIN));
    await endSession(cookie);
    expect((await readSession(cookie)).viewer).toBeNull();
  });

  test.each(["", "session=", "session=khong-co", "other=1", "session=%00"])(
    "a cookie like %j is nobody",
    async (cookie) => {
      expect((await readSession(cookie)).viewer).toBeNull();
    },
  );
});
