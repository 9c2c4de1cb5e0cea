import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { Viewer } from "~/domain/auth/permissions";
import type { apiAmendments } from "~/domain/integrations/api-amendments";
import type { UnitNode } from "~/domain/organization/unit";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { loader } from "~/routes/api.v1.evaluation-periods.$period.amendments";
import { listAmendments } from "~/use-cases/hr/list-amendments";
import { submitTest } from "~/use-cases/learner/submit-test";
import { type Asked, askApi, buildToken } from "../support/api";
import { buildLearner, buildUnit, buildViewer } from "../support/build";
import { publishSmallCourse } from "../support/course";
import { useDatabase } from "../support/database";
import { answerAll, beginTest, readAllLessons } from "../support/learner";
import { buildNovember, freeze } from "../support/periods";

useDatabase();

const FROZEN_AT = new Date("2026-11-23T01:00:00Z");
const now = new Date("2026-11-23T03:05:00Z");
let a: UnitNode, b: UnitNode, root: UnitNode;
let admin: Viewer;
let an: OfficialViewer, binh: OfficialViewer, cuong: OfficialViewer;
let period: string;
let tokens: { all: string; a: string; b: string };

beforeAll(async () => {
  root = await buildUnit({ code: "AG" });
  a = await buildUnit({ code: "P-A", parent: root });
  b = await buildUnit({ code: "P-B", parent: root });
  admin = await buildViewer({ unit: root, roles: [{ role: "administrator", unit: root }] });
  await publishSmallCourse();
  an = await buildLearner(a, "Nguyễn Văn An");
  binh = await buildLearner(a, "Trần Thị Bình");
  cuong = await buildLearner(b, "Lê Văn Cường");
  await buildLearner(b, "Phạm Thị Không Đổi");
  const learnt = [an, binh, cuong];
  // The figures are taken on the evening of the 22nd; all three finish the morning after, of their own accord.
  for (const learner of learnt) await readAllLessons(learner, "khoa-thu", new Date("2026-11-22T03:00:00Z"));
  period = await buildNovember({ unit: root, cutOffOn: "2026-11-22", viewer: admin });
  await freeze({ period, viewer: admin, now: FROZEN_AT });
  for (const learner of learnt) await finish(learner);
  const by = { viewer: admin, now };
  tokens = {
    all: await buildToken({ ...by, unitCode: "AG" }),
    a: await buildToken({ ...by, unitCode: "P-A" }),
    b: await buildToken({ ...by, unitCode: "P-B" }),
  };
});

async function finish(learner: OfficialViewer): Promise<void> {
  const attemptId = await beginTest(learner, "khoa-thu", now);
  await answerAll(learner, attemptId, true, now);
  await submitTest({ viewer: learner, officialId: learner.official.id, attemptId, form: null, now });
}

type Answer = z.output<typeof apiAmendments>;

async function ask(token: string, { query = "", ...asked }: Partial<Asked> & { query?: string } = {}) {
  const params = { period, ...asked.params };
  const path = `/api/v1/evaluation-periods/${params["period"]}/amendments${query}`;
  const { status, response, body } = await askApi(loader, path, { token, now, ...asked, params });
  return { status, response, body: body as Answer };
}

const names = ({ amendments }: Answer) => [...new Set(amendments.map(({ fullName }) => fullName))].sort();

describe("The amendments to a closed period", () => {
  test("say person by person what differs, since when and why, as the page of HR says it", async () => {
    const { body } = await ask(tokens.all);
    const page = await listAmendments({ periodId: period, scope: ["AG"], after: null, now });
    expect(body.period).toMatchObject({ id: period, state: "closed" });
    expect(body.snapshot).toEqual({ id: page.snapshot.id, root: page.snapshot.root });
    expect(
      body.amendments.map(({ unit, key: rowKey, ...rest }) => {
        return { ...rest, rowKey, unitCode: unit.code, unitName: unit.name };
      }),
    ).toEqual(page.amendments);
    const mine = body.amendments.find(({ officialId }) => officialId === an.official.id)!;
    expect(mine).toMatchObject({
      fullName: "Nguyễn Văn An",
      staffNumber: expect.stringMatching(/^CB\d+$/) as string,
      unit: { code: "P-A", name: "Đơn vị P-A" },
      courseTitle: "Khóa thử",
      cycle: "2026",
      kind: "added",
      cause: "completed-later",
      at: now.toISOString(),
    });
    expect(mine.changes).toContainEqual({ field: "status", before: null, after: "completed" });
    expect(mine.changes).toContainEqual({ field: "completedOn", before: null, after: "2026-11-23" });
  });

  test("are those of the token's unit and what is below it, and no other's", async () => {
    expect(names((await ask(tokens.all)).body)).toEqual(["Lê Văn Cường", "Nguyễn Văn An", "Trần Thị Bình"]);
    expect(names((await ask(tokens.a)).body)).toEqual(["Nguyễn Văn An", "Trần Thị Bình"]);
    expect(names((await ask(tokens.b)).body)).toEqual(["Lê Văn Cường"]);
  });

  test("come in pages that follow each other to the end, each person once", async () => {
    const found: string[] = [];
    let pages = 0;
    for (let query: string | null = "?limit=1"; query !== null; pages++) {
      const { body } = await ask(tokens.all, { query });
      found.push(...names(body));
      query = body.next && new URL(body.next).search;
    }
    expect([pages, found]).toEqual([3, ["Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"]]);
    const lost = await ask(tokens.all, { query: "?limit=501" });
    expect([lost.status, lost.body]).toMatchObject([400, { type: "/api/docs#parameter" }]);
  });

  test("are not sent again to who has them, and come anew when something changed", async () => {
    const headers = { "if-none-match": (await ask(tokens.b)).response.headers.get("etag")! };
    const later = new Date(now.getTime() + 60_000);
    expect((await ask(tokens.b, { headers, now: later })).status).toBe(304);
    await db.official.update({ where: { id: cuong.official.id }, data: { fullName: "Lê Văn Cương" } });
    const anew = await ask(tokens.b, { headers, now: later });
    expect([anew.status, names(anew.body)]).toEqual([200, ["Lê Văn Cương"]]);
    expect(anew.body.amendments[0]).toMatchObject({
      key: null,
      courseTitle: null,
      cause: "staff-list",
      changes: [{ field: "fullName", before: "Lê Văn Cường", after: "Lê Văn Cương" }],
    });
    await db.official.update({ where: { id: cuong.official.id }, data: { fullName: "Lê Văn Cường" } });
    expect((await ask(tokens.b, { headers, now: later })).status).toBe(304);
  });

  test("are on record as seen: people find the program that had them, once a reading", async () => {
    await db.recordAccess.deleteMany();
    const { body } = await ask(tokens.a, { query: "?limit=1" });
    await ask(tokens.a, { query: new URL(body.next!).search });
    expect(await db.recordAccess.findMany()).toMatchObject([
      { actorName: "Phần mềm P-A", how: "evidence-api", unitPath: "AG/P-A", rows: 1 },
    ]);
  });

  test("of an open period are an empty list in the same form, and nobody's record is noted as seen", async () => {
    await db.recordAccess.deleteMany();
    const open = await buildNovember({ unit: a, cutOffOn: "2026-11-30", viewer: admin });
    const { status, body } = await ask(tokens.a, { params: { period: open } });
    expect([status, body]).toMatchObject([
      200,
      { period: { id: open, state: "open" }, snapshot: null, amendments: [], next: null },
    ]);
    expect(await db.recordAccess.count()).toBe(0);
    // It is of the one unit: the program of another one does not learn that there is such a period.
    const strange = await ask(tokens.b, { params: { period: open } });
    expect([strange.status, strange.body]).toMatchObject([404, { type: "/api/docs#not-found" }]);
    const { links } = body.period;
    expect(new URL(links.amendments).pathname).toBe(`/api/v1/evaluation-periods/${open}/amendments`);
  });
});
