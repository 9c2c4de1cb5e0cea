import { randomBytes, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { composeFacts } from "~/domain/certificates/facts";
import { readIssuer } from "~/domain/certificates/issuer-store.server";
import {
  type CompletionToCertify,
  issueCertificate,
  takeLocks,
  turnLock,
} from "~/domain/certificates/issue-store.server";
import { db, inTransaction, type Prisma } from "~/platform/db.server";
import { tellNothing, truncateAll, useDatabase } from "../../support/database";
import { sampleFacts } from "../../unit/certificates/sample-facts";
import { staffWithCompletions } from "./staff-with-completions";

useDatabase();
beforeEach(truncateAll);

const NOON = new Date("2026-11-23T05:00:00Z");

async function issue(tx: Prisma.TransactionClient, completion: CompletionToCertify, now = NOON, issuerCode = "SNV") {
  await takeLocks(tx, [turnLock(completion)]);
  return issueCertificate(tx, {
    completion,
    issuerCode,
    now,
    randomBytes,
    randomId: randomUUID,
    tell: tellNothing,
    compose: (entry) => ({
      ...sampleFacts,
      number: entry.number,
      registerNumber: entry.registerNumber,
      serial: entry.serial,
    }),
  });
}

const registerNumbers = async () =>
  (await db.certificate.findMany({ orderBy: { registerNumber: "asc" } })).map(
    (certificate) => certificate.registerNumber,
  );
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

class ChangeOfMind extends Error {}

describe("issuing a certificate", () => {
  test("twenty at the same time, of which some are taken back: the numbers have no gap and no double", async () => {
    const { completions } = await staffWithCompletions(20);
    const outcomes = await Promise.allSettled(
      completions.map((completion, index) =>
        inTransaction(async (tx) => {
          await issue(tx, completion);
          // Every third transaction fails after its number was taken.
          if (index % 3 === 0) throw new ChangeOfMind();
        }),
      ),
    );
    const refusals = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refusals.every((outcome) => outcome.reason instanceof ChangeOfMind)).toBe(true);
    expect(await registerNumbers()).toEqual(upTo(13));

    // Those that failed come again later and go on where the book stands.
    await Promise.all(
      completions
        .filter((_, index) => index % 3 === 0)
        .map((completion) => inTransaction((tx) => issue(tx, completion))),
    );
    expect(await registerNumbers()).toEqual(upTo(20));
    expect(new Set((await db.certificate.findMany()).map((certificate) => certificate.serial)).size).toBe(20);
    expect(await db.certificateEvent.count({ where: { kind: "issued" } })).toBe(20);
  });

  test("the same completion twice, also at the same time, gives one certificate", async () => {
    const { completions } = await staffWithCompletions(1);
    const completion = completions[0]!;
    const answers = await Promise.all(upTo(8).map(() => inTransaction((tx) => issue(tx, completion))));
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
    const again = await inTransaction((tx) => issue(tx, completion, new Date("2027-06-01T00:00:00Z")));
    expect(again).toBeNull();
    expect(await db.certificate.findMany()).toMatchObject([{ number: "0001/GCN-SNV", issuedAt: NOON }]);
    expect(await registerNumbers()).toEqual([1]);
    expect(await db.certificateRegister.findMany()).toEqual([{ issuerCode: "SNV", year: 2026, lastNumber: 1 }]);
  });

  test("the book turns at midnight in Vietnam, and each issuer keeps its own", async () => {
    const { completions } = await staffWithCompletions(4);
    const [a, b, c, d] = completions as [
      CompletionToCertify,
      CompletionToCertify,
      CompletionToCertify,
      CompletionToCertify,
    ];
    const numbers: string[] = [];
    for (const [completion, at, issuer] of [
      [a, "2026-12-31T16:59:59.999Z", "SNV"],
      [b, "2026-12-31T17:00:00.000Z", "SNV"],
      [c, "2026-12-31T17:00:00.001Z", "SNV"],
      [d, "2026-12-31T17:00:00.002Z", "SYT"],
    ] as const) {
      numbers.push((await inTransaction((tx) => issue(tx, completion, new Date(at), issuer)))!.number);
    }
    expect(numbers).toEqual(["0001/GCN-SNV", "0001/GCN-SNV", "0002/GCN-SNV", "0001/GCN-SYT"]);
    const years = await db.certificate.findMany({ orderBy: { issuedAt: "asc" }, select: { year: true, serial: true } });
    expect(years.map(({ year }) => year)).toEqual([2026, 2027, 2027, 2027]);
    expect(years.map(({ serial }) => serial.slice(0, 4))).toEqual(["CM26", "CM27", "CM27", "CM27"]);
  });

  test("what was issued is never rewritten", async () => {
    const { completions } = await staffWithCompletions(1);
    const { id } = (await inTransaction((tx) => issue(tx, completions[0]!)))!;
    await expect(db.certificate.update({ where: { id }, data: { number: "9999/GCN-SNV" } })).rejects.toThrow();
    await expect(db.certificate.delete({ where: { id } })).rejects.toThrow();
  });

  test("the issuer comes from the settings, and without one the paper says so", async () => {
    const completion = {
      fullName: "A",
      positionTitle: "B",
      unitName: "C",
      unitPathNames: "",
      startedAt: NOON,
      completedAt: NOON,
      scorePercent: null,
      courseName: "D",
      studyForm: "E",
      minutes: 1,
      legalBasis: null,
    };
    const entry = { number: "0001/GCN-SNV", registerNumber: 1, serial: sampleFacts.serial, issuedAt: NOON };
    const without = await readIssuer(db);
    expect(without.configured).toBe(false);
    const compose = (issuer: typeof without.issuer) =>
      composeFacts({ completion, issuer, entry, verifyAddress: "http://localhost/verify" });
    expect(compose(without.issuer).issuerName).toBe("Cơ quan cấp chưa được cấu hình");

    const value = {
      issuerCode: "SNV",
      issuerName: "Sở Nội vụ",
      issuerParentName: "UBND tỉnh",
      place: "An Giang",
      signerTitle: "Giám đốc",
      signerName: "Trần Văn Bình",
    };
    await db.setting.create({ data: { key: "certificate", value } });
    const setting = await readIssuer(db);
    expect(setting).toEqual({ configured: true, issuer: { ...value, legalBasis: null } });
    expect(compose(setting.issuer)).toMatchObject({
      issuerName: "Sở Nội vụ",
      signerName: "Trần Văn Bình",
      result: "Hoàn thành",
    });
  });
});
