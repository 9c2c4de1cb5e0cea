import { beforeEach, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { settingsForm } from "~/domain/organization/settings-form";
import type { UnitNode } from "~/domain/organization/unit";
import { db } from "~/platform/db.server";
import { changeSettings } from "~/use-cases/admin/change-settings";
import { viewSettings } from "~/use-cases/admin/view-settings";
import { buildUnit, buildViewer } from "../../support/build";
import { truncateAll, useDatabase } from "../../support/database";

useDatabase();

const now = new Date("2026-11-23T02:00:00Z");
const typed = {
  name: " Sở Nội vụ tỉnh An Giang ",
  issuerCode: "SNV",
  issuerName: "Sở Nội vụ",
  issuerParentName: "Ủy ban nhân dân tỉnh An Giang",
  place: "An Giang",
  signerTitle: "GIÁM ĐỐC",
};
const values = settingsForm.parse(typed);
let root: UnitNode;
let admin: Viewer;

beforeEach(async () => {
  await truncateAll();
  root = await buildUnit({ code: "AG" });
  admin = await buildViewer({ unit: root, roles: [{ role: "administrator", unit: root }] });
});

test("a new installation says that nothing is configured", async () => {
  expect(await viewSettings()).toMatchObject({ configured: false, values: { name: "", issuerCode: "" } });
});

test("what an administrator of the root enters is read back, and the trail says what changed", async () => {
  await changeSettings({ viewer: admin, scope: ["AG"], values, now });
  expect(await viewSettings()).toMatchObject({
    configured: true,
    values: { name: "Sở Nội vụ tỉnh An Giang", issuerCode: "SNV", signerName: "" },
  });
  const events = await db.auditEvent.findMany({ orderBy: { id: "asc" } });
  expect(events.map(({ action, subjectId }) => [action, subjectId])).toEqual([
    ["setting.changed", "agency"],
    ["setting.changed", "certificate"],
  ]);
});

test("an administrator of a part of the tree cannot speak for the whole", async () => {
  await expect(changeSettings({ viewer: admin, scope: ["AG/SNV"], values, now })).rejects.toMatchObject({
    code: "not-found",
  });
  expect(await db.setting.count()).toBe(0);
});

test.each(["snv", "S N V", "", "SNV/1"])("%j is no abbreviation for certificate numbers", (issuerCode) => {
  expect(settingsForm.safeParse({ ...typed, issuerCode }).success).toBe(false);
});
