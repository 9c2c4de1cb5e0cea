import { beforeEach, describe, expect, test } from "vitest";
import { SYSTEM_ACTOR, type AuditAction } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { readPosition } from "~/domain/integrations/outbox-store.server";
import { WEBHOOK_EVENTS } from "~/domain/integrations/webhook-event";
import type { UnitNode } from "~/domain/organization/unit";
import { type Db, db, inTransaction } from "~/platform/db.server";
import { changeWebhook, createWebhook } from "~/use-cases/admin/webhooks";
import { runWebhooks } from "~/use-cases/system/send-webhooks";
import { buildUnit, buildViewer } from "../../support/build";
import { useStatementCount } from "../../support/count-statements";
import { truncateAll, useDatabase } from "../../support/database";
import { useWebhookReceiver } from "../../support/webhook-receiver";

useDatabase();
const receiver = useWebhookReceiver();
const statements = useStatementCount();

const now = new Date("2026-11-26T03:00:00Z");
const clock = () => now;
const pass = () => runWebhooks({ clock });
let root: UnitNode;
let admin: Viewer;

beforeEach(async () => {
  await truncateAll();
  root = await buildUnit({ code: "AG" });
  admin = await buildViewer({ unit: root, roles: [{ role: "administrator", unit: root }] });
});

async function endpoint(): Promise<string> {
  const asked = { viewer: admin, scope: ["AG"], name: "Phần mềm đánh giá", events: [...WEBHOOK_EVENTS], now };
  const made = await createWebhook({ ...asked, url: receiver.url, unitCode: "AG" });
  if (made.kind !== "created") throw new Error(made.reason);
  return made.endpointId;
}

function happen(tx: Db, subject: string, action: AuditAction = "certificate.revoked") {
  const about = { type: "period", id: subject, label: "x" };
  return recordAudit(tx, { actor: SYSTEM_ACTOR, action, subject: about, unitPath: root.path, at: now });
}

const subjects = () => receiver.got.map(({ subject }) => subject).sort();
const position = async () => Number(await readPosition(db, "webhooks"));

describe("While nobody is told of anything", () => {
  test("a pass is one statement, whatever happens; the first who comes is told only of what comes after", async () => {
    await happen(db, "long before");
    expect(await statements.during(pass)).toHaveLength(1);
    await happen(db, "before");
    expect(await statements.during(pass)).toHaveLength(1);
    await endpoint();
    await happen(db, "after");
    await pass();
    expect(subjects()).toEqual(["after"]);
  });

  test("the reader is never far behind, so that nothing old is told when somebody was writing as the first one came", async () => {
    await happen(db, "old");
    for (let n = 0; n < 1000; n++) await happen(db, `old ${n}`, "session.started");
    await pass();
    expect(await position()).toBe(1001);
    await happen(db, "shortly before");
    let letGo = () => undefined as void;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let begun = () => undefined as void;
    const under = new Promise<void>((resolve) => (begun = resolve));
    const slow = inTransaction(async (tx) => {
      await happen(tx, "under way");
      begun();
      await held;
    });
    await under;
    await endpoint();
    letGo();
    await slow;
    await happen(db, "after");
    await pass();
    // What was under way must not be lost; that it takes with it what was just before is the price.
    expect(subjects()).toEqual(["after", "shortly before", "under way"]);
  });

  test("again, after the last one was taken away, it is as before there was any", async () => {
    const endpointId = await endpoint();
    await happen(db, "told");
    await pass();
    await changeWebhook({ viewer: admin, scope: ["AG"], endpointId, change: "remove", now });
    await happen(db, "between");
    expect(await statements.during(pass)).toHaveLength(1);
    await endpoint();
    await happen(db, "after");
    await pass();
    expect(subjects()).toEqual(["after", "told"]);
  });
});

describe("While somebody is told", () => {
  test("a pass is one statement when nothing came that could be told, also while people sign in", async () => {
    await endpoint();
    await happen(db, "one");
    await pass();
    expect(subjects()).toEqual(["one"]);
    for (let n = 0; n < 20; n++) await happen(db, "x", "session.started");
    expect(await statements.during(pass)).toHaveLength(1);
    await happen(db, "two");
    await pass();
    expect(subjects()).toEqual(["one", "two"]);
  });

  test("a second one who comes takes nothing from the first", async () => {
    await endpoint();
    await happen(db, "one");
    await endpoint();
    await pass();
    expect(await db.webhookDelivery.count({ where: { body: { contains: '"one"' } } })).toBeGreaterThanOrEqual(1);
    expect(subjects()).toContain("one");
  });

  test("of two who come first at the same moment neither passes over what comes after", async () => {
    await happen(db, "before");
    await Promise.all([endpoint(), endpoint(), pass(), pass()]);
    await happen(db, "after");
    await pass();
    expect(subjects()).toEqual(["after", "after"]);
  });
});
