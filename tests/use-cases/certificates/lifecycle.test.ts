import { createHash, randomBytes, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { composeFacts, type CertificateFacts } from "~/domain/certificates/facts";
import { issueCertificate, takeLocks, turnLock } from "~/domain/certificates/issue-store.server";
import * as renderer from "~/domain/certificates/pdf/certificate-pdf.server";
import { isGapless } from "~/domain/certificates/register";
import { standardTemplate, type TemplateContent } from "~/domain/certificates/template";
import { publicCertificate, publicView, PUBLIC_CERTIFICATE_EXAMPLE } from "~/domain/certificates/public-view";
import { latestTemplate } from "~/domain/certificates/template-store.server";
import { days } from "~/domain/time";
import { db, inTransaction } from "~/platform/db.server";
import { files } from "~/platform/files/files.server";
import { unzip } from "~/platform/unzip.server";
import { changeCertificate, type CertificateWish } from "~/use-cases/hr/change-certificate";
import { saveTemplate } from "~/use-cases/hr/edit-template";
import { planBulk, startBulk } from "~/use-cases/hr/plan-certificates";
import { downloadIssuedCertificate, viewIssuedCertificate } from "~/use-cases/hr/view-issued-certificate";
import { printRegister, viewRegister } from "~/use-cases/hr/view-register";
import { voidNumber } from "~/use-cases/hr/void-number";
import { downloadCertificate } from "~/use-cases/learner/download-certificate";
import { viewCertificate } from "~/use-cases/learner/view-certificate";
import { verifyCertificate } from "~/use-cases/public/verify-certificate";
import { deleteUnnamedFiles } from "~/use-cases/system/delete-unnamed-files";
import { makeDocuments } from "~/use-cases/system/make-documents";
import { runJob } from "~/use-cases/system/run-job";
import { tellNothing, truncateAll, useDatabase } from "../../support/database";
import { readPdfParagraphs } from "../../support/pdf-text";
import { sampleFacts } from "../../unit/certificates/sample-facts";
import { staffWithCompletions } from "./staff-with-completions";

useDatabase();

const ISSUED = new Date("2026-11-23T05:00:00Z");
const now = new Date("2026-11-26T05:00:00Z");
const scope = ["AG"];
const own: TemplateContent = standardTemplate({
  issuerCode: "SNV",
  issuerName: "Sở Nội vụ",
  issuerParentName: "Ủy ban nhân dân tỉnh An Giang",
  place: "An Giang",
  signerTitle: "Giám đốc",
  signerName: "Trần Văn Bình",
  legalBasis: null,
});
let owners: Viewer[];
let hr: Viewer;
let serials: string[];

beforeEach(async () => {
  await truncateAll();
  const { viewers, completions } = await staffWithCompletions(3);
  owners = viewers;
  const root = await db.unit.findUniqueOrThrow({ where: { code: "AG" } });
  hr = {
    ...viewers[0]!,
    displayName: "Cán bộ Nhân sự",
    roles: [{ role: "hr", unitId: root.id, unitPath: "AG", unitName: "AG" }],
  };
  await saveTemplate({ viewer: hr, scope, code: "~own", basedOn: 0, content: own, now: ISSUED });
  serials = [];
  for (const completion of completions) {
    const issued = await inTransaction(async (tx) => {
      await takeLocks(tx, [turnLock(completion)]);
      return issueCertificate(tx, {
        completion,
        issuerCode: "SNV",
        now: ISSUED,
        randomBytes,
        randomId: randomUUID,
        tell: tellNothing,
        compose: (entry): CertificateFacts => ({ ...sampleFacts, ...entry, issuedOn: "2026-11-23" }),
      });
    });
    serials.push(issued!.serial);
  }
});

const why = { reasonClass: "name-corrected", reason: "Đơn đề nghị ngày 25/11/2026" } as const;
const change = (serial: string, wish: CertificateWish, at = now) =>
  changeCertificate({ viewer: hr, scope, serial, wish, why, now: at });
const correction = { fullName: "Nguyễn Thị Tên Đúng", positionTitle: "Chuyên viên", unitName: "Sở Nội vụ" };

describe("what happens to a certificate", () => {
  test("reissued with the right name: a new number, the old one says which, and only the new one is downloaded", async () => {
    const old = serials[0]!;
    const made = await change(old, { action: "reissue", correction });
    expect(made).toMatchObject({ kind: "done", number: "0004/GCN-SNV" });
    if (made.kind !== "done") return;
    expect(await verifyCertificate({ typed: old, now })).toMatchObject({
      kind: "replaced",
      since: now,
      reasonClass: "name-corrected",
      replacedByNumber: "0004/GCN-SNV",
      facts: { fullName: sampleFacts.fullName },
    });
    expect(await verifyCertificate({ typed: made.serial, now })).toMatchObject({
      kind: "valid",
      facts: { fullName: "Nguyễn Thị Tên Đúng", courseName: sampleFacts.courseName, result: sampleFacts.result },
    });
    const viewer = owners[0]!;
    expect(await downloadCertificate({ viewer, serial: old, now })).toMatchObject({
      kind: "refused",
      reason: "reissued",
    });
    expect(await downloadCertificate({ viewer, serial: made.serial, now })).toMatchObject({ kind: "file" });
    const seen = await viewCertificate({ viewer, serial: old, now });
    expect(seen.succession.replacedBy).toEqual({ serial: made.serial, number: "0004/GCN-SNV" });
    expect(seen.history.at(-1)).toMatchObject({ kind: "reissued", ...why, by: "Cán bộ Nhân sự" });
    // Settled: nothing more is done to the old one, and the turn has one in force.
    expect(await change(old, { action: "revoke" })).toEqual({ kind: "refused", reason: "not-in-force" });
    expect(await change(old, { action: "reissue", correction })).toEqual({ kind: "refused", reason: "not-in-force" });
    expect(await db.certificateTurn.count()).toBe(3);
  });

  test("five officers reissue the same one at the same moment: one does, and the book has no gap", async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => change(serials[0]!, { action: "reissue", correction })),
    );
    expect(answers.filter(({ kind }) => kind === "done")).toHaveLength(1);
    const { check } = await viewRegister({ scope, book: null, text: "", after: null, now });
    expect(check).toMatchObject({ lastNumber: 4, certificates: 4, reissued: 1 });
    expect(isGapless(check!)).toBe(true);
  });

  test("revoked: the number stays in the book with the reason, also printed; the public learns the kind of reason alone", async () => {
    await changeCertificate({
      viewer: hr,
      scope,
      serial: serials[1]!,
      wish: { action: "revoke" },
      why: { reasonClass: "issued-in-error", reason: "Công văn 12/SNV" },
      now,
    });
    const found = await verifyCertificate({ typed: serials[1]!, now });
    expect(found).toMatchObject({ kind: "revoked", reasonClass: "issued-in-error" });
    expect(JSON.stringify(found)).not.toContain("Công văn 12");
    const { entries } = await printRegister({ scope, book: "SNV~2026", from: null, upTo: null, now });
    expect(entries.map(({ number }) => number)).toEqual(["0001/GCN-SNV", "0002/GCN-SNV", "0003/GCN-SNV"]);
    expect(entries[1]!.certificate).toMatchObject({ status: "revoked", reason: "Công văn 12/SNV" });
    expect(await change(serials[1]!, { action: "revoke" })).toEqual({ kind: "refused", reason: "already-revoked" });
    expect(await db.auditEvent.count({ where: { action: "certificate.revoked" } })).toBe(1);
    // Issued in error by mistake: the person gets another one, and this one stays withdrawn.
    expect(await change(serials[1]!, { action: "reissue", correction })).toMatchObject({ kind: "done" });
    expect(await verifyCertificate({ typed: serials[1]!, now })).toMatchObject({ kind: "revoked" });
  });

  test("its validity ends at the end of a day that is set, never in the past and never later than set; a reissue keeps it", async () => {
    expect(await change(serials[2]!, { action: "expire", lastDay: "2026-11-25" })).toEqual({
      kind: "refused",
      reason: "day-over",
    });
    expect(await change(serials[2]!, { action: "expire", lastDay: "2026-11-27" })).toMatchObject({ kind: "done" });
    expect(await change(serials[2]!, { action: "expire", lastDay: "2026-12-31" })).toEqual({
      kind: "refused",
      reason: "already-expired",
    });
    const made = await change(serials[2]!, { action: "reissue", correction });
    if (made.kind !== "done") throw new Error(made.reason);
    const at = (iso: string) => verifyCertificate({ typed: made.serial, now: new Date(iso) });
    expect(await at("2026-11-27T16:59:59Z")).toMatchObject({ kind: "valid" });
    expect(await at("2026-11-27T17:00:00Z")).toMatchObject({ kind: "expired" });
  });

  test("outside the scope there is none", async () => {
    const asked = { scope: ["AG/SYT"], serial: serials[0]!, now };
    await expect(viewIssuedCertificate({ ...asked, viewer: hr })).rejects.toMatchObject({ code: "not-found" });
    await expect(downloadIssuedCertificate(asked)).rejects.toMatchObject({ code: "not-found" });
    await expect(changeCertificate({ ...asked, viewer: hr, wish: { action: "revoke" }, why })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

test("a number without a certificate is found, and becomes void with its reason; one that has a certificate never does", async () => {
  await db.certificateRegister.updateMany({ data: { lastNumber: 4 } });
  const look = () => viewRegister({ scope, book: null, text: "", after: null, now });
  expect((await look()).check).toMatchObject({ missing: [4], missingCount: 1 });
  const book = { issuerCode: "SNV", year: 2026 };
  const note = (registerNumber: number) =>
    voidNumber({ viewer: hr, scope, book, registerNumber, reason: "Mất dữ liệu ngày 24/11", now });
  expect(await note(2)).toEqual({ kind: "refused", reason: "not-missing" });
  expect(await note(5)).toEqual({ kind: "refused", reason: "not-missing" });
  expect(await note(4)).toEqual({ kind: "done" });
  const { check, page } = await look();
  expect(isGapless(check!)).toBe(true);
  expect(page.entries[0]).toMatchObject({ registerNumber: 4, certificate: null, void: { by: "Cán bộ Nhân sự" } });
  await expect(
    voidNumber({ viewer: hr, scope: ["AG/SNV"], book, registerNumber: 4, reason: "Thử lại", now }),
  ).rejects.toMatchObject({ code: "not-found" });
  expect((await viewRegister({ scope: ["AG/SYT"], book: null, text: "", after: null, now })).books).toEqual([]);
});

describe("the document", () => {
  test("is made once, whoever asks at the same moment, and then served for ever, whatever the template or the renderer become", async () => {
    const viewer = owners[0]!;
    const serial = serials[0]!;
    const first = await Promise.all([1, 2, 3].map(() => downloadCertificate({ viewer, serial, now })));
    const hashes = first.map((file) => (file.kind === "file" ? file.sha256 : ""));
    expect(new Set(hashes).size).toBe(1);
    expect(await db.certificateDocument.count()).toBe(1);
    await saveTemplate({
      viewer: hr,
      scope,
      code: "~own",
      basedOn: 1,
      content: { ...own, issuerName: "Trường Chính trị", wording: { ...own.wording, title: "Giấy chứng nhận" } },
      now,
    });
    const changed = vi.spyOn(renderer, "renderCertificatePdf").mockResolvedValue(Buffer.from("another renderer"));
    const again = await downloadCertificate({ viewer, serial, now: new Date(now.getTime() + days(400)) });
    changed.mockRestore();
    expect(again).toMatchObject({ kind: "file", sha256: hashes[0] });
  });

  test("is made by itself soon after the issue, is never swept away, and one that is damaged is no document", async () => {
    expect(await makeDocuments({ now: ISSUED })).toBe(3);
    expect(await makeDocuments({ now: ISSUED })).toBe(0);
    await deleteUnnamedFiles({ now: new Date(Date.now() + days(30)) });
    const { sha256, certificateId } = await db.certificateDocument.findFirstOrThrow();
    expect(await files().size(sha256)).not.toBeNull();
    await files().delete(sha256);
    const certificate = await db.certificate.findUniqueOrThrow({ where: { id: certificateId } });
    const index = serials.indexOf(certificate.serial);
    await expect(downloadCertificate({ viewer: owners[index]!, serial: certificate.serial, now })).rejects.toThrow(
      "damaged",
    );
    await expect(
      db.$executeRaw`UPDATE certificate_document SET sha256 = 'x' WHERE certificate_id = ${certificateId}::uuid`,
    ).rejects.toThrow();
  });
});

test("a template of two languages with words, a term and a school's own name is printed; without authority no paper is a chứng chỉ", async () => {
  const content: TemplateContent = {
    ...own,
    wording: { title: "Chứng chỉ bồi dưỡng", lead: "Cấp cho ông (bà)", achievement: "đã học xong khóa" },
    english: { issuerName: "School of Politics", signerTitle: "Rector" },
    validMonths: 24,
    schoolAuthorisation: "Quyết định 1/QĐ",
  };
  const entry = { number: "0001/GCN-SNV", registerNumber: 1, serial: sampleFacts.serial, issuedAt: ISSUED };
  const completion = {
    ...sampleFacts,
    unitPathNames: "",
    startedAt: ISSUED,
    completedAt: ISSUED,
    scorePercent: 90,
    minutes: 60,
  };
  const facts = composeFacts({ completion, issuer: content, entry, verifyAddress: "http://localhost/verify" });
  expect(facts.expiresOn).toBe("2028-11-23");
  const words = readPdfParagraphs(await renderer.renderCertificatePdf(facts)).map(({ text }) => text);
  expect(words).toEqual(
    expect.arrayContaining([
      "CHỨNG CHỈ BỒI DƯỠNG",
      "Cấp cho ông (bà) / This is to certify that",
      "School of Politics",
      "Rector",
      "Có giá trị đến hết ngày: 23/11/2028",
    ]),
  );
  // Stored without the authority, it is read as the standard name.
  await db.certificateTemplate.create({
    data: {
      version: 2,
      content: { ...content, schoolAuthorisation: null } as object,
      madeAt: now,
      madeByName: "x",
    },
  });
  expect((await latestTemplate(db, null)).content.wording.title).toBe("Giấy chứng nhận hoàn thành");
});

test("of two who save a template one is told, and two agencies never share a book", async () => {
  const save = (code: string, basedOn: number, content = own) =>
    saveTemplate({ viewer: hr, scope, code, basedOn, content, now });
  expect(await save("~own", 0)).toEqual({ kind: "refused", reason: "changed-meanwhile" });
  expect(await save("SNV", 0)).toEqual({ kind: "refused", reason: "code-taken" });
  expect(await save("SNV", 0, { ...own, issuerCode: "SNV2" })).toEqual({ kind: "saved", version: 1 });
  await expect(
    saveTemplate({ viewer: hr, scope: ["AG/SNV"], code: "~own", basedOn: 1, content: own, now }),
  ).rejects.toMatchObject({ code: "not-found" });
});

describe("many at once", () => {
  const filter = { unit: null, turn: null, from: null, until: null };
  const start = async (wish: Parameters<typeof startBulk>[0]["wish"], count: number) =>
    startBulk({ viewer: hr, scope, filter, asOf: now, count, label: "x", wish, now });

  test("a ZIP holds each document once, under a name that is safe, byte for byte as issued", async () => {
    const started = await start({ action: "zip" }, 3);
    if (started.kind !== "started") throw new Error(started.reason);
    await runJob(started.jobId);
    const job = await db.longJob.findUniqueOrThrow({ where: { id: started.jobId } });
    expect(job).toMatchObject({ state: "done", outcome: { counts: { certificates: 3 } } });
    const opened = unzip((await files().read(job.fileSha256!))!, { entries: 10, totalMb: 10 });
    if (!opened.ok) throw new Error(opened.fault.reason);
    const names = [1, 2, 3].map((number) => `SNV-2026/000${number}-GCN-SNV ${sampleFacts.fullName}.pdf`);
    expect([...opened.files.keys()]).toEqual(expect.arrayContaining(names));
    const issued = await db.certificateDocument.findMany({ select: { sha256: true } });
    const inside = [...opened.files.values()].map((bytes) => createHash("sha256").update(bytes).digest("hex"));
    expect(inside.sort()).toEqual(issued.map(({ sha256 }) => sha256).sort());
  });

  test("a ZIP tells which document the store has lost, in place of it, and has all others", async () => {
    await makeDocuments({ now, all: true });
    const [lost] = await db.certificateDocument.findMany({ where: { certificate: { serial: serials[1]! } } });
    expect(await files().delete(lost!.sha256)).toBe(true);
    const started = await start({ action: "zip" }, 3);
    if (started.kind !== "started") throw new Error(started.reason);
    await runJob(started.jobId);
    const job = await db.longJob.findUniqueOrThrow({ where: { id: started.jobId } });
    expect(job).toMatchObject({ state: "done", outcome: { counts: { certificates: 2, missingFiles: 1 } } });
    const opened = unzip((await files().read(job.fileSha256!))!, { entries: 10, totalMb: 10 });
    if (!opened.ok) throw new Error(opened.fault.reason);
    expect([...opened.files.keys()].sort()).toEqual([
      `SNV-2026/0001-GCN-SNV ${sampleFacts.fullName}.pdf`,
      `SNV-2026/0003-GCN-SNV ${sampleFacts.fullName}.pdf`,
      "tep-bi-thieu.html",
    ]);
    const page = new TextDecoder().decode(opened.files.get("tep-bi-thieu.html"));
    for (const words of ["0002/GCN-SNV", serials[1]!, sampleFacts.fullName, lost!.sha256, "bản sao lưu", "cấp lại"])
      expect(page).toContain(words);
    expect(page).not.toContain("0001/GCN-SNV");
  });

  test("what was seen is what is revoked: a list that has changed is refused, each has its own event, twice does no harm", async () => {
    expect(await planBulk({ scope, action: "revoke", filter, asOf: now })).toMatchObject({ count: 3 });
    const wish = { action: "revoke", reasonClass: "result-cancelled", reason: "Hủy kết quả đợt thi" } as const;
    expect(await start(wish, 2)).toEqual({ kind: "refused", reason: "changed" });
    const started = await start(wish, 3);
    if (started.kind !== "started") throw new Error(started.reason);
    await runJob(started.jobId);
    await runJob(started.jobId);
    expect(await db.longJob.findUniqueOrThrow({ where: { id: started.jobId } })).toMatchObject({
      outcome: { counts: { revoked: 3, passedOver: 0 } },
    });
    expect(await db.certificateEvent.count({ where: { kind: "revoked", reason: "Hủy kết quả đợt thi" } })).toBe(3);
    expect(await db.auditEvent.count({ where: { action: "certificate.revoked" } })).toBe(3);
  });

  test("reissued together with names as listed, each gets its own number", async () => {
    const wish = {
      action: "reissue",
      reasonClass: "template-corrected",
      reason: "Đính chính chức vụ người ký",
      namesAsListed: true,
    } as const;
    const started = await start(wish, 3);
    if (started.kind !== "started") throw new Error(started.reason);
    await runJob(started.jobId);
    const { page, check } = await viewRegister({
      scope,
      book: null,
      text: "Nguyễn Văn A",
      after: null,
      now: new Date(),
    });
    expect(isGapless(check!)).toBe(true);
    expect(check).toMatchObject({ lastNumber: 6, reissued: 3 });
    expect(
      page.entries.some(
        ({ certificate }) => certificate?.fullName === "Nguyễn Văn A" && certificate.status === "valid",
      ),
    ).toBe(true);
  });
});

test("the public answer has the shape that is written down, and nothing of the person beyond the paper", async () => {
  expect(publicCertificate.parse(PUBLIC_CERTIFICATE_EXAMPLE)).toEqual(PUBLIC_CERTIFICATE_EXAMPLE);
  const found = await verifyCertificate({ typed: serials[0]!, now });
  if (found.kind === "unknown" || found.kind === "malformed") throw new Error(found.kind);
  const view = publicCertificate.strict().parse(publicView(found));
  expect(view).toMatchObject({ status: "valid", printed: { fullName: sampleFacts.fullName } });
  for (const secret of [owners[0]!.identifier, owners[0]!.official!.id])
    expect(JSON.stringify(view)).not.toContain(secret);
});
