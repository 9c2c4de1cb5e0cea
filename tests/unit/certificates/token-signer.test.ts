import { createHash, generateKeyPairSync, verify, X509Certificate } from "node:crypto";
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { renderCertificatePdf } from "~/domain/certificates/pdf/certificate-pdf.server";
import { contentsOf, findSignatures, signedBytes } from "~/domain/certificates/signing/byte-range";
import { readCms } from "~/domain/certificates/signing/cms";
import { readDer } from "~/domain/certificates/signing/der";
import { tokenSigner } from "~/domain/certificates/signing/pkcs11/token-signer.server";
import { signWith } from "~/domain/certificates/signing/sign-pdf.server";
import { keyOf } from "~/platform/platform-key.server";
import { hasPdfsig, TestKeys } from "../../support/signing-keys";
import { hasToken, PIN, TestToken, TOKEN_LABEL } from "../../support/signing-token";
import { sampleFacts } from "./sample-facts";

const now = new Date("2026-11-23T02:05:07.123Z");
const subject = { ...sampleFacts, issuerCode: "SNV", year: 2026 };
const key = keyOf(generateKeyPairSync("ed25519").privateKey);
const LABELS = { rsa: "Khóa ký RSA", ec: "Khóa ký EC" };

describe.skipIf(!hasToken)("a key on a token (skipped where softhsm2-util, pkcs11-tool or openssl is missing)", () => {
  let keys: TestKeys;
  let token: TestToken;
  let rendered: Uint8Array;
  beforeAll(async () => {
    keys = new TestKeys();
    token = new TestToken(keys);
    vi.stubEnv("SOFTHSM2_CONF", token.conf);
    token.put("rsa", { id: "01", label: LABELS.rsa });
    token.put("ec", { id: "0a", label: LABELS.ec });
    rendered = new Uint8Array(await renderCertificatePdf(sampleFacts));
  }, 60_000);
  afterAll(() => {
    vi.unstubAllEnvs();
    keys?.close();
  });

  const sentence = (english: string) => ({ name: "PlainSentence", english: expect.stringContaining(english) });

  test.each(["rsa", "ec"] as const)(
    "signs a certificate as PAdES baseline B-B over the whole file (%s)",
    async (name) => {
      const chain = keys.path("ca.pem");
      const signer = await tokenSigner(token.settings(LABELS[name], { chain }));
      expect(signer.algorithm).toBe(name === "rsa" ? "rsa-sha256" : "ecdsa-sha256");
      const { bytes, signature } = await signWith({
        pdf: rendered,
        now,
        subject,
        signing: { signer, timeStamper: null },
        key,
      });
      const [place, ...others] = findSignatures(bytes);
      expect(others).toEqual([]);
      expect(place).toMatchObject({ subFilter: "ETSI.CAdES.detached", coveredTo: bytes.length });
      const cms = readDer(contentsOf(bytes, place!)).bytes;
      expect(keys.opensslVerifies(cms, signedBytes(bytes, place!))).toBe(true);
      expect(readCms(cms).certificates).toHaveLength(2);
      expect(signature).toMatchObject({
        level: "B-B",
        signerName: name === "rsa" ? "Sở Nội vụ tỉnh An Giang" : "Chữ ký EC",
        issuerName: "Root",
      });
      const changed = bytes.slice();
      changed[200]! ^= 1;
      expect(keys.opensslVerifies(cms, signedBytes(changed, place!))).toBe(false);
      if (hasPdfsig) expect(keys.pdfsig(bytes)).toContain("Signature is Valid");
    },
  );

  test("is found by its label or by its ID, with the PIN told or in a file", async () => {
    writeFileSync(keys.path("pin"), `${PIN} \r\nanything\n`);
    const pin = { kind: "file", file: keys.path("pin") } as const;
    for (const name of ["0a", "0A", LABELS.ec]) {
      const { certificates } = await tokenSigner(token.settings(name, { pin }));
      expect(new X509Certificate(certificates[0]).subject).toContain("Chữ ký EC");
      expect(certificates).toHaveLength(1);
    }
  });

  test("signs for several at once, one process after the other", async () => {
    const signer = await tokenSigner(token.settings("01"));
    const { publicKey } = new X509Certificate(signer.certificates[0]);
    const contents = [1, 2, 3, 4].map((each) => Buffer.from(`document ${each}`));
    const signatures = await Promise.all(
      contents.map((content) => signer.sign({ content, sha256: createHash("sha256").update(content).digest() })),
    );
    signatures.forEach((signature, index) =>
      expect(verify("sha256", contents[index]!, publicKey, signature)).toBe(true),
    );
  });

  test("that asks for its PIN at every signature is given it", async () => {
    token.put("ec", { id: "0b", label: "always", more: ["--always-auth"] });
    expect((await tokenSigner(token.settings("always"))).algorithm).toBe("ecdsa-sha256");
  });

  test("takes the certificate that fits it, and no other that bears its ID", async () => {
    token.put("ec", { id: "0c", label: "two", certificate: keys.der("ca") });
    await expect(tokenSigner(token.settings("two"))).rejects.toMatchObject(sentence("no certificate of that very key"));
    token.putCertificate(keys.der("ec"), { id: "0c", label: "two, its own" });
    const { certificates } = await tokenSigner(token.settings("two"));
    expect(Buffer.from(certificates[0]).equals(keys.der("ec"))).toBe(true);
  });

  test("a key without a certificate, a key that is not there and a label that two bear are told", async () => {
    token.put("rsa", { id: "0d", label: "alone", certificate: null });
    await expect(tokenSigner(token.settings("alone"))).rejects.toMatchObject(
      sentence("no certificate of that very key"),
    );
    await expect(tokenSigner(token.settings("none"))).rejects.toMatchObject(sentence(`"${LABELS.rsa}" (ID 01)`));
    token.put("rsa", { id: "0e", label: "alone" });
    await expect(tokenSigner(token.settings("alone"))).rejects.toMatchObject(sentence("several keys"));
    expect((await tokenSigner(token.settings("0e"))).algorithm).toBe("rsa-sha256");
  });

  test("a wrong PIN is told, and not tried a second time", async () => {
    const pin = { kind: "value", value: "00000000" } as const;
    for (const time of [1, 2]) {
      const refusal = await tokenSigner(token.settings("01", { pin })).catch((error: unknown) => error);
      expect(refusal, String(time)).toMatchObject(sentence("refuses the PIN"));
      expect(String(refusal)).not.toContain("00000000");
    }
    await expect(tokenSigner(token.settings("01"))).resolves.toBeDefined();
  });

  test("a token that is not there is told with those that are, and two of one label too", async () => {
    await expect(tokenSigner(token.settings("01", { token: "Sở Y tế" }))).rejects.toMatchObject(sentence(TOKEN_LABEL));
    token.init("twin");
    token.init("twin");
    await expect(tokenSigner(token.settings("01", { token: "twin" }))).rejects.toMatchObject(
      sentence("several tokens"),
    );
  });

  test("a driver that is not there, or is none, is told", async () => {
    const missing = token.settings("01", { module: keys.path("none.so") });
    await expect(tokenSigner(missing)).rejects.toMatchObject(sentence("cannot be read (ENOENT)"));
    const none = token.settings("01", { module: keys.path("ca.pem") });
    await expect(tokenSigner(none)).rejects.toMatchObject(sentence("cannot be loaded"));
  });

  test("a chain that is none, or that of another certificate, is told", async () => {
    const withChain = (file: string) => tokenSigner(token.settings("01", { chain: keys.path(file) }));
    await expect(withChain("none.pem")).rejects.toMatchObject(sentence("(ENOENT)"));
    await expect(withChain("rsa.key")).rejects.toMatchObject(sentence("at least one certificate"));
    await expect(withChain("ec.pem")).rejects.toMatchObject(sentence("its issuer: Root"));
  });
});
