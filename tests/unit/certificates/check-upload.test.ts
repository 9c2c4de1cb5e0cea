import { generateKeyPairSync, X509Certificate } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderCertificatePdf } from "~/domain/certificates/pdf/certificate-pdf.server";
import { checkDocument } from "~/domain/certificates/credential/document-statement";
import { checkUpload } from "~/domain/certificates/signing/check-upload.server";
import { p12Signer } from "~/domain/certificates/signing/p12-signer.server";
import { signWith } from "~/domain/certificates/signing/sign-pdf.server";
import { UPLOAD_LIMIT, type UploadCheck } from "~/domain/certificates/signing/uploaded-signature";
import { keyOf } from "~/platform/platform-key.server";
import { agencySigns, putsANoteOnIt, writesOnIt, writtenAnew } from "../../support/agency-signs";
import { hasOpenssl, TestKeys } from "../../support/signing-keys";
import { sampleFacts } from "./sample-facts";

const key = keyOf(generateKeyPairSync("ed25519").privateKey);
const subject = { ...sampleFacts, issuerCode: "SNV", year: 2026 };
const now = new Date("2026-11-23T02:05:07Z");

describe.skipIf(!hasOpenssl)("a PDF that the agency signed itself (openssl is needed to make keys)", () => {
  let keys: TestKeys;
  let rendered: Uint8Array;
  let issued: Uint8Array;
  let p12: string;
  beforeAll(async () => {
    keys = new TestKeys();
    p12 = keys.p12("rsa").p12;
    rendered = new Uint8Array(await renderCertificatePdf(sampleFacts));
    issued = (await signWith({ pdf: rendered, now, subject, signing: null, key })).bytes;
  });
  afterAll(() => keys?.close());

  const check = (
    uploaded: Uint8Array,
    more: { issued?: Uint8Array; roots?: X509Certificate[] } = {},
  ): Promise<UploadCheck> => checkUpload({ uploaded, issued, serial: sampleFacts.serial, roots: null, ...more });
  const refused = (reason: string) => ({ kind: "refused", reason });

  test.each(["adbe.pkcs7.detached", "ETSI.CAdES.detached"] as const)(
    "is taken when a signature (%s) was added to the issued file, and says whose it is",
    async (subFilter) => {
      const signedAt = new Date("2030-11-24T01:00:00Z");
      const signed = await agencySigns(issued, { p12, subFilter, signedAt });
      expect(await check(signed)).toMatchObject({
        kind: "accepted",
        signature: {
          signerName: "Sở Nội vụ tỉnh An Giang",
          organization: "UBND",
          issuerName: "Root",
          subFilter,
          statedAt: signedAt.toISOString(),
          timeStampedAt: null,
          chain: "not-checked",
          sameBy: "prefix",
        },
      });
      // In the browser it is told apart from what was issued.
      expect(await checkDocument(signed, [key.publicKeyMultibase])).toMatchObject({ kind: "added-to" });
    },
  );

  test("is taken when the program wrote the file anew, and says that it was compared by its words", async () => {
    const signed = await agencySigns(issued, { p12, rewrite: true });
    expect(await check(signed)).toMatchObject({ kind: "accepted", signature: { sameBy: "text" } });
  });

  test("is not taken when the page says something else, or something was laid over it", async () => {
    const other = new Uint8Array(await renderCertificatePdf({ ...sampleFacts, fullName: "Nguyễn Thị Quỳnh Hường" }));
    expect(await check(await agencySigns(other, { p12 }))).toEqual(refused("other-document"));
    expect(await check(await agencySigns(issued, { p12, change: writesOnIt }))).toEqual(refused("other-document"));
    expect(await check(await agencySigns(issued, { p12, change: putsANoteOnIt }))).toEqual(refused("drawn-over"));
  });

  test("is not taken when a byte was changed after signing, or something was added", async () => {
    const signed = await agencySigns(issued, { p12 });
    const changed = signed.slice();
    // In the description of the font: the words stay, the signature does not hold.
    const at = Buffer.from(changed).indexOf("/ItalicAngle 0");
    changed[at + 13] = "1".charCodeAt(0);
    expect(await check(changed)).toEqual(refused("signature-wrong"));
    expect(await check(new Uint8Array(Buffer.concat([signed, Buffer.from("\n% more\n")])))).toEqual(
      refused("not-whole"),
    );
    expect((await check(await writtenAnew(signed))).kind).toBe("refused");
  });

  test("is not taken without a new signature", async () => {
    expect(await check(issued)).toEqual(refused("same-as-issued"));
    expect(await check(rendered)).toEqual(refused("no-signature"));
    const platform = { signer: await p12Signer(keys.p12("ec")), timeStamper: null };
    const signedAtIssue = (await signWith({ pdf: rendered, now, subject, signing: platform, key })).bytes;
    expect(await check(signedAtIssue, { issued: signedAtIssue })).toEqual(refused("same-as-issued"));
    // A second one beside the platform's own is.
    const twice = await agencySigns(signedAtIssue, { p12 });
    expect(await check(twice, { issued: signedAtIssue })).toMatchObject({
      signature: { signerName: "Sở Nội vụ tỉnh An Giang", sameBy: "prefix" },
    });
  });

  test("what is no PDF, nothing or too much is told as that", async () => {
    expect(await check(new Uint8Array())).toEqual(refused("no-file"));
    expect(await check(new TextEncoder().encode("GIẤY CHỨNG NHẬN"))).toEqual(refused("not-a-pdf"));
    expect(await check(new TextEncoder().encode("%PDF-1.7 and no more"))).toEqual(refused("not-a-pdf"));
    expect(await check(new Uint8Array(UPLOAD_LIMIT + 1))).toEqual(refused("too-large"));
  });

  test("the chain is followed where roots are named", async () => {
    const signed = await agencySigns(issued, { p12 });
    const early = await agencySigns(issued, { p12, signedAt: new Date("2020-01-01") });
    const root = new X509Certificate(keys.read("ca.pem"));
    expect(await check(signed, { roots: [root] })).toMatchObject({ signature: { chain: "trusted" } });
    // Before the certificate began.
    expect(await check(early, { roots: [root] })).toMatchObject({ signature: { chain: "not-trusted" } });
    const stranger = new X509Certificate(keys.read("ec.pem"));
    expect(await check(signed, { roots: [stranger] })).toMatchObject({ signature: { chain: "not-trusted" } });
  });
});
