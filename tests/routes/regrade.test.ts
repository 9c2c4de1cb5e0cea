import { beforeEach, expect, test } from "vitest";
import type { RoleName, Viewer } from "~/domain/auth/permissions";
import { regradePath, regradesPath } from "~/paths";
import { db } from "~/platform/db.server";
import * as regradeRoute from "~/routes/_author.author.courses.$course.questions.$question.regrade";
import * as regradesRoute from "~/routes/_author.author.courses.$course.regrades";
import { buildUnit, buildViewer } from "../support/build";
import { useDatabase } from "../support/database";
import { buildArgs } from "../support/request";
import { beginRegradeCase, handIn, type RegradeCase, somebody } from "../use-cases/author/regrade-case";

useDatabase();

let about: RegradeCase;
beforeEach(async () => {
  about = await beginRegradeCase();
});

const KEY = {
  change: "key",
  "key.right": "c",
  reason: "Đáp án sai",
  policy: "never-lower",
  closedThrough: "31/12/2025",
};

function args(viewer: Viewer, form?: Record<string, string>, question = "q-1") {
  const url = regradePath(about.course.slug, question, { version: 1, change: "key" });
  const params = { course: about.course.slug, question };
  return buildArgs({ viewer, url, params, ...(form ? { form } : {}) }) as never;
}

/** What an action answered, and with which status. */
async function post(form: Record<string, string>, viewer = about.officer) {
  const answer: unknown = await regradeRoute.action(args(viewer, form));
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get("Location"), body: null };
  const wrapped = answer as { data?: unknown; init?: { status?: number } };
  return { status: wrapped.init?.status ?? 200, to: null, body: (wrapped.data ?? answer) as Record<string, unknown> };
}

test("the pages are for who may regrade", async () => {
  for (const role of ["hr", "head", "administrator"] as RoleName[]) {
    const viewer = await buildViewer({ unit: about.unit, roles: [{ role, unit: about.unit }] });
    const refused = { code: "forbidden" };
    await expect(regradeRoute.loader(args(viewer))).rejects.toMatchObject(refused);
    await expect(regradeRoute.action(args(viewer, { ...KEY, intent: "confirm" }))).rejects.toMatchObject(refused);
    const list = buildArgs({ viewer, url: regradesPath(about.course.slug), params: { course: about.course.slug } });
    await expect(regradesRoute.loader(list as never)).rejects.toMatchObject(refused);
  }
  const page = await regradeRoute.loader(args(about.officer));
  expect(page).toMatchObject({ change: "key", view: { version: 1, offered: ["key", "full-marks", "void", "marks"] } });
  await expect(regradeRoute.loader(args(about.officer, undefined, "q-9"))).rejects.toMatchObject({ code: "not-found" });
});

test("filled in, tried out, applied: on to the list of decisions", async () => {
  await handIn(about, await somebody(about), "cbb-");
  const tried = await post({ ...KEY, intent: "check" });
  expect(tried).toMatchObject({ status: 200, body: { preview: { totals: { nowPassing: 1 } }, changed: false } });
  expect(await db.regrade.count()).toBe(0);
  const { fingerprint } = tried.body!["preview"] as { fingerprint: string };
  const done = await post({ ...KEY, intent: "confirm", fingerprint });
  expect(done).toMatchObject({ status: 302, to: regradesPath(about.course.slug) });
  const list = buildArgs({ viewer: about.officer, url: "/x", params: { course: about.course.slug } });
  expect(await regradesRoute.loader(list as never)).toMatchObject({
    regrades: [{ change: "key", version: 1, reason: "Đáp án sai", totals: { nowPassing: 1 } }],
  });
});

test("what is wrong is said beside its field, and what was typed is kept", async () => {
  const missing = await post({
    change: "marks",
    marks: "1000",
    policy: "never-lower",
    closedThrough: "hôm qua",
    intent: "check",
  });
  expect(missing.status).toBe(400);
  expect(missing.body).toMatchObject({
    initialValue: { marks: "1000", closedThrough: "hôm qua" },
    error: { reason: ["Ghi lý do chấm lại."], closedThrough: [expect.stringContaining("31/12/2025")] },
  });
  const marks = await post({ ...KEY, change: "marks", marks: "1000", intent: "check" });
  expect(marks.body).toMatchObject({ error: { marks: [expect.stringContaining("0,25")] } });
  const { "key.right": _, ...nothing } = KEY;
  const key = await post({ ...nothing, intent: "check" });
  expect(key).toMatchObject({ status: 400, body: { error: { "key.right": ["Phải có ít nhất một phương án đúng."] } } });
  const same = await post({ ...KEY, "key.right": "b", intent: "check" });
  expect(same).toMatchObject({
    status: 400,
    body: { error: { "": [expect.stringContaining("không có gì thay đổi")] } },
  });
});

test("figures that have changed since are shown again before anything is written", async () => {
  const { body } = await post({ ...KEY, intent: "check" });
  await handIn(about, await somebody(about), "cbb-");
  const { fingerprint } = body!["preview"] as { fingerprint: string };
  const again = await post({ ...KEY, intent: "confirm", fingerprint });
  expect(again).toMatchObject({ status: 409, body: { changed: true, preview: { totals: { nowPassing: 1 } } } });
  expect(await db.regrade.count()).toBe(0);
});

test("somebody outside the officer's units is counted and never named, also in what the page carries", async () => {
  const [own, other] = [
    await buildUnit({ code: "XA-A", parent: about.unit }),
    await buildUnit({ code: "XA-B", parent: about.unit }),
  ];
  await handIn(about, await somebody(about, "Phạm Thị Ngoài Xã", other), "cbb-");
  const officer = await buildViewer({ unit: own, roles: [{ role: "training_officer", unit: own }] });
  const { body } = await post({ ...KEY, intent: "check" }, officer);
  expect(body).toMatchObject({ preview: { elsewhere: 1, verdicts: [] } });
  expect(JSON.stringify(body)).not.toContain("Ngoài Xã");
});
