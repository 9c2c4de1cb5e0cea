import { writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import * as renderer from "~/domain/certificates/pdf/certificate-pdf.server";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import { personalIdColumns } from "~/domain/organization/official-store.server";
import { OWN_DATA_PART_NAMES, OWN_DATA_PARTS } from "~/domain/privacy/own-data/parts";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { DamagedFile } from "~/platform/files/file-store";
import { files } from "~/platform/files/files.server";
import { hashOf } from "~/platform/files/folder-store.server";
import { unzip } from "~/platform/unzip.server";
import { askForCorrection } from "~/use-cases/account/my-correction-requests";
import { viewMyJob } from "~/use-cases/account/my-jobs";
import { requestOwnData } from "~/use-cases/account/request-own-data";
import { submitTest } from "~/use-cases/learner/submit-test";
import { runJob } from "~/use-cases/system/run-job";
import { buildLearner, buildUnit, buildViewer } from "../../support/build";
import { publishSmallCourse } from "../../support/course";
import { useDatabase } from "../../support/database";
import { answerAll, beginTest, readAllLessons } from "../../support/learner";

useDatabase();

const now = new Date("2026-11-23T03:05:00Z");
const OWN_ID = "079203001234";
const OTHER_NAME = "Lâm Quỳnh Người Khác";
const OFFICER_NAME = "Võ Hữu Cán Bộ";
const SESSION_HASH = "bi-mat-cua-phien-dang-nhap";

interface Part {
  title: string;
  columns: Record<string, string>;
  rows: Record<string, unknown>[];
}

let entries: Map<string, Uint8Array>;
let parts: Record<string, Part>;
let json: string, page: string;
let passwordHash: string;
let me: OfficialViewer, other: OfficialViewer, failing: OfficialViewer;
let serial: string;

beforeAll(async () => {
  forgetVersions();
  const root = await buildUnit({ code: "AG" });
  const unit = await buildUnit({ code: "P-A", parent: root });
  const { slug } = await publishSmallCourse();
  me = await buildLearner(unit, "Đặng Thị Chính Chủ");
  other = await buildLearner(unit, OTHER_NAME);
  failing = await buildLearner(unit, "Trần Còn Làm Lại");
  const officer = await buildViewer({ unit: root, roles: [{ role: "hr", unit: root }] });
  await db.account.update({ where: { id: officer.accountId }, data: { displayName: OFFICER_NAME } });
  passwordHash = "ban-bam-cua-mat-khau";
  const { sealed, hash, last } = personalIdColumns(OWN_ID);
  await db.account.update({ where: { id: me.accountId }, data: { passwordHash } });
  await db.official.update({
    where: { id: me.official.id },
    data: { personalIdSealed: sealed, personalIdHash: hash, personalIdLast: last },
  });
  await db.session.create({
    data: {
      idHash: SESSION_HASH,
      accountId: me.accountId,
      expiresAt: new Date("2027-01-01"),
      ip: "10.0.0.7",
      userAgent: "x",
    },
  });
  for (const viewer of [me, other]) {
    await readAllLessons(viewer, slug, now);
    const attempt = await beginTest(viewer, slug, now);
    await answerAll(viewer, attempt, true, now);
    await submitTest({ viewer, officialId: viewer.official.id, attemptId: attempt, form: null, now });
  }
  const certificate = await db.certificate.findFirstOrThrow({ where: { officialId: me.official.id } });
  serial = certificate.serial;
  await db.certificateDocument.create({
    data: {
      certificateId: certificate.id,
      kind: "issued",
      sha256: await files().put(new TextEncoder().encode("%PDF của tôi")),
      size: 12,
      templateVersion: 1,
      madeAt: now,
      madeByName: "Hệ thống",
    },
  });
  await askForCorrection({ viewer: me, values: { subject: "name", text: "Sai dấu" }, now });
  await askForCorrection({ viewer: other, values: { subject: "name", text: "Việc của người khác" }, now });
  const event = { at: now, actorName: OFFICER_NAME, actorId: officer.accountId, ip: "10.9.9.9" };
  await db.auditEvent.createMany({
    data: [
      { ...event, action: "official.created", subjectType: "official", subjectId: me.official.id, subjectLabel: "tôi" },
      // What I did to somebody else: that I did it is mine, what it says of them is not.
      {
        at: now,
        actorName: "tôi",
        actorId: me.accountId,
        action: "official.created",
        subjectType: "official",
        subjectId: other.official.id,
        subjectLabel: OTHER_NAME,
        after: { fullName: OTHER_NAME },
      },
    ],
  });
  await readAllLessons(failing, slug, now);
  const attempt = await beginTest(failing, slug, now);
  await answerAll(failing, attempt, false, now);
  await submitTest({ viewer: failing, officialId: failing.official.id, attemptId: attempt, form: null, now });
  entries = await fileOf(me);
  page = new TextDecoder().decode(entries.get("index.html"));
  json = new TextDecoder().decode(entries.get("data.json"));
  parts = (JSON.parse(json) as { parts: Record<string, Part> }).parts;
}, 60_000);

/** Asks for the file and has it made. */
async function fileOf(viewer: OfficialViewer): Promise<Map<string, Uint8Array>> {
  const id = await requestOwnData({ viewer, now });
  await runJob(id);
  const { outcome, state } = await viewMyJob({ viewer, id });
  expect(state).toBe("done");
  const opened = unzip((await files().read(outcome!.file!.sha256))!, { entries: 100, totalMb: 50 });
  if (!opened.ok) throw new Error(opened.fault.reason);
  return opened.files;
}

const everything = () => [json, page].join("\n");

describe("one's own data as a file", () => {
  test("hold every part, each field with the word for it", () => {
    expect(Object.keys(parts)).toEqual(OWN_DATA_PART_NAMES);
    for (const name of OWN_DATA_PART_NAMES) {
      const known = Object.keys(OWN_DATA_PARTS[name].columns);
      for (const row of parts[name]!.rows) expect(known, name).toEqual(expect.arrayContaining(Object.keys(row)));
    }
  });

  test("hold what was learnt, answered, completed, issued and asked for", () => {
    const counts = Object.fromEntries(OWN_DATA_PART_NAMES.map((name) => [name, parts[name]!.rows.length]));
    expect(counts).toMatchObject({
      person: 1,
      employments: 1,
      account: 1,
      enrolments: 1,
      lessons: 2,
      attempts: 1,
      completions: 1,
    });
    expect(counts).toMatchObject({ certificates: 1, certificateEvents: 1, requests: 1, sessions: 1, jobs: 1 });
    expect(counts["answers"]).toBeGreaterThan(0);
    expect(counts["reviews"]).toBe(counts["answers"]);
    expect(parts["certificates"]!.rows[0]!["serial"]).toBe(serial);
    const pdf = [...entries.keys()].find((name) => name.endsWith(".pdf"))!;
    expect(pdf).toMatch(/^giay-chung-nhan\/[^/]+\.pdf$/);
    expect(new TextDecoder().decode(entries.get(pdf))).toBe("%PDF của tôi");
  });

  test("hold no secret: no password, no session, no personal ID", async () => {
    const { personalIdHash } = await db.official.findUniqueOrThrow({ where: { id: me.official.id } });
    for (const secret of [passwordHash, SESSION_HASH, OWN_ID, personalIdHash!])
      expect(everything()).not.toContain(secret);
    expect(everything()).not.toMatch(/password_?hash|id_?hash|personal_?id_?(sealed|hash)/i);
    expect(parts["person"]!.rows[0]!["personalId"]).toBe("xxx xxx xxx 234");
  });

  test("hold nothing of anybody else", async () => {
    for (const foreign of [OTHER_NAME, OFFICER_NAME, other.identifier, "10.9.9.9", "Việc của người khác"])
      expect(everything()).not.toContain(foreign);
    const { serial: theirs } = await db.certificate.findFirstOrThrow({ where: { officialId: other.official.id } });
    expect(everything()).not.toContain(theirs);
    const done = parts["audit"]!.rows.filter(({ action }) => action === "official.created");
    expect(done.map(({ by, subject }) => [by, subject])).toEqual(
      expect.arrayContaining([
        ["officer", "tôi"],
        ["self", null],
      ]),
    );
  });

  test("tell no right answer while the test can still be attempted", async () => {
    const text = new TextDecoder().decode((await fileOf(failing)).get("data.json"));
    const { reviews } = (JSON.parse(text) as { parts: Record<string, Part> }).parts;
    expect(reviews!.rows.length).toBeGreaterThan(0);
    for (const { answer, explanation, points } of reviews!.rows) {
      expect(shownRight(answer)).toEqual([]);
      expect([explanation, points]).toEqual([null, null]);
    }
  });

  test("the page needs neither a script nor a network, and what somebody typed is text in it", () => {
    expect(page).not.toMatch(/<script|<link|src=|(href|url)[=(]["']?(https?:|\/)/i);
    expect(page).toContain("default-src 'none'");
    expect(page).toContain("Ai đã xem hồ sơ");
  });

  test("say which file of a certificate is no longer kept, and whom to ask for it", async () => {
    expect(parts["missingFiles"]!.rows).toEqual([]);
    expect(page).not.toContain("Tệp này không đầy đủ");
    const { id, number, facts } = await db.certificate.findFirstOrThrow({ where: { officialId: me.official.id } });
    const altered = await files().put(new TextEncoder().encode("%PDF đã đổi"));
    await writeFile(path.join(env().dataDir, "files", altered.slice(0, 2), altered.slice(2, 4), altered), "khác");
    for (const [index, sha256] of [hashOf(new TextEncoder().encode("%PDF đã mất")), altered].entries())
      await db.certificateDocument.create({
        data: {
          certificateId: id,
          kind: "signedUpload",
          sha256,
          size: 12,
          templateVersion: 1,
          madeAt: new Date(now.getTime() + 1000 * index),
          madeByName: "Cán bộ",
        },
      });
    const jobId = await requestOwnData({ viewer: me, now });
    await runJob(jobId);
    const { outcome } = await viewMyJob({ viewer: me, id: jobId });
    expect(outcome!.counts).toMatchObject({ missingFiles: 2 });
    const opened = unzip((await files().read(outcome!.file!.sha256))!, { entries: 100, totalMb: 50 });
    if (!opened.ok) throw new Error(opened.fault.reason);
    // What is still there is in it.
    const pdfs = [...opened.files.keys()].filter((name) => name.endsWith(".pdf"));
    expect(pdfs).toHaveLength(1);
    const read = (name: string) => new TextDecoder().decode(opened.files.get(name));
    const { missingFiles } = (JSON.parse(read("data.json")) as { parts: Record<string, Part> }).parts;
    const common = { number, serial, issuer: (facts as { issuerName: string }).issuerName };
    const name = (ending: string) => `${pdfs[0]!.slice(0, -".pdf".length)}-ban-ky-so${ending}.pdf`;
    expect(missingFiles!.rows).toEqual([
      { ...common, file: name(""), why: "file-lost" },
      { ...common, file: name("-2"), why: "file-damaged" },
    ]);
    const html = read("index.html");
    for (const words of ["Tệp này không đầy đủ", "cơ quan đã cấp", "không còn trong kho lưu trữ", "đã hỏng", serial])
      expect(html).toContain(words);
  });

  test("hold a certificate whose document nobody had made yet, and say so when it cannot be made", async () => {
    const mine = { officialId: other.official.id };
    const opened = async () => {
      const jobId = await requestOwnData({ viewer: other, now });
      await runJob(jobId);
      const { outcome } = await viewMyJob({ viewer: other, id: jobId });
      const read = unzip((await files().read(outcome!.file!.sha256))!, { entries: 100, totalMb: 50 });
      if (!read.ok) throw new Error(read.fault.reason);
      return read.files;
    };
    const lost = vi.spyOn(renderer, "renderCertificatePdf").mockRejectedValue(new DamagedFile("0".repeat(64)));
    const without = await opened();
    expect([...without.keys()].filter((name) => name.endsWith(".pdf"))).toEqual([]);
    const { missingFiles } = (
      JSON.parse(new TextDecoder().decode(without.get("data.json"))) as { parts: Record<string, Part> }
    ).parts;
    expect(missingFiles!.rows).toMatchObject([{ file: null, why: "file-not-made" }]);
    lost.mockRestore();
    expect(await db.certificateDocument.count({ where: { certificate: mine } })).toBe(0);
    expect([...(await opened()).keys()].filter((name) => name.endsWith(".pdf"))).toHaveLength(1);
  });

  test("somebody else's file is not found", async () => {
    const { id } = await db.longJob.findFirstOrThrow({ where: { requestedBy: me.accountId } });
    await expect(viewMyJob({ viewer: other, id })).rejects.toMatchObject({ code: "not-found" });
  });
});

/** Whatever the kind of question: what was not chosen and is marked as right, and a right one beside what was given. */
function shownRight(part: unknown): unknown[] {
  if (part === null || typeof part !== "object") return [];
  const { chosen, position, correct, right = null } = part as Record<string, unknown>;
  const told = (chosen === false && correct === true) || (right !== null && right !== chosen && right !== position);
  return [...(told ? [part] : []), ...Object.values(part).flatMap(shownRight)];
}
