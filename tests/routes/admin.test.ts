import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "~/domain/auth/password.server";
import type { Viewer } from "~/domain/auth/permissions";
import type { UnitNode } from "~/domain/organization/unit";
import {
  accountPath,
  accountsPath,
  auditPath,
  newAccountPath,
  newUnitPath,
  passwordPath,
  privacyNoticePath,
  retentionPath,
  settingsPath,
  signInPath,
  signOutPath,
} from "~/paths";
import { db } from "~/platform/db.server";
import * as accountRoute from "~/routes/_admin.admin.accounts.$account";
import * as accountsRoute from "~/routes/_admin.admin.accounts._index";
import * as newAccountRoute from "~/routes/_admin.admin.accounts.new";
import * as auditRoute from "~/routes/_admin.admin.audit";
import * as retentionRoute from "~/routes/_admin.admin.retention";
import * as settingsRoute from "~/routes/_admin.admin.settings";
import * as newUnitRoute from "~/routes/_admin.admin.units.new";
import * as signInRoute from "~/routes/_public.sign-in";
import * as signOutRoute from "~/routes/_public.sign-out";
import * as passwordRoute from "~/routes/account.password";
import * as noticeRoute from "~/routes/account.privacy-notice";
import { buildLearner, buildUnit, buildViewer } from "../support/build";
import { useDatabase } from "../support/database";
import { buildArgs } from "../support/request";

useDatabase();

const NOBODY = null as unknown as Viewer;
const PASSWORD = "sông núi nước nam";
let root: UnitNode;
let admin: Viewer, hr: Viewer, head: Viewer, author: Viewer, learner: Viewer;

beforeAll(async () => {
  root = await buildUnit({ code: "AG", name: "UBND tỉnh An Giang" });
  admin = await buildViewer({
    unit: root,
    roles: [{ role: "administrator", unit: root }],
    identifier: "quantri",
    passwordHash: await hashPassword(PASSWORD),
  });
  hr = await buildViewer({ unit: root, roles: [{ role: "hr", unit: root }] });
  head = await buildViewer({ unit: root, roles: [{ role: "head", unit: root }] });
  author = await buildViewer({ unit: root, roles: [{ role: "training_officer", unit: root }] });
  learner = await buildLearner(root);
});

beforeEach(() => db.signInThrottle.deleteMany());

type Handler = (args: never) => Promise<unknown>;
const HANDLERS: {
  name: string;
  run: Handler;
  url: () => string;
  params?: () => Record<string, string>;
  form?: Record<string, string>;
}[] = [
  { name: "accounts", run: accountsRoute.loader, url: () => accountsPath() },
  { name: "how long data are kept", run: retentionRoute.loader, url: () => retentionPath() },
  { name: "changing how long data are kept", run: retentionRoute.action, url: () => retentionPath(), form: {} },
  { name: "new account", run: newAccountRoute.loader, url: () => newAccountPath() },
  { name: "creating an account", run: newAccountRoute.action, url: () => newAccountPath(), form: { intent: "create" } },
  {
    name: "an account",
    run: accountRoute.loader,
    url: () => accountPath(learner.accountId),
    params: () => ({ account: learner.accountId }),
  },
  {
    name: "locking an account",
    run: accountRoute.action,
    url: () => accountPath(learner.accountId),
    params: () => ({ account: learner.accountId }),
    form: { intent: "disable" },
  },
  { name: "new unit", run: newUnitRoute.loader, url: () => newUnitPath() },
  {
    name: "creating a unit",
    run: newUnitRoute.action,
    url: () => newUnitPath(),
    form: { intent: "create", unit: "AG", name: "X", kind: "division" },
  },
  { name: "the trail", run: auditRoute.loader, url: () => auditPath() },
  { name: "settings", run: settingsRoute.loader, url: () => settingsPath() },
  { name: "changing settings", run: settingsRoute.action, url: () => settingsPath(), form: { name: "X" } },
];
const args = (handler: (typeof HANDLERS)[number], viewer: Viewer) =>
  buildArgs({ viewer, url: handler.url(), params: handler.params?.(), form: handler.form }) as never;

/** The address that a Response thrown or returned leads to. */
async function leadsTo(answer: unknown): Promise<string | null> {
  const response = await Promise.resolve(answer).catch((thrown: unknown) => thrown);
  return response instanceof Response ? response.headers.get("location") : null;
}

describe.each(HANDLERS)("$name", (handler) => {
  test.each([
    ["an official", () => learner],
    ["HR", () => hr],
    ["a head", () => head],
    ["a training officer", () => author],
  ])("is forbidden to %s", async (_name, viewer) => {
    await expect(handler.run(args(handler, viewer()))).rejects.toMatchObject({ code: "forbidden" });
  });

  test("sends nobody to sign-in", async () => {
    expect(await leadsTo(handler.run(args(handler, NOBODY)))).toMatch(/^\/sign-in/);
  });

  test("sends somebody with a first password to change it", async () => {
    expect(await leadsTo(handler.run(args(handler, { ...admin, mustChangePassword: true })))).toBe(passwordPath());
  });
});

test("nothing was written by all those who may not", async () => {
  expect(await db.auditEvent.count()).toBe(0);
  expect(await db.unit.count()).toBe(1);
});

describe("an administrator", () => {
  test("sees every page", async () => {
    for (const handler of HANDLERS.filter(({ form }) => !form)) {
      await expect(handler.run(args(handler, admin)), handler.name).resolves.toMatchObject({
        title: expect.any(String) as string,
      });
    }
  });

  test("gets a form back with what was typed when it is wrong", async () => {
    const form = { intent: "create", fullName: "Nguyễn Văn An", staffNumber: "có dấu", personalId: "123" };
    const answer = await newAccountRoute.action(buildArgs({ viewer: admin, url: newAccountPath(), form }) as never);
    expect(answer.init).toMatchObject({ status: 400 });
    const { lastResult } = answer.data;
    expect(lastResult?.initialValue).toMatchObject({ fullName: "Nguyễn Văn An" });
    expect(Object.keys(lastResult?.error ?? {}).sort()).toEqual([
      "personalId",
      "positionTitle",
      "staffCategory",
      "staffNumber",
      "unit",
    ]);
    expect(
      Object.values(lastResult?.error ?? {})
        .flat()
        .join(" "),
    ).not.toMatch(/errors\.|accountForm\./);
  });

  test("is given the first password once, in the answer to the form", async () => {
    const form = {
      intent: "create",
      fullName: "Nguyễn Văn An",
      staffNumber: "AG1",
      unit: "AG",
      positionTitle: "Chuyên viên",
      staffCategory: "cadre",
    };
    const answer = await newAccountRoute.action(buildArgs({ viewer: admin, url: newAccountPath(), form }) as never);
    expect(answer.init).toMatchObject({ status: 201 });
    expect(answer.data).toMatchObject({
      slip: { displayName: "Nguyễn Văn An", identifier: "ag1", address: "http://localhost/sign-in" },
    });
  });

  test("does not find an account that is none", async () => {
    for (const account of ["khong-co", "00000000-0000-4000-8000-000000000000"]) {
      await expect(
        accountRoute.loader(buildArgs({ viewer: admin, url: accountPath(account), params: { account } }) as never),
      ).rejects.toMatchObject({ code: "not-found" });
    }
  });
});

describe("the sign-in page", () => {
  const post = (form: Record<string, string>) =>
    signInRoute.action(buildArgs({ viewer: NOBODY, url: signInPath(), form }) as never);

  test("leads to the notice on personal data first, once, and from there on to where somebody wanted to go", async () => {
    const wanted = "/admin/audit?q=x";
    const form = { identifier: "quantri", password: PASSWORD, next: wanted };
    expect(await leadsTo(post(form))).toBe(privacyNoticePath(wanted));
    // It stands in the way of nothing: other pages open without it.
    const accounts = await accountsRoute.loader(buildArgs({ viewer: admin, url: accountsPath() }) as never);
    expect(accounts.title).not.toBe("");
    const read = (next: string) =>
      leadsTo(noticeRoute.action(buildArgs({ viewer: admin, url: privacyNoticePath(next), form: {} }) as never));
    expect(await read("//evil.example")).toBe(accountsPath());
    expect(await read(wanted)).toBe(wanted);
    expect(await leadsTo(post(form))).toBe(wanted);
  });

  test("leads on to where somebody wanted to go, on this site only", async () => {
    expect(await leadsTo(post({ identifier: "quantri", password: PASSWORD, next: "/admin/audit?q=x" }))).toBe(
      "/admin/audit?q=x",
    );
    for (const next of ["//evil.example", "https://evil.example", "/\\evil.example", ""]) {
      expect(await leadsTo(post({ identifier: "quantri", password: PASSWORD, next }))).toBe("/");
    }
  });

  test("answers 400 with one sentence for both halves, keeps the name and never the password", async () => {
    for (const identifier of ["quantri", "khong-co"]) {
      const answer = (await post({ identifier, password: "sai mật khẩu" })) as Exclude<
        Awaited<ReturnType<typeof post>>,
        Response
      >;
      expect(answer.init).toMatchObject({ status: 400 });
      expect(answer.data.error).toEqual({ "": ["Tên đăng nhập hoặc mật khẩu không đúng."] });
      expect(answer.data.initialValue).toMatchObject({ identifier });
      expect(JSON.stringify(answer.data)).not.toContain("sai mật khẩu");
    }
  });

  test("takes a name with signs that no database holds as one that is not right", async () => {
    const answer = (await post({ identifier: "khong\0co", password: "sai\0" })) as Exclude<
      Awaited<ReturnType<typeof post>>,
      Response
    >;
    expect(answer.data.error).toEqual({ "": ["Tên đăng nhập hoặc mật khẩu không đúng."] });
  });

  test("answers 429 with the wait in words after five wrong tries", async () => {
    for (let index = 0; index < 5; index += 1) await post({ identifier: "ai-do", password: "sai" });
    const answer = (await post({ identifier: "ai-do", password: "sai" })) as Exclude<
      Awaited<ReturnType<typeof post>>,
      Response
    >;
    expect(answer.init).toMatchObject({ status: 429, headers: { "Retry-After": "30" } });
    expect(answer.data.error).toEqual({ "": ["Đã nhập sai nhiều lần. Thử lại sau 30 giây."] });
  });

  test("sends somebody who is there already on", async () => {
    expect(
      await leadsTo(signInRoute.loader(buildArgs({ viewer: admin, url: signInPath("/admin/audit") }) as never)),
    ).toBe("/admin/audit");
    expect(
      await leadsTo(signInRoute.loader(buildArgs({ viewer: admin, url: signInPath("//evil.example") }) as never)),
    ).toBe(accountsPath());
  });

  test("signing out is done by a form alone", async () => {
    expect(signOutRoute.loader().headers.get("location")).toBe("/");
    const answer = await signOutRoute.action(buildArgs({ viewer: admin, url: signOutPath(), form: {} }) as never);
    expect(answer.headers.get("location")).toBe("/sign-in");
    expect(answer.headers.get("set-cookie")).toMatch(/Max-Age=0/);
  });
});

describe("changing one's own password", () => {
  const post = (form: Record<string, string>, viewer = admin) =>
    passwordRoute.action(buildArgs({ viewer, url: passwordPath(), form }) as never);

  test("is the one page that a first password opens", async () => {
    const forced = { ...admin, mustChangePassword: true };
    expect(await passwordRoute.loader(buildArgs({ viewer: forced, url: passwordPath() }) as never)).toMatchObject({
      forced: true,
    });
  });

  test("sends nobody to sign-in", async () => {
    expect(await leadsTo(passwordRoute.loader(buildArgs({ viewer: NOBODY, url: passwordPath() }) as never))).toMatch(
      /^\/sign-in/,
    );
    expect(await leadsTo(post({}, NOBODY))).toMatch(/^\/sign-in/);
  });

  test.each([
    [{ current: "sai", next: "trời xanh mây trắng", repeat: "trời xanh mây trắng" }, "current"],
    [{ current: PASSWORD, next: "ngắn", repeat: "ngắn" }, "next"],
    [{ current: PASSWORD, next: "trời xanh mây trắng", repeat: "khác" }, "repeat"],
  ])("says what is wrong beside its field and sends no password back", async (form, field) => {
    const answer = (await post(form)) as Exclude<Awaited<ReturnType<typeof post>>, Response>;
    expect(answer.init).toMatchObject({ status: 400 });
    expect(Object.keys(answer.data.error ?? {})).toEqual([field]);
    expect(JSON.stringify(answer.data.initialValue ?? {})).not.toContain(form.next);
  });
});
