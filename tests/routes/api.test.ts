import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Viewer } from "~/domain/auth/permissions";
import { OPERATIONS, openApiDocument } from "~/domain/integrations/api-document";
import { API_SCOPES, type ApiScope, RATE_LIMIT } from "~/domain/integrations/api-token";
import { insertPeriod } from "~/domain/evaluation/period-store.server";
import type { UnitNode } from "~/domain/organization/unit";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import * as certificatesRoute from "~/routes/api.v1.certificates._index";
import * as periodsRoute from "~/routes/api.v1.evaluation-periods._index";
import * as amendmentsRoute from "~/routes/api.v1.evaluation-periods.$period.amendments";
import * as evidenceRoute from "~/routes/api.v1.evaluation-periods.$period.evidence";
import * as eventsRoute from "~/routes/api.v1.events";
import * as verifyRoute from "~/routes/_public.api.v1.certificates.$serial";
import * as openApiRoute from "~/routes/_public.api.v1.openapi[.]json";
import { listApiTokens, revokeApiToken } from "~/use-cases/admin/api-tokens";
import { submitTest } from "~/use-cases/learner/submit-test";
import { askApi, type Asked, buildToken, type Loader } from "../support/api";
import { buildNovember, freeze } from "../support/periods";
import { buildLearner, buildUnit, buildViewer } from "../support/build";
import { publishSmallCourse } from "../support/course";
import { useDatabase } from "../support/database";
import { answerAll, beginTest, readAllLessons } from "../support/learner";

useDatabase();

const now = new Date("2026-11-23T03:05:00Z");
let root: UnitNode, a: UnitNode, b: UnitNode;
let admin: Viewer;
let learner: OfficialViewer;
let periodId: string;
let tokens: { all: string; a: string; b: string };

beforeAll(async () => {
  root = await buildUnit({ code: "AG" });
  a = await buildUnit({ code: "P-A", parent: root });
  b = await buildUnit({ code: "P-B", parent: root });
  admin = await buildViewer({ unit: root, roles: [{ role: "administrator", unit: root }] });
  await publishSmallCourse();
  learner = await buildLearner(a, "Nguyễn Văn An");
  await buildLearner(a, "Trần Thị Bình");
  await buildLearner(b, "Lê Văn Cường");
  await readAllLessons(learner, "khoa-thu", now);
  const attemptId = await beginTest(learner, "khoa-thu", now);
  await answerAll(learner, attemptId, true, now);
  await submitTest({ viewer: learner, officialId: learner.official.id, attemptId, form: null, now });
  periodId = (await insertPeriod(db, {
    unitId: root.id,
    kind: "year",
    title: "Năm 2026",
    fromOn: "2026-01-01",
    toOn: "2026-12-31",
    cutOffOn: "2026-11-30",
    objectUntil: "2026-11-30",
    by: { accountId: admin.accountId, name: admin.displayName },
    now,
  }))!;
  tokens = { all: await newToken("AG"), a: await newToken("P-A"), b: await newToken("P-B") };
});

const ask = (loader: Loader, path: string, asked: Partial<Asked> = {}) => askApi(loader, path, { now, ...asked });

const newToken = (unitCode: string, scopes?: ApiScope[], expiresOn?: string) =>
  buildToken({ viewer: admin, unitCode, scopes, expiresOn, now });

interface Page {
  people: { fullName: string; rows: { key: string; status: string; certificate: { serial: string } | null }[] }[];
  next: string | null;
  changesSince: string | null;
}
const askEvidence = (asked: Partial<Asked> & { query?: string }) =>
  ask(evidenceRoute.loader, `/api/v1/evaluation-periods/${periodId}/evidence${asked.query ?? ""}`, {
    params: { period: periodId },
    ...asked,
  });
const names = (body: unknown) => (body as Page).people.map(({ fullName }) => fullName);

describe("evidence", () => {
  test("of the token's unit and what is below it, in pages that follow each other", async () => {
    expect(names((await askEvidence({ token: tokens.all })).body)).toEqual([
      "Nguyễn Văn An",
      "Trần Thị Bình",
      "Lê Văn Cường",
    ]);
    expect(names((await askEvidence({ token: tokens.b })).body)).toEqual(["Lê Văn Cường"]);
    const found: string[] = [];
    let query: string | null = "?limit=1";
    while (query !== null) {
      const { body }: { body: Page } = await askEvidence({ token: tokens.all, query });
      found.push(...names(body));
      query = body.next && new URL(body.next).search;
    }
    expect(found).toEqual(["Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"]);
  });

  test("names the certificate by its address and holds no personal number and no score of the evaluation", async () => {
    const { body }: { body: Page } = await askEvidence({ token: tokens.a });
    const [row] = body.people[0]!.rows;
    expect(row).toMatchObject({ status: "completed", certificate: { serial: expect.any(String) as string } });
    expect(JSON.stringify(body)).not.toMatch(/\d{12}/);
  });

  test("is not sent again to who has it, and comes anew when something changed", async () => {
    const first = await askEvidence({ token: tokens.b });
    const etag = first.response.headers.get("etag")!;
    // Later, but with nothing new: that it was read later is no news.
    const later = new Date(now.getTime() + 60_000);
    const again = await askEvidence({ token: tokens.b, headers: { "if-none-match": `W/"x", ${etag}` }, now: later });
    expect([again.status, again.body]).toEqual([304, null]);
    expect((await askEvidence({ token: tokens.b, headers: { "if-none-match": '"x"' } })).status).toBe(200);
  });

  test("since a time holds only people of whom something has changed", async () => {
    const { body }: { body: Page } = await askEvidence({ token: tokens.all });
    expect(new Date(body.changesSince!).getTime()).toBeLessThan(now.getTime());
    const later = new Date("2026-11-24T05:00:00Z");
    const none = await askEvidence({ token: tokens.all, query: "?since=2026-11-24T04:00:00Z", now: later });
    expect(names(none.body)).toEqual([]);
    const some = await askEvidence({ token: tokens.all, query: `?since=${body.changesSince}`, now: later });
    expect(names(some.body)).toContain("Nguyễn Văn An");
  });

  test("of a period that concerns the unit not at all is not found", async () => {
    const other = { token: tokens.a, params: { period: "00000000-0000-4000-8000-000000000000" } };
    const { status, body } = await ask(evidenceRoute.loader, "/api/v1/evaluation-periods/x/evidence", other);
    expect([status, body]).toMatchObject([404, { status: 404, type: "/api/docs#not-found" }]);
  });
});

describe("certificates and events", () => {
  test("are those of the token's unit", async () => {
    const mine = await ask(certificatesRoute.loader, "/api/v1/certificates", { token: tokens.a });
    expect(mine.body).toMatchObject({ certificates: [{ officialId: learner.official.id, lastEvent: "issued" }] });
    const others = await ask(certificatesRoute.loader, "/api/v1/certificates", { token: tokens.b });
    expect(others.body).toMatchObject({ certificates: [], next: null });
  });

  test("events come in the order in which they happened, without a name, and go on from where one stopped", async () => {
    const { body } = await ask(eventsRoute.loader, "/api/v1/events", { token: tokens.a });
    const { events, next } = body as { events: { type: string }[]; next: string };
    expect(events.map(({ type }) => type)).toEqual(["completion.recorded", "certificate.issued"]);
    expect(JSON.stringify(body)).not.toContain("Nguyễn");
    const after = await ask(eventsRoute.loader, `/api/v1/events${new URL(next).search}`, { token: tokens.a });
    expect(after.body).toMatchObject({ events: [], next });
  });
});

describe("a token", () => {
  const loaders: [string, Loader][] = [
    ["periods", periodsRoute.loader],
    ["evidence", evidenceRoute.loader],
    ["amendments", amendmentsRoute.loader],
    ["certificates", certificatesRoute.loader],
    ["events", eventsRoute.loader],
  ];

  test.each(loaders)("is needed for %s, the right one, with the scope", async (_name, loader) => {
    const asked = (token?: string) => ask(loader, "/api/v1/x", { token, params: { period: periodId } });
    const none = await asked();
    expect([none.status, none.response.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect(none.response.headers.get("content-type")).toContain("application/problem+json");
    expect((await asked(tokens.all.replace(/.$/, (last) => (last === "A" ? "B" : "A")))).status).toBe(401);
    const { id } = await db.apiToken.findFirstOrThrow({ where: { unitId: b.id }, select: { id: true } });
    await db.apiToken.update({ where: { id }, data: { scopes: [] } });
    expect((await asked(tokens.b)).status).toBe(403);
    await db.apiToken.update({ where: { id }, data: { scopes: [...API_SCOPES], windowCount: 0 } });
  });

  test("holds until its day is over, or until it is revoked", async () => {
    const token = await newToken("P-A", ["evidence:read"], "2026-11-23");
    const at = (instant: string) => ask(periodsRoute.loader, "/", { token, now: new Date(instant) });
    expect((await at("2026-11-23T16:59:59Z")).status).toBe(200);
    expect((await at("2026-11-23T17:00:00Z")).status).toBe(401);
    const row = (await listApiTokens({ scope: ["AG/P-A"] })).find(({ hint }) => token.startsWith(hint));
    expect(row).toMatchObject({ lastUsedAt: new Date("2026-11-23T17:00:00Z") });
    await expect(revokeApiToken({ viewer: admin, scope: ["AG/P-B"], tokenId: row!.id, now })).rejects.toMatchObject({
      code: "not-found",
    });
    await revokeApiToken({ viewer: admin, scope: ["AG"], tokenId: row!.id, now });
    expect((await at("2026-11-23T10:00:00Z")).status).toBe(401);
  });

  test("is nowhere in the database", async () => {
    const tables = await db.$queryRaw<{ found: bigint }[]>`
      SELECT (SELECT count(*) FROM api_token t WHERE t::text LIKE ${`%${tokens.a.slice(12)}%`})
        + (SELECT count(*) FROM audit_event e WHERE e::text LIKE ${`%${tokens.a.slice(12)}%`}) AS found`;
    expect(Number(tables[0]!.found)).toBe(0);
  });

  test("that asks too often waits until the minute is over", async () => {
    const token = await newToken("P-A");
    await db.apiToken.updateMany({
      where: { hint: token.slice(0, 10) },
      data: { windowStart: now, windowCount: RATE_LIMIT - 1 },
    });
    const asked = (seconds: number) =>
      ask(periodsRoute.loader, "/", { token, now: new Date(now.getTime() + seconds * 1000) });
    const last = await asked(10);
    expect([last.status, last.response.headers.get("ratelimit-remaining")]).toEqual([200, "0"]);
    const refused = await asked(20);
    expect([refused.status, refused.response.headers.get("retry-after")]).toEqual([429, "40"]);
    expect((await asked(60)).status).toBe(200);
  });
});

describe("the OpenAPI document", () => {
  test("describes every answer as it comes", async () => {
    const document = JSON.parse(await openApiRoute.loader().text()) as {
      openapi: string;
      paths: Record<string, { get: { responses: Record<string, { content: Record<string, { schema: object }> }> } }>;
    };
    expect(document.openapi).toBe("3.1.0");
    const { serial } = await db.certificate.findFirstOrThrow();
    const answers: Record<string, unknown> = {
      "/api/v1/evaluation-periods": (await ask(periodsRoute.loader, "/", { token: tokens.all })).body,
      "/api/v1/evaluation-periods/{period}/evidence": (await askEvidence({ token: tokens.all })).body,
      "/api/v1/evaluation-periods/{period}/amendments": await amendmentsOfNovember(),
      "/api/v1/certificates": (await ask(certificatesRoute.loader, "/", { token: tokens.all })).body,
      "/api/v1/certificates/{serial}": (await ask(verifyRoute.loader, "/", { params: { serial } })).body,
      "/api/v1/events": (await ask(eventsRoute.loader, "/", { token: tokens.all })).body,
    };
    for (const { path, schema } of OPERATIONS) {
      if (!schema) continue;
      const described = document.paths[path]!.get.responses["200"]!.content["application/json"]!.schema;
      const check = z.fromJSONSchema(described as never);
      expect(check.safeParse(answers[path]).error, path).toBeUndefined();
      const strange = { ...(answers[path] as object), personalId: "079203001234" };
      expect(check.safeParse(strange).success, `${path} with a field that nobody described`).toBe(false);
    }
  });

  /** A period that was closed before the course was finished: that is an amendment to it. */
  async function amendmentsOfNovember(): Promise<unknown> {
    const period = await buildNovember({ unit: root, cutOffOn: "2026-11-22", viewer: admin });
    await freeze({ period, viewer: admin, now: new Date("2026-11-23T01:00:00Z") });
    const { body } = await ask(amendmentsRoute.loader, "/", { token: tokens.all, params: { period } });
    expect(body).toMatchObject({ amendments: [{ fullName: "Nguyễn Văn An" }] });
    return body;
  }

  test("lists each address with its problems and what it needs", () => {
    const { paths } = openApiDocument("https://x") as { paths: Record<string, { get: { security: object[] } }> };
    expect(Object.keys(paths)).toContain("/api/v1/certificates/{serial}");
    expect(paths["/api/v1/events"]!.get.security).toEqual([{ token: ["events:read"] }]);
  });

  test("a question that cannot be read is answered with what is wrong with it", async () => {
    for (const query of ["?limit=0", "?limit=501", "?since=gestern", "?since=2026-13-40T00:00:00Z"]) {
      const { status, body } = await askEvidence({ token: tokens.a, query });
      expect([status, (body as { type: string }).type], query).toEqual([400, "/api/docs#parameter"]);
    }
    expect((await askEvidence({ token: tokens.a, query: "?after=%27%20OR%201" })).status).toBe(200);
  });
});
