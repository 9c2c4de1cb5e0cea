import { beforeEach, describe, expect, test } from "vitest";
import { SYSTEM_ACTOR, type AuditAction } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { WEBHOOK_EVENTS } from "~/domain/integrations/webhook-event";
import type { Job } from "~/domain/jobs/job";
import { finishLongJob } from "~/domain/jobs/job-store.server";
import type { UnitNode } from "~/domain/organization/unit";
import { db, inTransaction } from "~/platform/db.server";
import { jobPath } from "~/paths";
import { action } from "~/routes/_admin.admin.integrations.webhooks.$endpoint";
import { EndpointPage } from "~/ui/integrations/endpoint-page";
import { viewMyJob } from "~/use-cases/account/my-jobs";
import { sendWebhooksSince } from "~/use-cases/admin/send-webhooks-since";
import { changeWebhook, createWebhook, viewWebhook } from "~/use-cases/admin/webhooks";
import { runJob } from "~/use-cases/system/run-job";
import { runWebhooks } from "~/use-cases/system/send-webhooks";
import { tellAgain } from "~/use-cases/system/tell-again";
import { tellOthers } from "~/use-cases/system/tell-others";
import { buildUnit, buildViewer } from "../../support/build";
import { truncateAll, useDatabase } from "../../support/database";
import { drawPage } from "../../support/draw-page";
import { buildArgs } from "../../support/request";
import { useWebhookReceiver } from "../../support/webhook-receiver";

useDatabase();
const receiver = useWebhookReceiver();

// Long work looks at the clock itself: what happens here happens now.
const clock = () => new Date();
const TODAY = new Date(Date.now() - 60_000);
const SINCE = "2026-01-01";

let root: UnitNode, here: UnitNode;
let admin: Viewer, other: Viewer;

beforeEach(async () => {
  await truncateAll();
  root = await buildUnit({ code: "AG" });
  here = await buildUnit({ code: "SNV", parent: root });
  admin = await buildViewer({ unit: root, roles: [{ role: "administrator", unit: root }] });
  other = await buildViewer({ unit: root, roles: [{ role: "administrator", unit: root }] });
});

async function endpoint(unit = root): Promise<string> {
  const asked = { viewer: admin, scope: ["AG"], name: "Phần mềm đánh giá", events: [...WEBHOOK_EVENTS] };
  const made = await createWebhook({ ...asked, url: receiver.url, unitCode: unit.code, now: TODAY });
  if (made.kind !== "created") throw new Error(made.reason);
  return made.endpointId;
}

function happen(subject: string, action: AuditAction = "certificate.revoked", at = TODAY) {
  const about = { type: "period", id: subject, label: "x" };
  return recordAudit(db, { actor: SYSTEM_ACTOR, action, subject: about, unitPath: here.path, at });
}

/** Very many events at once. */
const happenOften = (count: number) => db.$executeRaw`
  INSERT INTO audit_event (at, actor_name, action, subject_type, subject_id, subject_label, unit_path)
  SELECT ${TODAY}, 'x', 'certificate.revoked', 'period', 's' || n, 'x', ${here.path} FROM generate_series(1, ${count}) n`;

async function ask(endpointId: string, viewer = admin, since = SINCE): Promise<string> {
  const asked = await sendWebhooksSince({ viewer, scope: ["AG"], endpointId, since, now: clock() });
  if (asked.kind === "refused") throw new Error(asked.reason);
  return asked.jobId;
}

const events = () => db.auditEvent.findMany({ where: { action: "webhook.sent-again" } });
const states = async () => {
  const rows = await db.webhookDelivery.groupBy({ by: ["state"], _count: true });
  return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]));
};
const subjects = () => receiver.got.map(({ subject }) => subject);

/** The work as it is when its process ends after so many events. */
const cutOffAfter =
  (events: number): typeof tellAgain =>
  (work) =>
    tellAgain({
      ...work,
      progress: (done) => (done >= events ? Promise.reject(new Error("đứt")) : Promise.resolve()),
    });

describe("An address that is told again of everything since a day", () => {
  test("gets what it had under the id that it had, and what was before it too; how many is told when it is done", async () => {
    await happen("before");
    await happen("long ago", "certificate.revoked", new Date("2025-12-31T16:59:59Z"));
    await tellOthers({ now: TODAY });
    const endpointId = await endpoint();
    await happen("after");
    await runWebhooks({ clock });
    expect(subjects()).toEqual(["after"]);
    const had = receiver.got[0]!.headers["webhook-id"];

    const jobId = await ask(endpointId);
    expect(await events()).toEqual([]);
    await runJob(jobId);
    expect(await viewMyJob({ viewer: admin, id: jobId })).toMatchObject({
      kind: "webhooks-again",
      label: "Phần mềm đánh giá, 01/01/2026",
      state: "done",
      outcome: { counts: { messages: 2 } },
      total: 2,
    } satisfies Partial<Job>);
    expect(await events()).toMatchObject([
      { actorId: admin.accountId, subjectId: endpointId, unitPath: "AG", after: { since: SINCE, messages: 2 } },
    ]);
    await runWebhooks({ clock });
    expect(subjects().slice(1).sort()).toEqual(["after", "before"]);
    expect(receiver.got.slice(1).find(({ subject }) => subject === "after")!.headers["webhook-id"]).toBe(had);
  });

  test("gets nothing twice when the work breaks off and is begun again, and is told of once in the trail", async () => {
    const endpointId = await endpoint();
    await happen("first");
    await runWebhooks({ clock });
    const [had] = await db.webhookDelivery.findMany({ select: { id: true } });
    await happenOften(1500);
    await db.$executeRaw`UPDATE outbox_position SET read_to = (SELECT max(id) FROM audit_event)`;

    const jobId = await ask(endpointId);
    await runJob(jobId, { "webhooks-again": cutOffAfter(1000) });
    expect(await db.longJob.findUnique({ where: { id: jobId } })).toMatchObject({ state: "waiting", tries: 1 });
    expect(await states()).toEqual({ waiting: 1000 });
    // They have left before it is begun again, as the sender notes it.
    const now = clock();
    await db.webhookDelivery.updateMany({ data: { state: "delivered", tries: 1, firstTryAt: now, settledAt: now } });

    await runJob(jobId);
    expect(await states()).toEqual({ delivered: 1000, waiting: 501 });
    expect(await db.webhookDelivery.findUnique({ where: had! })).toMatchObject({ state: "delivered", firstTryAt: now });
    expect(await events()).toMatchObject([{ after: { messages: 1501 } }]);

    // Who did it a second time, because he was thought to have ended, says nothing more.
    const job = await viewMyJob({ viewer: admin, id: jobId });
    const again = { job, progress: () => Promise.resolve(), folder: "", now: clock() };
    expect(await tellAgain(again)).toEqual({ counts: { messages: 1501 } });
    expect(await events()).toHaveLength(1);
    expect(await finishLongJob(db, { id: jobId, outcome: { refused: "fault" }, now: clock() })).toBe(false);
    expect(await states()).toEqual({ delivered: 1000, waiting: 501 });
  });

  test("is told once at a time: who asks while it is under way is refused, also at the same moment", async () => {
    const endpointId = await endpoint();
    const second = await endpoint();
    await happen("one");
    await runWebhooks({ clock });
    const asked = { scope: ["AG"], endpointId, since: SINCE, now: clock() };
    const answers = await Promise.all([admin, other, admin].map((viewer) => sendWebhooksSince({ ...asked, viewer })));
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["asked", "refused", "refused"]);
    const { jobId } = answers.find((answer) => answer.kind === "asked")!;
    const { requestedBy, requestedByName } = await db.longJob.findUniqueOrThrow({ where: { id: jobId } });
    const [who, notWho] = requestedBy === admin.accountId ? [admin, other] : [other, admin];
    expect(await sendWebhooksSince({ ...asked, viewer: notWho })).toEqual({
      kind: "refused",
      reason: "under-way",
      running: { since: SINCE, askedBy: requestedByName, jobId: null },
    });
    const page = { scope: ["AG"], endpointId, state: null, before: null, deliveryId: null };
    const view = await viewWebhook({ ...page, viewer: who });
    expect(view.tellingAgain).toMatchObject({ jobId });
    const drawn = drawPage(EndpointPage, { ...view, state: null, before: null, now: clock(), answer: undefined });
    expect(drawn).toContain(`theo yêu cầu của ${requestedByName}`);
    expect(drawn).toContain(`href="${jobPath(jobId)}"`);
    expect((await viewWebhook({ ...page, viewer: notWho })).tellingAgain).toMatchObject({ jobId: null });
    // Another address is another matter.
    await ask(second, notWho);

    await runJob(jobId);
    expect((await viewWebhook({ ...page, viewer: who })).tellingAgain).toBeNull();
    await ask(endpointId, notWho);
  });

  test("is asked for on its page: from there to the work, a second time back with a sentence and what was typed", async () => {
    const endpointId = await endpoint();
    const form = { intent: "send-since", since: "1/1/2026" };
    const args = { url: "/x", params: { endpoint: endpointId }, now: clock() };
    const first = (await action(buildArgs({ ...args, viewer: other, form }) as never)) as Response;
    const { id } = await db.longJob.findFirstOrThrow();
    expect(first.headers.get("location")).toBe(jobPath(id));
    const second = (await action(buildArgs({ ...args, viewer: admin, form }) as never)) as {
      data: { sinceError: { typed: string; message: string } };
      init: ResponseInit;
    };
    expect(second.init.status).toBe(409);
    expect(second.data.sinceError.typed).toBe("1/1/2026");
    expect(second.data.sinceError.message).toContain(`01/01/2026 do ${other.displayName} yêu cầu chưa xong`);
    expect(await db.longJob.count()).toBe(1);
  });

  test("is not told any more when it was taken away, and nobody asks for one outside the scope", async () => {
    const endpointId = await endpoint();
    await happen("one");
    await tellOthers({ now: TODAY });
    await db.webhookDelivery.deleteMany();
    const jobId = await ask(endpointId);
    await changeWebhook({ viewer: admin, scope: ["AG"], endpointId, change: "remove", now: clock() });
    await runJob(jobId);
    expect(await viewMyJob({ viewer: admin, id: jobId })).toMatchObject({
      state: "failed",
      outcome: { refused: "webhook-gone" },
    });
    expect(await db.webhookDelivery.count()).toBe(0);
    expect(await events()).toEqual([]);
    const stranger = { viewer: admin, scope: ["AG/SNV"], endpointId: await endpoint(), since: SINCE, now: clock() };
    await expect(sendWebhooksSince(stranger)).rejects.toMatchObject({ code: "not-found" });
  });

  test("is told of what a transaction holds back by the reader, and the work does not wait for it", async () => {
    const endpointId = await endpoint();
    await happen("one");
    await runWebhooks({ clock });
    const jobId = await ask(endpointId);
    await inTransaction(async (tx) => {
      const about = { type: "period", id: "late", label: "x" };
      await recordAudit(tx, {
        actor: SYSTEM_ACTOR,
        action: "certificate.revoked",
        subject: about,
        unitPath: here.path,
        at: TODAY,
      });
      await runJob(jobId);
    });
    expect(await events()).toMatchObject([{ after: { messages: 1 } }]);
    await runWebhooks({ clock });
    expect(subjects().sort()).toEqual(["late", "one", "one"]);
  });
});
