import { createHmac, timingSafeEqual } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { SYSTEM_ACTOR, type AuditAction } from "~/domain/audit/audit-event";
import type { Viewer } from "~/domain/auth/permissions";
import { claimDue } from "~/domain/integrations/webhook-store.server";
import { WEBHOOK_EVENTS } from "~/domain/integrations/webhook-event";
import type { UnitNode } from "~/domain/organization/unit";
import { db, inTransaction, type Db } from "~/platform/db.server";
import {
  changeWebhook,
  createWebhook,
  replaceWebhookSecret,
  sendWebhookAgain,
  viewWebhook,
} from "~/use-cases/admin/webhooks";
import { runWebhooks } from "~/use-cases/system/send-webhooks";
import { settledUpTo, tellOthers } from "~/use-cases/system/tell-others";
import { buildUnit, buildViewer } from "../../support/build";
import { truncateAll, useDatabase } from "../../support/database";
import { type Got, useWebhookReceiver } from "../../support/webhook-receiver";

useDatabase();

const receiver = useWebhookReceiver();

let root: UnitNode, here: UnitNode, elsewhere: UnitNode;
let admin: Viewer;
let time: Date;
const clock = () => time;
const later = (seconds: number) => void (time = new Date(time.getTime() + seconds * 1000));

beforeEach(async () => {
  await truncateAll();
  time = new Date("2026-11-26T03:00:00Z");
  root = await buildUnit({ code: "AG" });
  here = await buildUnit({ code: "SNV", parent: root });
  elsewhere = await buildUnit({ code: "SYT", parent: root });
  admin = await buildViewer({ unit: root, roles: [{ role: "administrator", unit: root }] });
});

async function endpoint(unit = root, events = [...WEBHOOK_EVENTS]) {
  const made = await createWebhook({
    viewer: admin,
    scope: ["AG"],
    name: "Phần mềm đánh giá",
    url: receiver.url,
    unitCode: unit.code,
    events,
    now: time,
  });
  if (made.kind !== "created") throw new Error(made.reason);
  return made;
}

function happen(tx: Db, subject: string, action: AuditAction = "certificate.revoked", unit: UnitNode = here) {
  return recordAudit(tx, {
    actor: SYSTEM_ACTOR,
    action,
    subject: { type: "period", id: subject, label: "x" },
    unitPath: unit.path,
    at: time,
  });
}

function verified(one: Got, secret: string): boolean {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const { "webhook-id": id, "webhook-timestamp": at } = one.headers;
  const right = createHmac("sha256", key)
    .update(`${String(id)}.${String(at)}.${one.body}`)
    .digest();
  return String(one.headers["webhook-signature"])
    .split(" ")
    .some((text) => timingSafeEqual(Buffer.from(text.slice(3), "base64"), right));
}

const stateOf = async () =>
  db.webhookDelivery.findMany({ select: { state: true, tries: true, lastFault: true }, orderBy: { eventId: "asc" } });

describe("a change of a record", () => {
  test("is told to who is told of that unit, signed, and to nobody else; what was not asked for is not told", async () => {
    const { secret } = await endpoint(here, ["certificate.revoked"]);
    await happen(db, "mine");
    await happen(db, "not-chosen", "certificate.issued");
    await happen(db, "elsewhere", "certificate.revoked", elsewhere);
    await runWebhooks({ clock });
    expect(receiver.got.map(({ subject }) => subject)).toEqual(["mine"]);
    expect(receiver.got[0]!.headers["content-type"]).toMatch(/^application\/json/);
    expect(verified(receiver.got[0]!, secret)).toBe(true);
    expect(verified({ ...receiver.got[0]!, body: receiver.got[0]!.body.replace("mine", "thine") }, secret)).toBe(false);
    expect(Number(receiver.got[0]!.headers["webhook-timestamp"])).toBe(time.getTime() / 1000);
    await runWebhooks({ clock });
    expect(receiver.got).toHaveLength(1);
  });

  test("of a transaction that ends late is not passed over by one that took a higher number", async () => {
    await endpoint();
    let letGo = () => undefined as void;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let begun = () => undefined as void;
    const under = new Promise<void>((resolve) => (begun = resolve));
    const slow = inTransaction(async (tx) => {
      await happen(tx, "late");
      begun();
      await held;
    });
    await under;
    await happen(db, "early");
    expect(await settledUpTo()).toBeNull();
    expect(await tellOthers({ now: time })).toBe(0);
    letGo();
    await slow;
    await runWebhooks({ clock });
    expect(receiver.got.map(({ subject }) => subject).sort()).toEqual(["early", "late"]);
  });

  test("is told once, however many processes read the trail at the same time", async () => {
    await endpoint();
    for (const subject of ["a", "b", "c"]) await happen(db, subject);
    await Promise.all([1, 2, 3, 4].map(() => runWebhooks({ clock })));
    expect(receiver.got.map(({ subject }) => subject).sort()).toEqual(["a", "b", "c"]);
  });
});

describe("a receiver that fails", () => {
  test("is tried again later with the same message, and told what comes after about the same subject only then", async () => {
    await endpoint();
    await happen(db, "one", "certificate.issued");
    await happen(db, "one", "certificate.revoked");
    await happen(db, "two", "certificate.issued");
    receiver.answer = ({ subject }) => (subject === "one" ? 500 : 204);
    await runWebhooks({ clock });
    expect(receiver.got.map(({ subject, type }) => `${subject} ${type}`).sort()).toEqual([
      "one certificate.issued",
      "two certificate.issued",
    ]);
    receiver.answer = () => 204;
    await runWebhooks({ clock });
    expect(receiver.got).toHaveLength(2);
    later(10);
    await runWebhooks({ clock });
    expect(receiver.got.slice(2).map(({ type }) => type)).toEqual(["certificate.issued", "certificate.revoked"]);
    const first = receiver.got.find(({ subject }) => subject === "one")!;
    expect(receiver.got[2]!.headers["webhook-id"]).toBe(first.headers["webhook-id"]);
    expect(receiver.got[2]!.body).toBe(first.body);
    expect((await stateOf()).map(({ state, tries }) => [state, tries])).toEqual([
      ["delivered", 2],
      ["delivered", 1],
      ["delivered", 1],
    ]);
  });

  test("for a day is given up, visibly, and can be told again from the page with the same id", async () => {
    const { endpointId } = await endpoint();
    await happen(db, "one");
    receiver.answer = () => 500;
    for (let step = 0; step < 40 && (await stateOf())[0]?.state !== "given-up"; step++) {
      await runWebhooks({ clock });
      const [next] = await db.webhookDelivery.findMany({ select: { nextTryAt: true } });
      time = next!.nextTryAt;
    }
    expect(await stateOf()).toEqual([{ state: "given-up", tries: receiver.got.length, lastFault: "status" }]);
    const [ended] = await db.webhookDelivery.findMany({ select: { settledAt: true } });
    expect(ended!.settledAt).toEqual(new Date("2026-11-27T03:00:00Z"));
    const { page } = await viewWebhook({
      viewer: admin,
      scope: ["AG"],
      endpointId,
      state: "given-up",
      before: null,
      deliveryId: null,
    });
    receiver.answer = () => 204;
    const id = receiver.got[0]!.headers["webhook-id"];
    await sendWebhookAgain({ viewer: admin, scope: ["AG"], endpointId, deliveryId: page.deliveries[0]!.id, now: time });
    await runWebhooks({ clock });
    expect(receiver.got.at(-1)!.headers["webhook-id"]).toBe(id);
    expect((await stateOf())[0]).toMatchObject({ state: "delivered", tries: 1 });
  });

  test("by sending on to another address is not followed", async () => {
    await endpoint();
    await happen(db, "one");
    receiver.answer = () => 302;
    await runWebhooks({ clock });
    expect(receiver.got).toHaveLength(1);
    expect(await stateOf()).toEqual([{ state: "waiting", tries: 1, lastFault: "redirect" }]);
  });

  test("is told a message again that a process took and died over before it noted the answer", async () => {
    await endpoint();
    await happen(db, "one");
    await tellOthers({ now: time });
    // As a process does that sends and then ends: taken, sent, nothing noted.
    const [taken] = await claimDue(db, { now: time, perEndpoint: 4 });
    await runWebhooks({ clock });
    expect(receiver.got).toHaveLength(0);
    later(61);
    await runWebhooks({ clock });
    expect(receiver.got.map(({ headers }) => headers["webhook-id"])).toEqual([taken!.id]);
    expect(await stateOf()).toEqual([{ state: "delivered", tries: 2, lastFault: null }]);
  });
});

describe("from its page an address", () => {
  test("that rests gathers its messages and gets them when it goes on; one taken away gets none", async () => {
    const { endpointId } = await endpoint();
    const asked = { viewer: admin, scope: ["AG"], endpointId, now: time };
    await changeWebhook({ ...asked, change: "pause" });
    await happen(db, "one");
    await runWebhooks({ clock });
    expect(receiver.got).toHaveLength(0);
    await changeWebhook({ ...asked, change: "resume" });
    await runWebhooks({ clock });
    expect(receiver.got).toHaveLength(1);
    await changeWebhook({ ...asked, change: "remove" });
    await happen(db, "two");
    await runWebhooks({ clock });
    expect(receiver.got).toHaveLength(1);
    await expect(changeWebhook({ ...asked, change: "pause" })).rejects.toMatchObject({ code: "not-found" });
  });

  test("gets messages signed with the old and the new secret for a day, then with the new one alone", async () => {
    const { endpointId, secret: old } = await endpoint();
    const { secret } = await replaceWebhookSecret({ viewer: admin, scope: ["AG"], endpointId, now: time });
    await happen(db, "one");
    await runWebhooks({ clock });
    expect([verified(receiver.got[0]!, old), verified(receiver.got[0]!, secret)]).toEqual([true, true]);
    later(24 * 3600 + 1);
    await happen(db, "two");
    await runWebhooks({ clock });
    expect([verified(receiver.got[1]!, old), verified(receiver.got[1]!, secret)]).toEqual([false, true]);
  });

  test("is nobody's outside the scope, and an address within the network is not taken", async () => {
    const { endpointId } = await endpoint();
    const asked = { viewer: admin, scope: ["AG/SNV"], endpointId, now: time };
    await expect(changeWebhook({ ...asked, change: "pause" })).rejects.toMatchObject({ code: "not-found" });
    const inside = { viewer: admin, scope: ["AG"], name: "x", unitCode: "AG", events: [...WEBHOOK_EVENTS], now: time };
    expect(await createWebhook({ ...inside, url: "https://10.0.0.1/x" })).toEqual({
      kind: "refused",
      reason: "private",
    });
    expect(await createWebhook({ ...inside, url: "http://example.org/x" })).toMatchObject({ reason: "not-https" });
  });
});
