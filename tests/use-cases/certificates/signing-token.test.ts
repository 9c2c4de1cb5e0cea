import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { readDocument } from "~/domain/certificates/document-store.server";
import { issueCertificate, takeLocks, turnLock } from "~/domain/certificates/issue-store.server";
import { contentsOf, findSignatures, signedBytes } from "~/domain/certificates/signing/byte-range";
import { readDer } from "~/domain/certificates/signing/der";
import { configuredSigning } from "~/domain/certificates/signing/sign-pdf.server";
import { db, inTransaction } from "~/platform/db.server";
import { forgetEnv } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { startPlatform } from "~/use-cases/system/start-platform";
import { makeDocuments } from "~/use-cases/system/make-documents";
import { tellNothing, truncateAll, useDatabase } from "../../support/database";
import { TestKeys } from "../../support/signing-keys";
import { hasToken, PIN, TestToken } from "../../support/signing-token";
import { sampleFacts } from "../../unit/certificates/sample-facts";
import { staffWithCompletions } from "./staff-with-completions";

useDatabase();

const ISSUED = new Date("2026-11-23T05:00:00Z");

describe.skipIf(!hasToken)("a signing token (skipped where softhsm2-util, pkcs11-tool or openssl is missing)", () => {
  let keys: TestKeys;
  let token: TestToken;
  beforeAll(() => {
    keys = new TestKeys();
    token = new TestToken(keys);
    vi.stubEnv("SOFTHSM2_CONF", token.conf);
    token.put("ec", { id: "01", label: "so-noi-vu" });
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    forgetEnv();
    keys?.close();
  });
  beforeEach(truncateAll);

  function configure(change: Record<string, string> = {}): void {
    const { module, token: label, key } = token.settings("so-noi-vu");
    const settings = {
      SIGNING_PKCS11_MODULE: module,
      SIGNING_PKCS11_TOKEN: label,
      SIGNING_PKCS11_KEY: key,
      SIGNING_PKCS11_PIN: PIN,
      SIGNING_PKCS11_CHAIN: keys.path("ca.pem"),
      SIGNING_PKCS11_TOOL: "",
      ...change,
    };
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    // Where the database is stays told.
    delete (globalThis as { chuanMucEnv?: unknown }).chuanMucEnv;
  }

  test("that cannot sign keeps documents from being made, and they are made once it can", async () => {
    const { completions } = await staffWithCompletions(2);
    for (const completion of completions) {
      await inTransaction(async (tx) => {
        await takeLocks(tx, [turnLock(completion)]);
        return issueCertificate(tx, {
          completion,
          issuerCode: "SNV",
          now: ISSUED,
          randomBytes,
          randomId: randomUUID,
          tell: tellNothing,
          compose: (entry) => ({ ...sampleFacts, ...entry, issuedOn: "2026-11-23" }),
        });
      });
    }
    configure();
    expect((await configuredSigning())?.signer.algorithm).toBe("ecdsa-sha256");
    // The token is pulled out: it was there at the start, and the key has been opened.
    vi.stubEnv("SOFTHSM2_CONF", token.configuration("pulled-out"));
    const faults = vi.spyOn(log(), "error").mockImplementation(() => undefined);
    expect(await makeDocuments({ now: ISSUED })).toBe(0);
    expect(await db.certificateDocument.count()).toBe(0);
    // Said once, and not for each that waits; without the PIN.
    expect(faults).toHaveBeenCalledTimes(1);
    const [{ error }] = faults.mock.calls[0] as unknown as [{ error: Error }];
    expect(error).toMatchObject({ name: "PlainSentence", english: expect.stringContaining("there is no token") });
    expect(`${error.stack}`).not.toContain(PIN);
    faults.mockRestore();

    vi.stubEnv("SOFTHSM2_CONF", token.conf);
    expect(await makeDocuments({ now: ISSUED })).toBe(2);
    const document = await db.certificateDocument.findFirstOrThrow();
    expect(document.signature).toMatchObject({ level: "B-B", signerName: "Chữ ký EC" });
    const bytes = await readDocument(document);
    const [place] = findSignatures(bytes);
    expect(keys.opensslVerifies(readDer(contentsOf(bytes, place!)).bytes, signedBytes(bytes, place!))).toBe(true);
  });

  test.each([
    [{ SIGNING_PKCS11_PIN: "00000000" }, "SIGNING_PKCS11_PIN: the token"],
    [{ SIGNING_PKCS11_TOKEN: "Sở Y tế" }, 'SIGNING_PKCS11_TOKEN: there is no token labelled "Sở Y tế"'],
    [
      { SIGNING_PKCS11_TOOL: "pkcs11-tool-of-nobody" },
      "SIGNING_PKCS11_TOOL: pkcs11-tool-of-nobody cannot be run (ENOENT)",
    ],
    [{ SIGNING_PKCS11_KEY: "02" }, "SIGNING_PKCS11_KEY: the token has no private key"],
  ])("that is not as told keeps the platform from starting, with a sentence: %o", async (change, english) => {
    configure(change);
    await expect(startPlatform()).rejects.toMatchObject({
      name: "PlainSentence",
      english: expect.stringContaining(english),
    });
  });
});
