import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { correctionRequestPath, personPath, staffChangePath, type StaffChangeKind } from "~/paths";
import { db } from "~/platform/db.server";
import * as requestRoute from "~/routes/_hr.hr.correction-requests.$request";
import * as personRoute from "~/routes/_hr.hr.staff_.$official";
import * as detailsRoute from "~/routes/_hr.hr.staff_.$official_.details";
import * as leaveRoute from "~/routes/_hr.hr.staff_.$official_.leave";
import * as undoRoute from "~/routes/_hr.hr.staff_.$official_.undo";
import * as postRoute from "~/routes/_hr.hr.staff_.$official_.$post";
import { RequestAnswerPage } from "~/ui/privacy/request-answer-page";
import { PersonPage } from "~/ui/staff/person-page";
import { DetailsPage } from "~/ui/staff-change/details-page";
import { LeavingPage } from "~/ui/staff-change/leaving-page";
import { PostPage } from "~/ui/staff-change/post-page";
import { UndoPage } from "~/ui/staff-change/undo-page";
import { buildOfficial, buildViewer } from "../support/build";
import { useDatabase } from "../support/database";
import { drawPage } from "../support/draw-page";
import { formInHtml, withFields } from "../support/form-in-html";
import { buildArgs } from "../support/request";
import { type Agency, agency, assign, leave, move, NOW } from "../use-cases/hr/staff-changes-case";

useDatabase();

let at: Agency;
let lan: { id: string; fullName: string };
beforeEach(async () => {
  at = await agency();
  await assign(at.b, at.ofB);
  lan = await buildOfficial(at.aOffice, "Lê Thị Lan");
});

interface Route {
  loader: (args: never) => Promise<unknown>;
  action: (args: never) => Promise<unknown>;
}
const ROUTES: Record<StaffChangeKind, { route: Route; draw: (props: never) => string }> = {
  transfer: { route: postRoute, draw: (props) => drawPage(PostPage, props) },
  return: { route: postRoute, draw: (props) => drawPage(PostPage, props) },
  leave: { route: leaveRoute, draw: (props) => drawPage(LeavingPage, props) },
  details: { route: detailsRoute, draw: (props) => drawPage(DetailsPage, props) },
  undo: {
    route: undoRoute,
    draw: (props) =>
      drawPage(UndoPage, { ...(props as object), result: (props as { answer?: unknown }).answer } as never),
  },
};

/** What one browser without script sees and sends; `led`: the address that it was led to. */
async function open(viewer: Viewer, kind: StaffChangeKind, request?: string, led?: string) {
  const { route, draw } = ROUTES[kind];
  const url = led ?? staffChangePath(lan.id, kind, request);
  const args = (form?: [string, string][]) =>
    buildArgs({ viewer, url, params: { official: lan.id, post: kind }, form, now: NOW }) as never;
  let page = await route.loader(args());
  let html = draw({ ...(page as object), answer: undefined } as never);
  return {
    html: () => html,
    /** The page that comes back, or where it leads. */
    async send(changes: Record<string, string>): Promise<{ status: number; to: string | null; said: string }> {
      const answer = await route.action(args(withFields(formInHtml(html, 'name="intent"'), changes)));
      if (answer instanceof Response) {
        const cookie = /notice=([^;]+)/.exec(answer.headers.get("Set-Cookie") ?? "")?.[1] ?? "";
        return {
          status: answer.status,
          to: answer.headers.get("Location"),
          said: Buffer.from(cookie, "base64url").toString(),
        };
      }
      const { data, init } = answer as { data: unknown; init: { status?: number } | null };
      page = await route.loader(args());
      html = draw({ ...(page as object), answer: data } as never);
      return { status: init?.status ?? 200, to: null, said: "" };
    },
  };
}

const POST = {
  intent: "show",
  unit: "P-B-VP",
  positionTitle: "Kế toán",
  from: "20/11/2026",
  decisionNumber: "125/QĐ-SNV",
  decidedOn: "18/11/2026",
};

describe("The form of a transfer", () => {
  test("takes a unit that is named twice for none", async () => {
    const form: [string, string][] = [...Object.entries(POST), ["unit", "P-A"], ["unitText", "x"], ["unitText", "y"]];
    const url = staffChangePath(lan.id, "transfer");
    const params = { official: lan.id, post: "transfer" };
    const answer = await postRoute.action(buildArgs({ viewer: at.hr, url, params, form, now: NOW }) as never);
    expect(answer).toMatchObject({
      init: { status: 400 },
      data: { lastResult: { error: { unit: expect.any(Array) } } },
    });
  });

  test("looks for a unit by name, says beside the field what is wrong, keeps what was typed, shows and then records", async () => {
    await buildViewer({ unit: at.aOffice, official: lan, roles: [{ role: "head", unit: at.a }] });
    const page = await open(at.hr, "transfer");
    expect(page.html()).toContain('value="Chuyên viên"');
    expect(await page.send({ ...POST, unit: "", unitText: "P-B-VP", intent: "find-unit" })).toMatchObject({
      status: 200,
    });
    expect(page.html()).toContain('value="P-B-VP"');
    expect(page.html()).toContain('value="125/QĐ-SNV"');
    expect(await page.send({ ...POST, from: "24/11/2026" })).toMatchObject({ status: 400 });
    expect(page.html()).toContain("Ngày đầu tiên ở sau hôm nay (23/11/2026)");
    expect(page.html()).toContain('value="24/11/2026"');
    expect(await page.send({ ...POST, from: "1/11/2026" })).toMatchObject({ status: 400 });
    expect(page.html()).toContain("phải sau ngày bắt đầu vị trí hiện nay (01/11/2026)");

    expect(await page.send(POST)).toMatchObject({ status: 200 });
    expect(page.html()).toContain("Khóa của B, hạn 15/12/2026");
    expect(page.html()).toContain("Tài khoản còn giữ vai trò");
    expect(await db.employment.count({ where: { officialId: lan.id } })).toBe(1);
    // Typed again, and shown again.
    expect(await page.send({ intent: "edit" })).toMatchObject({ status: 200 });
    expect(page.html()).toContain('value="Kế toán"');
    await page.send(POST);

    const done = await page.send({ intent: "make" });
    expect(done).toMatchObject({ status: 302, to: personPath(lan.id) });
    expect(done.said).toContain("Số khóa được giao ngay: 1");
    expect(done.said).toContain("Tài khoản còn 1 vai trò");
    expect(await db.employment.count({ where: { officialId: lan.id } })).toBe(2);
  });

  test("takes no unit outside the scope and is not for heads or officials", async () => {
    const page = await open(at.hrOfA, "transfer");
    await expect(page.send(POST)).rejects.toMatchObject({ code: "not-found" });
    for (const role of ["head", "training_officer"] as const) {
      const viewer = await buildViewer({ unit: at.root, roles: [{ role, unit: at.root }] });
      for (const kind of Object.keys(ROUTES) as StaffChangeKind[])
        await expect(open(viewer, kind), `${role} ${kind}`).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await db.employment.count({ where: { officialId: lan.id } })).toBe(1);
  });

  test("is open to an administrator, who comes back to the accounts", async () => {
    const admin = await buildViewer({ unit: at.root, roles: [{ role: "administrator", unit: at.root }] });
    const account = await buildViewer({ unit: at.aOffice, official: lan });
    const page = await open(admin, "transfer");
    await page.send(POST);
    expect(await page.send({ intent: "make" })).toMatchObject({ to: `/admin/accounts/${account.accountId}` });
  });
});

test("Leaving is shown with what becomes of the account, recorded, and followed by taking on again", async () => {
  const { accountId } = await buildViewer({ unit: at.aOffice, official: lan });
  const page = await open(at.hr, "leave");
  const typed = { lastDay: "20/11/2026", reason: "retired", decisionNumber: "9/QĐ", decidedOn: "01/11/2026" };
  expect(await page.send({ ...typed, lastDay: "23/11/2026", intent: "show" })).toMatchObject({ status: 400 });
  expect(page.html()).toContain("phải là ngày đã qua");
  await page.send({ ...typed, intent: "show" });
  expect(page.html()).toContain("Tài khoản bị khóa");
  expect(await page.send({ intent: "make" })).toMatchObject({ status: 302, to: personPath(lan.id) });
  expect((await db.account.findUniqueOrThrow({ where: { id: accountId } })).disabledAt).toEqual(NOW);

  expect((await open(at.hr, "transfer")).html()).toContain("đã thôi việc, chuyển đi từ ngày 21/11/2026");
  const back = await open(at.hr, "return");
  await back.send({ ...POST, from: "23/11/2026" });
  expect(back.html()).toContain("Quản trị hệ thống mở lại");
  expect(await back.send({ intent: "make" })).toMatchObject({ status: 302 });
  expect((await db.official.findUniqueOrThrow({ where: { id: lan.id } })).leftOn).toBeNull();
});

describe("Taking the latest entry back", () => {
  const reason = "Ghi nhầm người cùng tên";

  test("is linked beside the newest post alone, shown with what follows, and done with a reason", async () => {
    const drawn = async (viewer: Viewer) => {
      const args = buildArgs({ viewer, url: personPath(lan.id), params: { official: lan.id }, now: NOW });
      return drawPage(PersonPage, (await personRoute.loader(args as never)) as never);
    };
    const link = `href="${staffChangePath(lan.id, "undo")}"`;
    expect(await drawn(at.hr)).not.toContain(link);
    expect((await open(at.hr, "undo")).html()).toContain("Chưa có lần ghi nào để hủy");
    await move(at.hr, lan.id, { unit: "P-B-VP" });
    expect((await drawn(at.hr)).split(link)).toHaveLength(2);
    const head = await buildViewer({ unit: at.b, roles: [{ role: "head", unit: at.b }] });
    expect(await drawn(head)).not.toContain(link);

    const page = await open(at.hr, "undo");
    expect(page.html()).toContain(`<strong>${at.aOffice.name}</strong>`);
    expect(page.html()).toContain(`${at.aOffice.name}: 1 → 2`);
    expect(page.html()).toContain(`${at.bOffice.name}: 2 → 1`);
    expect(page.html()).toContain("Khóa của B, đợt 2026");
    expect(await page.send({ intent: "make", reason: "x" })).toMatchObject({ status: 400 });
    expect(page.html()).toContain("Ghi lý do hủy, ít nhất 5 ký tự");
    expect(await page.send({ intent: "make", reason: "Nhầm với 079203001234" })).toMatchObject({ status: 400 });
    expect(page.html()).toContain("Không ghi số định danh cá nhân trong lý do");
    expect(await db.employment.count({ where: { officialId: lan.id } })).toBe(2);

    const done = await page.send({ intent: "make", reason });
    expect(done).toMatchObject({ status: 302, to: personPath(lan.id) });
    expect(done.said).toContain("Số khóa không còn được giao: 1");
    expect(await db.employment.count({ where: { officialId: lan.id } })).toBe(1);
  });

  test("shows what stands now when something was recorded in between, and keeps the reason", async () => {
    await move(at.hr, lan.id, { unit: "P-B-VP", from: "2026-11-10" });
    const page = await open(at.hr, "undo");
    await move(at.hr, lan.id, { unit: "P-B", from: "2026-11-20" });
    expect(await page.send({ intent: "make", reason })).toMatchObject({ status: 400 });
    expect(page.html()).toContain("Hồ sơ vừa có thay đổi khác");
    expect(page.html()).toContain(`>${reason}</textarea>`);
    expect(page.html()).toContain(`<strong>${at.bOffice.name}</strong>`);
    expect(await page.send({ intent: "make", reason })).toMatchObject({ status: 302 });
    expect(await db.employment.count({ where: { officialId: lan.id } })).toBe(2);
  });

  test("leads on to the form filled with what the entry said, so that a wrong day is entered anew", async () => {
    await move(at.hr, lan.id, { unit: "P-B-VP", from: "2026-11-10", staffCategory: "cadre" });
    const undone = await (await open(at.hr, "undo")).send({ intent: "again", reason });
    expect(undone.to).toMatch(new RegExp(`^${staffChangePath(lan.id, "transfer")}\\?`));
    const page = await open(at.hr, "transfer", undefined, undone.to!);
    const { from, ...typed } = Object.fromEntries(formInHtml(page.html(), 'name="intent"'));
    expect(from).toBe("10/11/2026");
    expect(typed).toMatchObject({
      unit: "P-B-VP",
      positionTitle: "Kế toán",
      staffCategory: "cadre",
      decisionNumber: "125/QĐ-SNV",
      decidedOn: "18/11/2026",
    });
    await page.send({ intent: "show", from: "12/11/2026" });
    expect(await page.send({ intent: "make" })).toMatchObject({ status: 302 });
    expect(await db.employment.findFirstOrThrow({ where: { officialId: lan.id, validTo: null } })).toMatchObject({
      unitId: at.bOffice.id,
      validFrom: new Date("2026-11-12"),
    });
  });

  test("says that the account stays locked where the person had left, with the link for who may unlock it", async () => {
    const { accountId } = await buildViewer({ unit: at.aOffice, official: lan });
    await leave(at.hr, lan.id);
    const admin = await buildViewer({ unit: at.root, roles: [{ role: "administrator", unit: at.root }] });
    const page = await open(admin, "undo");
    expect(page.html()).toContain("đã thôi việc, chuyển đi từ ngày 21/11/2026");
    expect(page.html()).toContain("Tài khoản vẫn bị khóa");
    expect(page.html()).toContain(`href="/admin/accounts/${accountId}"`);
    const undone = await page.send({ intent: "again", reason });
    expect(undone.said).toContain("Tài khoản vẫn bị khóa");
    expect((await db.official.findUniqueOrThrow({ where: { id: lan.id } })).leftOn).toBeNull();
    const left = await open(admin, "leave", undefined, undone.to!);
    expect(Object.fromEntries(formInHtml(left.html(), 'name="intent"'))).toMatchObject({
      lastDay: "20/11/2026",
      reason: "retired",
      decisionNumber: "99/QĐ-SNV",
    });
  });
});

describe("A correction request about a name", () => {
  const asked = async (viewer: Viewer, id: string) => {
    const args = buildArgs({ viewer, url: correctionRequestPath(id), params: { request: id }, now: NOW });
    return drawPage(RequestAnswerPage, (await requestRoute.loader(args as never)) as never);
  };

  test("leads straight to where it is corrected, and the correction leads back to it", async () => {
    const { id } = await db.correctionRequest.create({
      data: { officialId: lan.id, subject: "name", text: "Tên tôi là Lê Thị Lan Anh", askedAt: NOW },
    });
    const address = staffChangePath(lan.id, "details", id);
    expect(await asked(at.hr, id)).toContain(`href="${address}"`);
    const page = await open(at.hr, "details", id);
    const fields = { fullName: "Lê Thị Lan Anh", reason: "Ghi thiếu tên", evidence: "Giấy khai sinh, bản chính" };
    expect(await page.send({ ...fields, evidence: "CCCD 001190000001", intent: "show" })).toMatchObject({
      status: 400,
    });
    expect(page.html()).toContain("Không ghi số định danh cá nhân");
    await page.send({ ...fields, intent: "show" });
    expect(page.html()).toContain("<strong>Lê Thị Lan Anh</strong>");
    expect(await page.send({ intent: "make" })).toMatchObject({ status: 302, to: correctionRequestPath(id) });
    expect((await db.official.findUniqueOrThrow({ where: { id: lan.id } })).fullName).toBe("Lê Thị Lan Anh");
  });
});

test("The record of a person links the changes for HR, not for a head, and shows the posts to both", async () => {
  const head = await buildViewer({ unit: at.a, roles: [{ role: "head", unit: at.a }] });
  const drawn = async (viewer: Viewer) => {
    const args = buildArgs({ viewer, url: personPath(lan.id), params: { official: lan.id }, now: NOW });
    return drawPage(PersonPage, (await personRoute.loader(args as never)) as never);
  };
  const link = `href="${staffChangePath(lan.id, "transfer")}"`;
  expect(await drawn(at.hr)).toContain(link);
  expect(await drawn(head)).not.toContain(link);
  for (const viewer of [at.hr, head]) expect(await drawn(viewer)).toContain("từ 01/11/2026");
});
