import excel from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";
import { SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import type { Viewer } from "~/domain/auth/permissions";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { UnitNode } from "~/domain/organization/unit";
import {
  assignmentsPath,
  newAssignmentPath,
  overviewPath,
  personPath,
  staffExportPath,
  staffPath,
  unitPath,
} from "~/paths";
import { db } from "~/platform/db.server";
import * as overviewRoute from "~/routes/_hr.hr._index";
import * as assignmentsRoute from "~/routes/_hr.hr.assignments";
import * as newAssignmentRoute from "~/routes/_hr.hr.assignments_.new";
import * as exportRoute from "~/routes/_hr.hr.export.$format";
import * as staffRoute from "~/routes/_hr.hr.staff";
import * as personRoute from "~/routes/_hr.hr.staff_.$official";
import * as unitRoute from "~/routes/_hr.hr.units.$unit";
import { assignCourse } from "~/use-cases/hr/assign-course";
import { buildOfficial, buildUnit, buildViewer } from "../support/build";
import { publishSmallCourse } from "../support/course";
import { useDatabase } from "../support/database";
import { buildArgs } from "../support/request";

useDatabase();

const NOW = new Date("2026-11-23T03:05:00Z");
let root: UnitNode, a: UnitNode, aOffice: UnitNode, b: UnitNode;
let inB: string;
let assignmentInB: string;
let headOfA: Viewer, headOfAInB: Viewer, hr: Viewer, official: Viewer, author: Viewer;

beforeAll(async () => {
  forgetVersions();
  root = await buildUnit({ code: "AG", name: "UBND tỉnh An Giang" });
  a = await buildUnit({ code: "P-A", name: "Phường A", parent: root });
  aOffice = await buildUnit({ code: "P-A-VP", name: "Văn phòng phường A", parent: a });
  // A code that begins like A's: a prefix without its "/" would let it in.
  b = await buildUnit({ code: "P-AB", name: "Phường Bí Mật", parent: root });
  const mine = await buildOfficial(aOffice, "Đặng Thị Mỹ");
  const other = await buildOfficial(b, "Đặng Thị Mỹ Kín");
  inB = other.id;
  const { slug } = await publishSmallCourse();
  for (const unitCode of ["P-A", "P-AB"]) {
    const answer = await assignCourse({
      actor: SYSTEM_ACTOR,
      scope: ["AG"],
      courseSlug: slug,
      unitCode,
      dueOn: "2026-12-15",
      note: null,
      now: NOW,
    });
    if (answer.kind === "assigned") assignmentInB = answer.assignmentId;
  }
  headOfA = await buildViewer({ unit: a, roles: [{ role: "head", unit: a }] });
  headOfAInB = await buildViewer({ unit: b, official: other, roles: [{ role: "head", unit: a }] });
  // The file says who made it; that name is the reader's own.
  headOfAInB.displayName = "Người xuất";
  hr = await buildViewer({ unit: root, roles: [{ role: "hr", unit: root }] });
  official = await buildViewer({ unit: aOffice, official: mine });
  author = await buildViewer({ unit: root, roles: [{ role: "training_officer", unit: root }] });
});

type Loader = (args: never) => Promise<unknown>;
const PAGES: {
  name: string;
  loader: Loader;
  url: () => string;
  params?: () => Record<string, string>;
  ofB: boolean;
}[] = [
  { name: "overview", loader: overviewRoute.loader, url: () => overviewPath(), ofB: false },
  { name: "staff", loader: staffRoute.loader, url: () => staffPath(), ofB: false },
  { name: "staff by name", loader: staffRoute.loader, url: () => staffPath({ q: "dang my" }), ofB: false },
  { name: "assignments", loader: assignmentsRoute.loader, url: () => assignmentsPath(), ofB: false },
  { name: "new assignment", loader: newAssignmentRoute.loader, url: () => newAssignmentPath(), ofB: false },
  {
    name: "export",
    loader: exportRoute.loader,
    url: () => staffExportPath("csv"),
    params: () => ({ format: "csv" }),
    ofB: false,
  },
  {
    name: "export as a workbook",
    loader: exportRoute.loader,
    url: () => staffExportPath("xlsx"),
    params: () => ({ format: "xlsx" }),
    ofB: false,
  },
  { name: "B", loader: unitRoute.loader, url: () => unitPath("P-AB"), params: () => ({ unit: "P-AB" }), ofB: true },
  {
    name: "the unit above",
    loader: unitRoute.loader,
    url: () => unitPath("AG"),
    params: () => ({ unit: "AG" }),
    ofB: true,
  },
  { name: "the staff of B", loader: staffRoute.loader, url: () => staffPath({ unit: "P-AB" }), ofB: true },
  {
    name: "a person of B",
    loader: personRoute.loader,
    url: () => personPath(inB),
    params: () => ({ official: inB }),
    ofB: true,
  },
  {
    name: "the export of B",
    loader: exportRoute.loader,
    url: () => staffExportPath("csv", { unit: "P-AB" }),
    params: () => ({ format: "csv" }),
    ofB: true,
  },
  { name: "an assignment to B", loader: newAssignmentRoute.loader, url: () => newAssignmentPath("P-AB"), ofB: true },
];

async function answerOf({ loader, url, params }: (typeof PAGES)[number], viewer: Viewer): Promise<string> {
  const answer = await loader(buildArgs({ viewer, url: url(), params: params?.(), now: NOW }) as never);
  if (!(answer instanceof Response)) return JSON.stringify(answer);
  const bytes = await answer.arrayBuffer();
  if (!answer.headers.get("content-type")!.includes("spreadsheet")) return Buffer.from(bytes).toString("utf8");
  const book = new excel.Workbook();
  await book.xlsx.load(bytes);
  return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
}

/** Nothing that tells of unit B or of anybody in it. */
const traces = (text: string) => ["Bí Mật", "P-AB", "Kín", inB, b.id].filter((trace) => text.includes(trace));

describe.each([
  ["the head of A", () => headOfA],
  ["the head of A who works in B", () => headOfAInB],
])("%s", (_name, viewer) => {
  test.each(PAGES.filter((page) => page.ofB))("does not find $name", async (page) => {
    await expect(answerOf(page, viewer())).rejects.toMatchObject({ code: "not-found" });
  });

  test.each(PAGES.filter((page) => !page.ofB))("sees nothing of B on $name", async (page) => {
    expect(traces(await answerOf(page, viewer()))).toEqual([]);
  });

  test("sees the own people", async () => {
    expect(await answerOf(PAGES[1]!, viewer())).toContain("Đặng Thị Mỹ");
    expect(await answerOf(PAGES[5]!, viewer())).toContain("Đặng Thị Mỹ");
    expect(await answerOf(PAGES[6]!, viewer())).toContain("Đặng Thị Mỹ");
  });

  test("can neither assign in B nor withdraw there, by check or by confirmation", async () => {
    const before = await db.assignment.count();
    for (const intent of ["check", "confirm"]) {
      const form = { unit: "P-AB", course: "khoa-thu", dueOn: "31/12/2026", intent };
      await expect(
        newAssignmentRoute.action(buildArgs({ viewer: viewer(), url: newAssignmentPath(), form })),
      ).rejects.toMatchObject({ code: "not-found" });
    }
    const withdraw = buildArgs({ viewer: viewer(), url: assignmentsPath(), form: { assignment: assignmentInB } });
    await expect(assignmentsRoute.action(withdraw)).rejects.toMatchObject({ code: "not-found" });
    expect(await db.assignment.count({ where: { withdrawnAt: null } })).toBe(before);
  });
});

describe("HR of the province", () => {
  test.each(PAGES)("reads $name", async (page) => {
    await expect(answerOf(page, hr)).resolves.toBeTruthy();
  });
});

describe.each([
  ["an official without a role", () => official],
  ["a training officer", () => author],
])("%s", (_name, viewer) => {
  test.each(PAGES)("is refused $name", async (page) => {
    await expect(answerOf(page, viewer())).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is refused both actions", async () => {
    const assign = buildArgs({
      viewer: viewer(),
      url: newAssignmentPath(),
      form: { unit: "P-A", course: "khoa-thu", dueOn: "31/12/2026", intent: "confirm" },
    });
    await expect(newAssignmentRoute.action(assign)).rejects.toMatchObject({ code: "forbidden" });
    const withdraw = buildArgs({ viewer: viewer(), url: assignmentsPath(), form: { assignment: assignmentInB } });
    await expect(assignmentsRoute.action(withdraw)).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("addresses that name nothing are not found, whatever stands in them", async () => {
  for (const code of ["KHONG-CO", "p-a", "P-A%", "\0", "'; drop table unit; --"]) {
    await expect(
      unitRoute.loader(buildArgs({ viewer: hr, url: "/hr", params: { unit: code } }) as never),
    ).rejects.toMatchObject({ code: "not-found" });
  }
  await expect(
    personRoute.loader(buildArgs({ viewer: hr, url: "/hr", params: { official: "1" } }) as never),
  ).rejects.toMatchObject({ code: "not-found" });
  await expect(
    overviewRoute.loader(buildArgs({ viewer: hr, url: overviewPath("khong-co") }) as never),
  ).rejects.toMatchObject({ code: "not-found" });
  const search = await staffRoute.loader(
    buildArgs({ viewer: hr, url: "/hr/staff?q=%00%25_&after=x&status=nonsense" }) as never,
  );
  expect(search.view.people.people).toEqual([]);
});

test("the form keeps what was typed and says what is wrong in a sentence", async () => {
  const send = (form: Record<string, string>) =>
    newAssignmentRoute.action(
      buildArgs({
        viewer: headOfA,
        url: newAssignmentPath(),
        form: { unit: "P-A-VP", course: "khoa-thu", intent: "confirm", ...form },
      }),
    );
  const past = (await send({ dueOn: "22/11/2026" })) as {
    data: { error: Record<string, string[]>; initialValue: object };
    init: { status: number };
  };
  expect(past.init.status).toBe(400);
  expect(past.data.error["dueOn"]).toEqual(["Hạn hoàn thành phải từ hôm nay (23/11/2026) trở đi."]);
  expect(past.data.initialValue).toMatchObject({ unit: "P-A-VP", dueOn: "22/11/2026" });
  const nonsense = (await send({ dueOn: "31/02/2027" })) as typeof past;
  expect(nonsense.data.error["dueOn"]![0]).toContain("ngày/tháng/năm");
  const seen = (await send({ dueOn: "2026-12-20", intent: "check" })) as unknown as { preview: { audience: object } };
  expect(seen.preview.audience).toEqual({ people: 1, completed: 0, askedBefore: 1 });
});
