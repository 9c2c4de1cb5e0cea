import { SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import type { Viewer } from "~/domain/auth/permissions";
import { listWrongCounts } from "~/domain/completion/derivation-store.server";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import { countByPart } from "~/domain/enrolment/unit-counts-store.server";
import type { UnitNode } from "~/domain/organization/unit";
import { db } from "~/platform/db.server";
import { assignCourse } from "~/use-cases/hr/assign-course";
import { changePost, type PostWish } from "~/use-cases/hr/transfer-official";
import { endEmployment, type LeavingWish } from "~/use-cases/hr/end-employment";
import { undoChange, type Undone, viewUndo } from "~/use-cases/hr/undo-change";
import { buildOfficial, buildUnit, buildViewer } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { truncateAll } from "../../support/database";

export const NOW = new Date("2026-11-23T03:05:00Z");
export const TODAY = "2026-11-23";

export interface Agency {
  root: UnitNode;
  a: UnitNode;
  aOffice: UnitNode;
  b: UnitNode;
  bOffice: UnitNode;
  /** Asked of the whole of A, and of the whole of B, each its own. */
  ofA: { slug: string; courseId: string };
  ofB: { slug: string; courseId: string };
  hr: Viewer;
  hrOfA: Viewer;
}

/** Two wards, each with an office and a course of its own; somebody else works in both offices. */
export async function agency(): Promise<Agency> {
  await truncateAll();
  forgetVersions();
  const root = await buildUnit({ code: "AG" });
  const a = await buildUnit({ code: "P-A", parent: root, kind: "commune" });
  const aOffice = await buildUnit({ code: "P-A-VP", parent: a });
  const b = await buildUnit({ code: "P-B", parent: root, kind: "commune" });
  const bOffice = await buildUnit({ code: "P-B-VP", parent: b });
  for (const unit of [aOffice, bOffice]) await buildOfficial(unit, "Trần Văn Ở Lại");
  const ofA = await publishSmallCourse();
  const ofB = await publishSmallCourse({ slug: "khoa-cua-b", title: "Khóa của B" });
  const hr = await buildViewer({ unit: root, roles: [{ role: "hr", unit: root }] });
  const hrOfA = await buildViewer({ unit: a, roles: [{ role: "hr", unit: a }] });
  return { root, a, aOffice, b, bOffice, ofA, ofB, hr, hrOfA };
}

export async function assign(unit: UnitNode, course: { slug: string }, dueOn = "2026-12-15"): Promise<void> {
  const wish = { actor: SYSTEM_ACTOR, scope: ["AG"], note: null, now: NOW };
  const answer = await assignCourse({ ...wish, courseSlug: course.slug, unitCode: unit.code, dueOn });
  if (answer.kind !== "assigned") throw new Error(answer.reason);
}

type Post = Partial<PostWish["values"]> & { unit: string };

export const move = (
  viewer: Viewer,
  officialId: string,
  post: Post,
  more: Partial<Pick<PostWish, "kind" | "scope" | "now">> = {},
) =>
  changePost({
    viewer,
    officialId,
    kind: "transfer",
    scope: viewer.roles.map(({ unitPath }) => unitPath),
    values: {
      positionTitle: "Kế toán",
      staffCategory: "public_employee",
      from: "2026-11-20",
      decisionNumber: "125/QĐ-SNV",
      decidedOn: "2026-11-18",
      ...post,
    },
    now: NOW,
    ...more,
  });

export const leave = (viewer: Viewer, officialId: string, values: Partial<LeavingWish["values"]> = {}) =>
  endEmployment({
    viewer,
    officialId,
    scope: viewer.roles.map(({ unitPath }) => unitPath),
    values: {
      lastDay: "2026-11-20",
      reason: "retired",
      decisionNumber: "99/QĐ-SNV",
      decidedOn: "2026-11-02",
      ...values,
    },
    now: NOW,
  });

/** Takes back what the page shows as the latest entry. */
export async function undo(
  viewer: Viewer,
  officialId: string,
  more: { entry?: string; scope?: string[]; now?: Date } = {},
): Promise<Undone> {
  const who = { viewer, officialId, scope: viewer.roles.map(({ unitPath }) => unitPath), now: NOW, ...more };
  const { answer } = await viewUndo(who);
  const entry = more.entry ?? (answer.kind === "preview" ? answer.change.revision : "");
  return undoChange({ ...who, values: { entry, reason: "Ghi nhầm người cùng tên" } });
}

/** "people required/completed" of some units with all below them, for a course. */
export async function countsOf(units: readonly UnitNode[], course: { courseId: string }): Promise<string[]> {
  const shown: string[] = [];
  for (const unit of units) {
    const turn = { courseId: course.courseId, cycle: "2026" };
    const [row] = await countByPart({ units: [unit.path], parts: "itself", turn, today: TODAY });
    shown.push(row ? `${row.people} ${row.required}/${row.completed}` : "0 0/0");
  }
  return shown;
}

/** Units whose counts are not what counting their people gives. */
export async function wrongCounts(): Promise<unknown[]> {
  const heads = await db.$queryRaw<object[]>`
    SELECT u.code FROM unit u WHERE u.headcount <>
      (SELECT count(*) FROM official o WHERE o.unit_id = u.id AND o.left_on IS NULL)`;
  return [...(await listWrongCounts(10)), ...heads];
}

/** Everything that was recorded of somebody's learning, row by row. */
export async function recordOf(officialId: string): Promise<unknown> {
  return {
    completions: await db.completion.findMany({ where: { officialId }, orderBy: { id: "asc" } }),
    certificates: await db.certificate.findMany({ where: { officialId }, orderBy: { id: "asc" } }),
    attempts: await db.attempt.findMany({ where: { officialId }, orderBy: { id: "asc" } }),
    turns: await db.enrolment.findMany({ where: { officialId }, orderBy: { id: "asc" } }),
  };
}
