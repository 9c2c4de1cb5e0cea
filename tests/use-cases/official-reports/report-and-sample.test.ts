import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { drawOf } from "~/domain/official-reports/sample/draw.server";
import type { UnitNode } from "~/domain/organization/unit";
import { insertPeriod } from "~/domain/evaluation/period-store.server";
import type { JobOutcome } from "~/domain/jobs/job";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { files } from "~/platform/files/files.server";
import { hashOf } from "~/platform/files/folder-store.server";
import { unzip } from "~/platform/unzip.server";
import { askForSample } from "~/use-cases/hr/audit-sample";
import { closePeriod } from "~/use-cases/hr/close-period";
import { standardTemplate } from "~/domain/certificates/template";
import { saveTemplate } from "~/use-cases/hr/edit-template";
import { askForReport, viewReportChoice } from "~/use-cases/hr/official-report";
import { submitTest } from "~/use-cases/learner/submit-test";
import { runJob } from "~/use-cases/system/run-job";
import { words } from "../../unit/official-reports/sample-report";
import { buildLearner, buildUnit, buildViewer } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { useDatabase } from "../../support/database";
import { answerAll, beginTest, readAllLessons } from "../../support/learner";

useDatabase();

const now = new Date("2026-11-23T03:05:00Z");
const closedAt = new Date("2026-12-02T02:00:00Z");
let root: UnitNode, a: UnitNode;
let hr: Viewer;
let learner: OfficialViewer;
let periodId: string, openId: string;

beforeAll(async () => {
  root = await buildUnit({ code: "AG", name: "UBND tỉnh An Giang" });
  a = await buildUnit({ code: "SNV", name: "Sở Nội vụ", parent: root });
  hr = await buildViewer({ unit: root, roles: [{ role: "hr", unit: root }] });
  await publishSmallCourse();
  learner = await buildLearner(a, "Nguyễn Văn An");
  for (const name of ["Trần Thị Bình", "Lê Văn Cường", "Phạm Thị Dung"]) await buildLearner(a, name);
  await readAllLessons(learner, "khoa-thu", now);
  const attemptId = await beginTest(learner, "khoa-thu", now);
  await answerAll(learner, attemptId, true, now);
  await submitTest({ viewer: learner, officialId: learner.official.id, attemptId, form: null, now });
  [periodId, openId] = [await period("11", "30"), await period("12", "31")];
  const jobId = await closePeriod({ viewer: hr, scope: ["AG"], periodId, now: closedAt } as never);
  const closing = await db.longJob.findFirstOrThrow({ where: { kind: "evaluation.close" } });
  expect(jobId).toBeDefined();
  await runJob(closing.id);
});

async function period(month: string, last: string): Promise<string> {
  const days = { fromOn: `2026-${month}-01`, toOn: `2026-${month}-${last}`, cutOffOn: `2026-${month}-${last}` };
  const by = { accountId: hr.accountId, name: hr.displayName };
  const common = { unitId: root.id, kind: "month" as const, title: `Tháng ${month}/2026`, by, now };
  return (await insertPeriod(db, { ...common, ...days, objectUntil: days.cutOffOn }))!;
}

async function made(jobId: string) {
  await runJob(jobId);
  const job = await db.longJob.findUniqueOrThrow({ where: { id: jobId } });
  const outcome = job.outcome as unknown as JobOutcome;
  if (!outcome.file) throw new Error(JSON.stringify(outcome));
  const opened = unzip((await files().read(outcome.file.sha256))!, { entries: 1000, totalMb: 100 });
  if (!opened.ok) throw new Error(opened.fault.reason);
  const text = (name: string) => Buffer.from(opened.files.get(name)!).toString("utf8");
  return { ...outcome.file, names: [...opened.files.keys()], text };
}

async function report(id: string, now: Date, unitCode = "AG") {
  const asked = await askForReport({ viewer: hr, scope: ["AG"], periodId: id, unitCode, words, now });
  if (asked.kind !== "asked") throw new Error(asked.reason);
  return made(asked.jobId);
}

describe("the official report", { timeout: 60_000 }, () => {
  test("proposes the signer whom the certificates of the unit name, and nothing while nobody has entered one", async () => {
    const proposed = async () => (await viewReportChoice({ periodId, scope: ["AG"] })).proposed;
    expect(await proposed()).toEqual({ place: "", symbol: "", signerTitle: "", signerName: "" });
    const content = standardTemplate({
      issuerCode: "SNV",
      issuerName: "Sở Nội vụ",
      issuerParentName: "Ủy ban nhân dân tỉnh An Giang",
      place: "An Giang",
      signerTitle: "Giám đốc",
      signerName: "Trần Văn Bình",
      legalBasis: null,
    });
    await saveTemplate({ viewer: hr, scope: ["AG"], code: "~own", basedOn: 0, content, now });
    expect(await proposed()).toEqual({
      place: "An Giang",
      symbol: "SNV",
      signerTitle: "Giám đốc",
      signerName: "Trần Văn Bình",
    });
  });

  test("of a closed period is the same file each time, whatever has happened since", async () => {
    const first = await report(periodId, new Date("2026-12-03T00:00:00Z"));
    expect(first.names).toEqual(["bao-cao.docx", "bao-cao.pdf", "phu-luc.xlsx"]);
    await db.official.update({ where: { id: learner.official.id }, data: { fullName: "Nguyễn Văn Đổi Tên" } });
    const again = await report(periodId, new Date("2027-03-04T00:00:00Z"));
    expect(again.sha256).toBe(first.sha256);
    await db.official.update({ where: { id: learner.official.id }, data: { fullName: "Nguyễn Văn An" } });
  });

  test("of an open period is a draft", async () => {
    expect((await report(openId, new Date("2026-12-03T00:00:00Z"))).name).toContain("du-thao");
  });

  test("is made of nothing outside the scope, and its making is on record", async () => {
    const asked = { viewer: hr, periodId, words, now: closedAt };
    expect(await askForReport({ ...asked, scope: ["AG/SNV"], unitCode: "AG" })).toMatchObject({ kind: "refused" });
    await expect(askForReport({ ...asked, scope: ["XX"], unitCode: "AG" })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await db.auditEvent.count({ where: { action: "report.made", subjectId: periodId } })).toBeGreaterThan(0);
  });
});

describe("the audit sample", { timeout: 60_000 }, () => {
  const draw = async (seed: string, size = 2) => {
    const asked = { viewer: hr, scope: ["AG"], periodId, unitCode: "AG", size, seed, reason: "Kiểm tra định kỳ" };
    const answer = await askForSample({ ...asked, now: closedAt });
    if (answer.kind !== "asked") throw new Error(answer.reason);
    return made(answer.jobId);
  };
  const people = (pack: { text: (name: string) => string }) =>
    (JSON.parse(pack.text("mau.json")) as { officials: { id: string; folder: string }[] }).officials;

  test("draws the same people with the same seed and figures, and anybody can do it again from what it says", async () => {
    const [first, again, other] = [await draw("hat-giong-1"), await draw("hat-giong-1"), await draw("hat-giong-2", 4)];
    expect(people(again).map(({ id }) => id)).toEqual(people(first).map(({ id }) => id));
    const all = people(other).map(({ id }) => id);
    expect(all).toHaveLength(4);
    expect(drawOf({ officialIds: all, seed: "hat-giong-1", size: 2 })).toEqual(people(first).map(({ id }) => id));
  });

  test("has the whole chain of each person, to be read and to be processed, and no personal number", async () => {
    const pack = await draw("hat-giong-3", 4);
    expect(pack.names).toContain("index.html");
    expect(pack.names).toContain("ban-so-lieu.json");
    const folder = people(pack).find(({ id }) => id === learner.official.id)!.folder;
    const chain = JSON.parse(pack.text(`${folder}/ho-so.json`)) as Record<string, unknown[]>;
    expect(chain).toMatchObject({
      attempts: [{ passed: true, answers: expect.any(Array) as unknown[] }],
      completions: [{ revision: 0 }],
      certificates: [{ events: [{ kind: "issued" }] }],
    });
    const actions = (chain["audit"] as { action: string }[]).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(["completion.recorded", "certificate.issued"]));
    const html = pack.text(`${folder}/ho-so.html`);
    expect(html).toContain("Nguyễn Văn An");
    expect(html).not.toContain("<script");
    expect(JSON.stringify(chain)).not.toMatch(/personal_?id/i);
  });

  test("names the document that the store has lost, and is drawn without it", async () => {
    const { id, number, serial } = await db.certificate.findFirstOrThrow({
      where: { officialId: learner.official.id },
    });
    const sha256 = hashOf(new TextEncoder().encode("%PDF đã mất"));
    const document = {
      kind: "issued",
      sha256,
      size: 12,
      templateVersion: 1,
      madeAt: now,
      madeByName: "Hệ thống",
    } as const;
    await db.certificateDocument.create({ data: { certificateId: id, ...document } });
    const pack = await draw("hat-giong-5", 4);
    const { folder } = people(pack).find((one) => one.id === learner.official.id)!;
    expect(JSON.parse(pack.text("mau.json"))).toMatchObject({
      missingFiles: [{ folder, number, serial, sha256, why: "lost" }],
    });
    for (const words of ["Tệp giấy chứng nhận bị thiếu", serial, sha256, "cơ quan đã cấp"])
      expect(pack.text("index.html")).toContain(words);
  });

  test("leaves a trace with each person whom it drew", async () => {
    await draw("hat-giong-4", 4);
    const told = await db.auditEvent.findMany({
      where: { action: "sample.drawn", subjectType: "official", subjectId: learner.official.id },
    });
    expect(told.at(-1)!.after).toMatchObject({ seed: "hat-giong-4", reason: "Kiểm tra định kỳ" });
    expect(told.at(-1)!.actorName).toBe(hr.displayName);
  });
});

test("a fair draw takes everybody about equally often", () => {
  const officialIds = Array.from({ length: 20 }, (_, index) => `id-${index}`);
  const times = new Map<string, number>();
  for (let seed = 0; seed < 2000; seed++)
    for (const id of drawOf({ officialIds, seed: `s${seed}`, size: 5 })) times.set(id, (times.get(id) ?? 0) + 1);
  for (const id of officialIds) expect(Math.abs((times.get(id) ?? 0) - 500)).toBeLessThan(100);
});
