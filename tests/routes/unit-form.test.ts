import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import type { UnitChoice } from "~/domain/organization/unit-choice";
import { db } from "~/platform/db.server";
import * as accountRoute from "~/routes/_admin.admin.accounts.$account";
import * as newAccountRoute from "~/routes/_admin.admin.accounts.new";
import * as newTokenRoute from "~/routes/_admin.admin.integrations.tokens.create";
import * as newWebhookRoute from "~/routes/_admin.admin.integrations.webhooks.create";
import * as newUnitRoute from "~/routes/_admin.admin.units.new";
import * as samplesRoute from "~/routes/_hr.hr.samples";
import { buildUnit, buildViewer } from "../support/build";
import { useDatabase } from "../support/database";
import { buildArgs } from "../support/request";

useDatabase();
let admin: Viewer;

beforeAll(async () => {
  const root = await buildUnit({ code: "AG" });
  const department = await buildUnit({ code: "SNV", name: "Sở Nội vụ", parent: root });
  await buildUnit({ code: "CCVC", name: "Phòng Công chức", parent: department });
  await buildUnit({ code: "TH", name: "Phòng Tổng hợp", parent: department });
  await buildUnit({ code: "SYT", name: "Sở Y tế", parent: root });
  admin = await buildViewer({ unit: root, roles: [{ role: "administrator", unit: department }] });
});

interface Back {
  data: { lastResult: { initialValue?: Record<string, unknown>; error?: object }; choice: UnitChoice };
  init: ResponseInit;
}

const routes = { accountRoute, newAccountRoute, newTokenRoute, newWebhookRoute, newUnitRoute, samplesRoute };

describe.each(Object.entries(routes))("A form with a list of units (%s)", (_name, { action }) => {
  const send = async (form: Parameters<typeof buildArgs>[0]["form"]) => {
    const args = buildArgs({ viewer: admin, url: "/x", params: { account: admin.accountId }, form });
    return (await action(args as never)) as unknown as Back;
  };
  const codes = ({ data: { choice } }: Back) => choice.units.map(({ code }) => code);

  test("comes back as it was typed with the units of the scope that are called so, and changes nothing", async () => {
    const back = await send({ intent: "find-unit", name: "Đang gõ dở", unitText: "cong chuc", unit: "" });
    expect(back.init.status).toBe(200);
    expect(back.data.lastResult.initialValue).toMatchObject({ name: "Đang gõ dở", unitText: "cong chuc" });
    expect(back.data.lastResult.error).toBeUndefined();
    expect(codes(back)).toEqual(["CCVC"]);
    expect(codes(await send({ intent: "find-unit", unitText: "y te" }))).toEqual([]);
    expect(await db.auditEvent.count()).toBe(0);
  });

  test("takes what stands twice for nothing that was chosen", async () => {
    const twice = (name: string): [string, string][] => [
      [name, "CCVC"],
      [name, "TH"],
    ];
    const back = await send([["intent", "no such thing"], ...twice("unit"), ...twice("unitText")]);
    expect([back.init.status, codes(back)]).toEqual([400, ["SNV", "CCVC", "TH"]]);
  });

  test("keeps the unit that was chosen in the list, whatever was looked for, and says what is wrong", async () => {
    const back = await send({ intent: "no such thing", unitText: "tong hop", unit: "CCVC" });
    expect(back.init.status).toBe(400);
    expect(codes(back).sort()).toEqual(["CCVC", "TH"]);
    expect(Object.keys(back.data.lastResult.error ?? {})).not.toEqual([]);
    // A unit that is somebody else's does not come in by being named.
    expect(codes(await send({ intent: "no such thing", unitText: "tong hop", unit: "SYT" }))).toEqual(["TH"]);
  });
});
