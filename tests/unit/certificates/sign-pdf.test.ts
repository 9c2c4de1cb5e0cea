import { execFileSync } from "node:child_process";
import { createHash, generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { PDF } from "@libpdf/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderCertificatePdf } from "~/domain/certificates/pdf/certificate-pdf.server";
import { checkDocument } from "~/domain/certificates/credential/document-statement";
import { contentsOf, findSignatures, signedBytes } from "~/domain/certificates/signing/byte-range";
import { OID, readCms } from "~/domain/certificates/signing/cms";
import { oid, readDer } from "~/domain/certificates/signing/der";
import type { DocumentSigner } from "~/domain/certificates/signing/document-signer";
import { p12Signer } from "~/domain/certificates/signing/p12-signer.server";
import { httpTimeStamper, signWith, type Signing } from "~/domain/certificates/signing/sign-pdf.server";
import { keyOf } from "~/platform/platform-key.server";
import { readPdfParagraphs } from "../../support/pdf-text";
import { hasOpenssl, hasPdfsig, TestKeys } from "../../support/signing-keys";
import { sampleFacts } from "./sample-facts";

const key = keyOf(generateKeyPairSync("ed25519").privateKey);
const now = new Date("2026-11-23T02:05:07.123Z");
const subject = { ...sampleFacts, issuerCode: "SNV", year: 2026 };

describe.skipIf(!hasOpenssl)("a signed certificate (openssl is needed to make keys)", () => {
  let keys: TestKeys;
  let rendered: Uint8Array;
  beforeAll(async () => {
    keys = new TestKeys();
    rendered = new Uint8Array(await renderCertificatePdf(sampleFacts));
  });
  afterAll(() => keys?.close());

  const sign = (signing: Signing | null) => signWith({ pdf: rendered, now, subject, signing, key });
  const signedBy = async (name: "rsa" | "ec") => sign({ signer: await p12Signer(keys.p12(name)), timeStamper: null });

  function onlySignature(pdf: Uint8Array) {
    const [place, ...others] = findSignatures(pdf);
    expect(others).toEqual([]);
    const contents = contentsOf(pdf, place!);
    return { place: place!, cms: readDer(contents).bytes, content: signedBytes(pdf, place!) };
  }

  test.each(["rsa", "ec"] as const)("is PAdES baseline B-B over the whole file (%s)", async (name) => {
    const { bytes, signature } = await signedBy(name);
    const { place, cms, content } = onlySignature(bytes);
    expect(place).toMatchObject({ subFilter: "ETSI.CAdES.detached", coveredTo: bytes.length });
    expect(place.statedAt).toEqual(new Date("2026-11-23T02:05:07Z"));
    expect(keys.opensslVerifies(cms, content)).toBe(true);
    const read = readCms(cms);
    expect(read.hasSigningCertificateV2).toBe(true);
    expect(Buffer.from(cms).includes(Buffer.from(oid("1.2.840.113549.1.9.16.2.47")))).toBe(true);
    // The baseline has the time in the document and not here.
    expect(read.signingTime).toBeNull();
    expect(Buffer.from(cms).includes(Buffer.from(oid(OID.signingTime)))).toBe(false);
    expect(signature).toMatchObject({
      level: "B-B",
      signerName: name === "rsa" ? "Sở Nội vụ tỉnh An Giang" : "Chữ ký EC",
      issuerName: "Root",
      signedAt: now.toISOString(),
      timeStampedAt: null,
    });
  });

  test("a byte changed anywhere is found, by openssl too", async () => {
    const { bytes } = await signedBy("rsa");
    const { place, cms } = onlySignature(bytes);
    for (const at of [200, place.contents.start - 40, place.contents.end + 20]) {
      const changed = bytes.slice();
      changed[at]! ^= 1;
      expect(keys.opensslVerifies(cms, signedBytes(changed, place))).toBe(false);
    }
  });

  test("pdfsig finds it valid and covering the whole document", async (context) => {
    if (!hasPdfsig) return context.skip("pdfsig (poppler-utils) is not installed");
    const { bytes } = await signedBy("rsa");
    const report = keys.pdfsig(bytes);
    expect(report).toContain("Signature Type: ETSI.CAdES.detached");
    expect(report).toContain("Signature is Valid");
    expect(report).toContain("Total document signed");
    const changed = bytes.slice();
    changed[300]! ^= 1;
    expect(keys.pdfsig(changed)).not.toContain("Signature is Valid");
  });

  test("with a time stamp authority it is B-T, and the stamp is about this very signature", async () => {
    const timeStamper = httpTimeStamper(await keys.timeStampAuthority());
    const { bytes, signature } = await sign({ signer: await p12Signer(keys.p12("rsa")), timeStamper });
    expect(signature?.level).toBe("B-T");
    expect(Math.abs(Date.parse(signature!.timeStampedAt!) - Date.now())).toBeLessThan(60_000);
    const { cms, content } = onlySignature(bytes);
    expect(keys.opensslVerifies(cms, content)).toBe(true);
    const read = readCms(cms);
    writeFileSync(keys.path("token.der"), read.timeStampToken!);
    writeFileSync(keys.path("signature.bin"), read.signature);
    const verified = "ts -verify -in token.der -token_in -data signature.bin -CAfile ca.pem";
    expect(execFileSync("openssl", verified.split(" "), { cwd: keys.folder, stdio: "pipe" }).toString()).toMatch(/OK/);
  });

  test("a time stamp of something else is refused, and nothing is issued", async () => {
    const honest = httpTimeStamper(await keys.timeStampAuthority());
    const timeStamper = { timestamp: () => honest.timestamp(createHash("sha256").update("another").digest()) };
    await expect(sign({ signer: await p12Signer(keys.p12("rsa")), timeStamper })).rejects.toThrow(/something else/);
  });

  test("a token that hashes nothing itself fits: here another process signs the digest", async () => {
    const token: DocumentSigner = {
      certificates: [keys.der("rsa"), keys.der("ca")],
      algorithm: "rsa-sha256",
      sign: async ({ sha256 }) =>
        new Uint8Array(
          execFileSync("openssl", ["pkeyutl", "-sign", "-inkey", keys.path("rsa.key"), "-pkeyopt", "digest:sha256"], {
            input: sha256,
          }),
        ),
    };
    const { bytes } = await sign({ signer: token, timeStamper: null });
    const { cms, content } = onlySignature(bytes);
    expect(keys.opensslVerifies(cms, content)).toBe(true);
    expect(readCms(cms).certificates).toHaveLength(2);
  });

  test("keeps the rendered bytes in front, the text, the tags and the claim to PDF/A", async () => {
    for (const { bytes } of [await sign(null), await signedBy("rsa")]) {
      expect(Buffer.from(bytes.subarray(0, rendered.length)).equals(rendered)).toBe(true);
      expect(readPdfParagraphs(Buffer.from(bytes))).toEqual(readPdfParagraphs(Buffer.from(rendered)));
      const [before, after] = await Promise.all([PDF.load(rendered), PDF.load(bytes)]);
      expect(after.getPageCount()).toBe(1);
      expect(after.getPages()[0]!.extractText().text).toBe(before.getPages()[0]!.extractText().text);
      const catalog = after.getCatalog();
      for (const name of ["StructTreeRoot", "MarkInfo", "Metadata", "OutputIntents"])
        expect(catalog.has(name)).toBe(true);
    }
  });

  test("without a key there is no signature, and the same input gives the same bytes", async () => {
    const one = await sign(null);
    expect(one.signature).toBeNull();
    expect(findSignatures(one.bytes)).toEqual([]);
    expect(Buffer.from((await sign(null)).bytes).equals(one.bytes)).toBe(true);
  });

  test("a wrong password and a file that is none are told in both languages", async () => {
    const right = keys.p12("rsa");
    const wrong = { ...right, password: { kind: "value", value: "sai" } } as const;
    await expect(p12Signer(wrong)).rejects.toMatchObject({ english: expect.stringContaining("password is wrong") });
    await expect(p12Signer({ ...right, p12: keys.path("none.p12") })).rejects.toMatchObject({
      vietnamese: expect.stringContaining("không đọc được"),
    });
  });

  describe("tells about itself what it is", () => {
    const trusted = [key.publicKeyMultibase];

    test("as issued, signed or not", async () => {
      const plain = await sign(null);
      expect(await checkDocument(plain.bytes, trusted)).toMatchObject({
        kind: "as-issued",
        digitallySigned: false,
        statement: { serial: sampleFacts.serial, number: sampleFacts.number },
      });
      const signed = await signedBy("rsa");
      expect(await checkDocument(signed.bytes, trusted)).toMatchObject({ kind: "as-issued", digitallySigned: true });
    });

    test("a byte changed anywhere is a change: text, statement, room, signature field, end", async () => {
      const { bytes } = await signedBy("rsa");
      const [place] = findSignatures(bytes);
      const type = Buffer.from(bytes).indexOf("/ChuanMucStatement");
      for (const at of [
        9,
        300,
        rendered.length - 2,
        type + 60,
        type + 2500,
        place!.contents.start,
        place!.contents.end - 1,
        bytes.length - 3,
      ]) {
        const changed = bytes.slice();
        changed[at]! ^= 0x11;
        expect(await checkDocument(changed, trusted)).toMatchObject({ kind: "changed" });
      }
      expect((await checkDocument(bytes.slice(0, -1), trusted)).kind).toBe("changed");
    });

    test("what was put behind it is told apart from what was issued", async () => {
      const { bytes } = await sign(null);
      const longer = Buffer.concat([bytes, Buffer.from("% more\n")]);
      expect(await checkDocument(longer, trusted)).toMatchObject({ kind: "added-to", addedBytes: 7 });
    });

    test("somebody else's statement counts for nothing, and a file without one says so", async () => {
      const other = keyOf(generateKeyPairSync("ed25519").privateKey);
      const forged = await signWith({ pdf: rendered, now, subject, signing: null, key: other });
      expect(await checkDocument(forged.bytes, trusted)).toEqual({ kind: "changed", serial: null });
      expect(await checkDocument(rendered, trusted)).toEqual({ kind: "no-statement" });
    });
  });
});
