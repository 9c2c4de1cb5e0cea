import { randomBytes, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { checkCredential, isNamed } from "~/domain/certificates/credential/check-credential";
import { checkFile } from "~/domain/certificates/credential/check-file";
import { addProof, type JsonObject } from "~/domain/certificates/credential/data-integrity";
import type { StatusEntry } from "~/domain/certificates/credential/status-list";
import { forgetStatusLists } from "~/domain/certificates/credential/status-lists.server";
import { makeDocument, readDocument } from "~/domain/certificates/document-store.server";
import { addCertificateEvent } from "~/domain/certificates/event-store.server";
import { issueCertificate } from "~/domain/certificates/issue-store.server";
import type { CertificateEventKind } from "~/domain/certificates/standing";
import { db, inTransaction } from "~/platform/db.server";
import { platformKey } from "~/platform/platform-key.server";
import { loader as credentialJson } from "~/routes/_public.verify.$serial_.credential[.]json";
import { loader as issuerJson } from "~/routes/_public.issuer[.]json";
import { loader as statusListJson } from "~/routes/_public.status-lists.$issuer.$year.$part.$purpose";
import { readCredential } from "~/use-cases/public/read-credential";
import { readCheckingMatter, readStatusList } from "~/use-cases/public/read-issuer";
import { tellNothing, truncateAll, useDatabase } from "../../support/database";
import { sampleFacts } from "../../unit/certificates/sample-facts";
import { staffWithCompletions } from "./staff-with-completions";

useDatabase();
beforeEach(async () => {
  await truncateAll();
  forgetStatusLists();
});

const ISSUED = new Date("2026-11-23T05:00:00.500Z");
const LATER = new Date("2026-12-01T05:00:00Z");
const now = new Date("2026-12-24T05:00:00Z");

async function issue(count: number) {
  const { completions } = await staffWithCompletions(count);
  const serials: { id: string; serial: string }[] = [];
  for (const completion of completions) {
    const issued = await inTransaction((tx) =>
      issueCertificate(tx, {
        completion,
        issuerCode: "SNV",
        now: ISSUED,
        randomBytes,
        randomId: randomUUID,
        tell: tellNothing,
        compose: (entry) => ({ ...sampleFacts, ...entry, issuedOn: "2026-11-23" }),
      }),
    );
    serials.push(issued!);
  }
  return serials;
}

const issueOne = async () => (await issue(1))[0]!;

const happens = (certificateId: string, kind: Exclude<CertificateEventKind, "issued">, at = LATER) =>
  inTransaction((tx) =>
    addCertificateEvent(tx, {
      certificateId,
      kind,
      at,
      reason: "Cấp nhầm",
      reasonClass: "other",
      actorId: null,
      actorName: null,
    }),
  );

const asked = (params: Record<string, string>, headers: Record<string, string> = {}) =>
  ({ params, request: new Request("http://localhost/", { headers }), context: { now } }) as never;

describe("the credential of a certificate", () => {
  test("is an Open Badge about the course that anybody can check, with no number and no name of the person in it", async () => {
    const { serial } = await issueOne();
    const text = (await readCredential({ serial: serial.toLowerCase(), now }))!;
    const credential = JSON.parse(text) as Record<string, unknown>;
    expect(credential).toMatchObject({
      type: ["VerifiableCredential", "OpenBadgeCredential"],
      id: `https://hoctap.angiang.gov.vn/verify/${serial}/credential.json`,
      issuer: { id: "https://hoctap.angiang.gov.vn/issuer.json", name: "Sở Nội vụ" },
      validFrom: "2026-11-23T05:00:00Z",
      credentialSubject: {
        licenseNumber: "0001/GCN-SNV",
        achievement: {
          name: sampleFacts.courseName,
          criteria: { narrative: expect.stringContaining("1847/QĐ-TTg") },
          alignment: [{ targetName: sampleFacts.legalBasis }],
        },
      },
      evidence: [{ id: `https://hoctap.angiang.gov.vn/verify/${serial}` }],
      // One object: Open Badges 3.0 has room for no more (3.1 may).
      credentialStatus: { type: "BitstringStatusListEntry", statusPurpose: "revocation", statusListIndex: "0" },
      proof: { cryptosuite: "eddsa-jcs-2022", created: "2026-11-23T05:00:00Z" },
    });
    const person = await db.official.findFirstOrThrow();
    for (const secret of [person.staffNumber!, person.id, sampleFacts.fullName, sampleFacts.positionTitle]) {
      expect(text).not.toContain(secret);
    }
    const matter = await readCheckingMatter({ now });
    const check = await checkCredential(text, matter);
    expect(check).toMatchObject({ kind: "verified", status: { kind: "known", status: "valid" }, facts: { serial } });
    if (check.kind !== "verified") return;
    expect(await isNamed(" Nguyễn  Thị Quỳnh Hương", check.facts)).toBe(true);
    expect(await isNamed("Nguyễn Thị Quỳnh Hường", check.facts)).toBe(false);
    const changed = text.replace(sampleFacts.courseName, "Văn hóa công sở");
    expect(await checkCredential(changed, matter)).toEqual({ kind: "failed", because: "altered" });
  });

  test("is the same text for ever, whatever becomes of the certificate, and is never rewritten", async () => {
    const { id, serial } = await issueOne();
    const [one, other] = await Promise.all([readCredential({ serial, now }), readCredential({ serial, now })]);
    expect(other).toBe(one);
    await happens(id, "revoked");
    expect(await readCredential({ serial, now })).toBe(one);
    await expect(db.certificateCredential.deleteMany()).rejects.toThrow();
  });

  test("names the legal document where the register knows it", async () => {
    const url = "https://vanban.chinhphu.vn/1847";
    const document = { number: "1847/QĐ-TTg", title: "Đề án Văn hóa công vụ", issuer: "TTg", kind: "x", source: url };
    await db.legalDocument.create({ data: { ...document, status: "in_force" } });
    const { serial } = await issueOne();
    expect(await readCredential({ serial, now })).toContain(url);
  });

  test("tells by its lists what happened since, as of the time of the list", async () => {
    const certificates = await issue(4);
    const [, revoked, reissued, expired] = certificates;
    await happens(revoked!.id, "revoked");
    await happens(reissued!.id, "reissued");
    await happens(expired!.id, "expired", new Date("2027-01-01T00:00:00Z"));
    const statuses = async (at: Date) => {
      forgetStatusLists();
      const matter = await readCheckingMatter({ now: at });
      const texts = await Promise.all(certificates.map(({ serial }) => readCredential({ serial, now: at })));
      const checks = await Promise.all(texts.map((text) => checkCredential(text!, matter)));
      return checks.map((check) => check.kind === "verified" && check.status.kind === "known" && check.status.status);
    };
    expect(await statuses(ISSUED)).toEqual(["valid", "valid", "valid", "valid"]);
    expect(await statuses(now)).toEqual(["valid", "revoked", "reissued", "valid"]);
    expect(await statuses(new Date("2027-02-01T00:00:00Z"))).toEqual(["valid", "revoked", "reissued", "expired"]);
  });

  test("is checked too where it was made with two statuses, as credentials were at first", async () => {
    const { id, serial } = await issueOne();
    const { proof, ...credential } = JSON.parse((await readCredential({ serial, now }))!) as JsonObject;
    const revocation = credential["credentialStatus"] as StatusEntry;
    const statusListCredential = revocation.statusListCredential.replace(/revocation$/, "message");
    const message = { ...revocation, statusPurpose: "message", statusListCredential };
    const key = platformKey();
    const { verificationMethod } = proof as { verificationMethod: string };
    const earlier = await addProof(
      { ...credential, credentialStatus: [revocation, message] },
      { created: ISSUED, verificationMethod, sign: key.sign },
    );
    await happens(id, "reissued");
    forgetStatusLists();
    const check = await checkCredential(JSON.stringify(earlier), await readCheckingMatter({ now }));
    expect(check).toMatchObject({ kind: "verified", status: { kind: "known", status: "reissued" } });
  });

  test("a list that somebody else has signed or changed is not believed", async () => {
    const { id, serial } = await issueOne();
    const before = (await readCheckingMatter({ now: ISSUED })).lists;
    await happens(id, "revoked");
    forgetStatusLists();
    const text = (await readCredential({ serial, now }))!;
    const { keys, lists } = await readCheckingMatter({ now });
    const forged = lists.map((list) => ({ ...list, credentialSubject: before[0]!.credentialSubject }));
    expect(await checkCredential(text, { keys, lists: forged })).toMatchObject({
      status: { kind: "unknown", because: "list-not-proven" },
    });
    expect(await checkCredential(text, { keys, lists: [] })).toMatchObject({ status: { because: "no-list" } });
  });

  test("a list is handed out again for a minute, then made anew", async () => {
    const { id } = await issueOne();
    const list = { issuerCode: "SNV", year: 2026, part: 1, purpose: "revocation" } as const;
    const first = await readStatusList({ ...list, now });
    await happens(id, "revoked");
    expect(await readStatusList({ ...list, now: new Date(now.getTime() + 30_000) })).toEqual(first);
    const later = await readStatusList({ ...list, now: new Date(now.getTime() + 61_000) });
    expect(later!.credentialSubject.encodedList).not.toBe(first!.credentialSubject.encodedList);
    expect(await readStatusList({ ...list, issuerCode: "KHAC", now })).toBeNull();
    expect(await readStatusList({ ...list, part: 2, now })).toBeNull();
  });

  test("the issued PDF tells its own status from the same lists", async () => {
    const { id, serial } = await issueOne();
    const row = await db.certificate.findUniqueOrThrow({ where: { id } });
    const document = await makeDocument(db, { ...row, facts: row.facts as never }, now);
    const pdf = await readDocument(document);
    expect(await checkFile(pdf, await readCheckingMatter({ now }))).toMatchObject({
      kind: "pdf",
      check: { kind: "as-issued", statement: { serial } },
      status: { kind: "known", status: "valid" },
    });
    await happens(id, "revoked");
    forgetStatusLists();
    expect(await checkFile(pdf, await readCheckingMatter({ now }))).toMatchObject({ status: { status: "revoked" } });
    expect(await checkFile(new TextEncoder().encode("ảnh"), await readCheckingMatter({ now }))).toEqual({
      kind: "other",
    });
  });
});

describe("the public addresses", () => {
  test("answer anybody's verifier, and a copy that it has already is not sent again", async () => {
    const { serial } = await issueOne();
    const answer = await credentialJson(asked({ serial }));
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const again = await credentialJson(asked({ serial }, { "If-None-Match": answer.headers.get("ETag")! }));
    expect(again.status).toBe(304);
    expect((await credentialJson(asked({ serial: "CM26-0000-0000-0000" }))).status).toBe(404);
    const list = { issuer: "SNV", year: "2026", part: "1", purpose: "message" };
    expect((await statusListJson(asked(list))).status).toBe(200);
    for (const wrong of [{ purpose: "x" }, { year: "26" }, { part: "0" }, { issuer: "KHAC" }, { part: "9" }]) {
      expect((await statusListJson(asked({ ...list, ...wrong }))).status).toBe(404);
    }
  });

  test("the issuer's document lists the present key, and an earlier one for ever", async () => {
    const earlier = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    await db.platformPublicKey.create({ data: { publicKey: earlier, firstUsedAt: ISSUED } });
    const document = (await (await issuerJson(asked({}))).json()) as {
      id: string;
      verificationMethod: { id: string; publicKeyMultibase: string }[];
      assertionMethod: string[];
    };
    const present = platformKey().publicKeyMultibase;
    expect(document.verificationMethod.map((method) => method.publicKeyMultibase)).toEqual([present, earlier]);
    expect(document.assertionMethod).toEqual(document.verificationMethod.map(({ id }) => id));
    expect(document.verificationMethod[0]!.id).toBe(`${document.id}#${present}`);
  });
});
