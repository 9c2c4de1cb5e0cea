import { randomBytes, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { listInScope, listOwn } from "~/domain/certificates/certificate-store.server";
import { addCertificateEvent } from "~/domain/certificates/event-store.server";
import { issueCertificate } from "~/domain/certificates/issue-store.server";
import { newSerial } from "~/domain/certificates/serial";
import type { CertificateEventKind } from "~/domain/certificates/standing";
import { Problem } from "~/domain/problem";
import { db, inTransaction } from "~/platform/db.server";
import { downloadCertificate } from "~/use-cases/learner/download-certificate";
import { viewCertificate } from "~/use-cases/learner/view-certificate";
import { verifyCertificate } from "~/use-cases/public/verify-certificate";
import { tellNothing, truncateAll, useDatabase } from "../../support/database";
import { readPdfParagraphs } from "../../support/pdf-text";
import { sampleFacts } from "../../unit/certificates/sample-facts";
import { staffWithCompletions } from "./staff-with-completions";

useDatabase();
beforeEach(truncateAll);

const ISSUED = new Date("2026-11-23T05:00:00Z");
const LATER = new Date("2026-12-01T05:00:00Z");
const now = new Date("2026-12-24T05:00:00Z");

async function twoPeopleOneCertificate() {
  const { viewers, completions } = await staffWithCompletions(2);
  const issued = (await inTransaction((tx) =>
    issueCertificate(tx, {
      completion: completions[0]!,
      issuerCode: "SNV",
      now: ISSUED,
      randomBytes,
      randomId: randomUUID,
      tell: tellNothing,
      compose: (entry) => ({ ...sampleFacts, serial: entry.serial, number: entry.number }),
    }),
  ))!;
  const happens = (kind: Exclude<CertificateEventKind, "issued">) =>
    inTransaction((tx) =>
      addCertificateEvent(tx, { certificateId: issued.id, kind, at: LATER, reason: "Cấp nhầm", actorId: null }),
    );
  return { owner: viewers[0]!, other: viewers[1]!, serial: issued.serial, happens };
}

describe("checking a paper", () => {
  test("one that holds: what it must show, and since when", async () => {
    const { serial } = await twoPeopleOneCertificate();
    const answer = await verifyCertificate({ typed: ` ${serial.toLowerCase().replaceAll("-", " ")} `, now });
    expect(answer).toEqual({
      kind: "valid",
      serial,
      facts: { ...sampleFacts, serial },
      since: ISSUED,
      reasonClass: null,
      replacedByNumber: null,
    });
  });

  test("never tells a staff number, an account or a database id", async () => {
    const { serial, owner } = await twoPeopleOneCertificate();
    const told = JSON.stringify(await verifyCertificate({ typed: serial, now }));
    for (const secret of [owner.identifier, owner.official!.id, owner.accountId]) expect(told).not.toContain(secret);
  });

  test.each([
    ["revoked", "revoked"],
    ["expired", "expired"],
    ["reissued", "replaced"],
  ] as const)("one that was %s says so from that day on, and not before", async (event, kind) => {
    const { serial, happens } = await twoPeopleOneCertificate();
    await happens(event);
    expect(await verifyCertificate({ typed: serial, now })).toMatchObject({ kind, since: LATER });
    expect(await verifyCertificate({ typed: serial, now: ISSUED })).toMatchObject({ kind: "valid" });
  });

  test("one that was never issued is unknown; a slip of the pen is told apart from it", async () => {
    const { serial } = await twoPeopleOneCertificate();
    const never = newSerial({ year: 2026, randomBytes });
    expect(await verifyCertificate({ typed: never, now })).toEqual({ kind: "unknown", serial: never });
    const slip = serial.slice(0, -1) + (serial.endsWith("A") ? "B" : "A");
    expect(await verifyCertificate({ typed: slip, now })).toMatchObject({ kind: "malformed", because: "check" });
    expect(await verifyCertificate({ typed: "", now })).toMatchObject({ kind: "malformed", because: "empty" });
  });
});

describe("one's own certificate", () => {
  test("is seen as it prints, and comes as a PDF with the same words", async () => {
    const { owner, serial } = await twoPeopleOneCertificate();
    const seen = await viewCertificate({ viewer: owner, serial, now });
    expect(seen).toMatchObject({ serial, standing: { status: "valid" }, paper: { fullName: sampleFacts.fullName } });
    expect(seen.paper.checkLink).toBe(`${sampleFacts.verifyAddress}/${serial}`);
    const file = await downloadCertificate({ viewer: owner, serial, now });
    expect(file).toMatchObject({ kind: "file", fileName: "Giấy chứng nhận hoàn thành 0001-GCN-SNV.pdf" });
    if (file.kind !== "file") return;
    const read = readPdfParagraphs(Buffer.from(file.bytes)).map((paragraph) => paragraph.text);
    expect(read).toContain(seen.paper.fullName);
    expect(read).toContain(`Mã tra cứu: ${serial}`);
    expect(await downloadCertificate({ viewer: owner, serial, now: LATER })).toMatchObject({ sha256: file.sha256 });
  });

  test("somebody else's, an account without a person, and a number of no sense are all not found", async () => {
    const { owner, other, serial } = await twoPeopleOneCertificate();
    for (const input of [
      { viewer: other, serial },
      { viewer: { ...owner, official: null }, serial },
      { viewer: owner, serial: "CM26-0000-0000-0001" },
      { viewer: owner, serial: newSerial({ year: 2026, randomBytes }) },
    ]) {
      for (const use of [viewCertificate, downloadCertificate]) {
        const problem = await use({ ...input, now }).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        expect(problem).toBeInstanceOf(Problem);
        expect((problem as Problem).code).toBe("not-found");
      }
    }
  });

  test("a withdrawn or replaced one can still be looked at, but is not printed afresh", async () => {
    for (const [event, status] of [
      ["revoked", "revoked"],
      ["reissued", "reissued"],
    ] as const) {
      await truncateAll();
      const { owner, serial, happens } = await twoPeopleOneCertificate();
      await happens(event);
      expect((await viewCertificate({ viewer: owner, serial, now })).standing).toEqual({ status, since: LATER });
      expect(await downloadCertificate({ viewer: owner, serial, now })).toEqual({
        kind: "refused",
        reason: status,
        serial,
      });
    }
  });

  test("is listed for the person, and for those whose units contain the person's", async () => {
    const { owner, other, serial, happens } = await twoPeopleOneCertificate();
    const officialId = owner.official!.id;
    expect(await listOwn(db, { officialId, now })).toMatchObject([
      { serial, number: "0001/GCN-SNV", standing: { status: "valid" } },
    ]);
    expect(await listOwn(db, { officialId: other.official!.id, now })).toEqual([]);
    for (const scope of [["AG"], ["AG/SNV"], ["AG/SYT", "AG/SNV"]]) {
      expect(await listInScope(db, { scope, officialId, now })).toHaveLength(1);
    }
    for (const scope of [[], ["AG/SN"], ["AG/SYT"], ["AG/SNV/PHONG"]]) {
      expect(await listInScope(db, { scope, officialId, now })).toEqual([]);
    }
    await happens("revoked");
    expect(await listOwn(db, { officialId, now })).toMatchObject([{ standing: { status: "revoked" } }]);
  });
});
