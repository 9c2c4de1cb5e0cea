import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { tokenSigner } from "~/domain/certificates/signing/pkcs11/token-signer.server";
import { findKey, readObjects, readTokens } from "~/domain/certificates/signing/pkcs11/token-listing";
import type { Pkcs11Settings } from "~/platform/pkcs11-settings";
import { fakeTool, PIN, TOKEN_LABEL } from "../../support/signing-token";

let folder: string;
let made = 0;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "fake-token-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Each with a driver of its own, so that none remembers what another one was told. */
function settings(tool: string, change: Partial<Pkcs11Settings> = {}): Pkcs11Settings {
  const module = path.join(folder, `driver-${(made += 1)}.so`);
  writeFileSync(module, "");
  return { module, token: TOKEN_LABEL, key: "01", pin: { kind: "value", value: PIN }, chain: null, tool, ...change };
}

const fake = (input: Parameters<typeof fakeTool>[1]) => fakeTool(path.join(folder, `tool-${(made += 1)}`), input);
const refusal = (of: Pkcs11Settings, limitMs?: number): Promise<unknown> =>
  tokenSigner(of, limitMs).catch((error: unknown) => error);
const sentence = (english: string) => ({ name: "PlainSentence", english: expect.stringContaining(english) });

describe("pkcs11-tool, played by a script", () => {
  test("that is missing or may not be run is told", async () => {
    expect(await refusal(settings(path.join(folder, "none")))).toMatchObject(sentence("cannot be run (ENOENT)"));
    expect(await refusal(settings("/dev/null"))).toMatchObject(sentence("cannot be run (EACCES)"));
  });

  test("that hangs is ended, with all that it started; who waited behind it is told at once, who comes later asks anew", async () => {
    const { tool, calls } = fake({ then: 'while :; do echo still >> "$0.alive"; sleep 0.1; done & wait' });
    const of = settings(tool);
    const begun = performance.now();
    const answers = await Promise.all([refusal(of, 2500), refusal(of, 2500), refusal(of, 2500)]);
    expect(performance.now() - begun).toBeLessThan(5000);
    for (const answer of answers) expect(answer).toMatchObject(sentence("did not answer within 2.5 seconds"));
    const asked = () => readFileSync(calls, "utf8").trim().split("\n").length;
    expect(asked()).toBe(2);
    const alive = () => readFileSync(`${tool}.alive`).length;
    const then = alive();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(alive()).toBe(then);
    expect(await refusal(of, 500)).toMatchObject(sentence("0.5 seconds"));
    expect(asked()).toBe(4);
  });

  test("that prints the PIN, to either side, is not repeated; the PIN stands in no argument", async () => {
    const { tool, calls } = fake({
      then: 'echo "PIN is $CHUAN_MUC_TOKEN_PIN"; echo "error: $CHUAN_MUC_TOKEN_PIN is bad, rv = CKR_DEVICE_ERROR (0x30)" >&2; exit 1',
    });
    const error = (await refusal(settings(tool))) as Error;
    expect(error).toMatchObject(sentence("CKR_DEVICE_ERROR"));
    expect(`${error.stack}${JSON.stringify(error)}`).not.toContain(PIN);
    expect(readFileSync(calls, "utf8")).not.toContain(PIN);
    expect(readFileSync(calls, "utf8")).toContain("--pin env:CHUAN_MUC_TOKEN_PIN");
  });

  test("sees none of the platform's own secrets", async () => {
    const { tool } = fake({ then: 'env > "$0.env"; exit 1' });
    for (const name of ["SECRET_KEY", "DATABASE_URL", "SIGNING_PKCS11_PIN", "OPENSC_DEBUG"])
      vi.stubEnv(name, "of the platform");
    vi.stubEnv("DRIVER_OWN_SETTING", "of the driver");
    await refusal(settings(tool));
    vi.unstubAllEnvs();
    const seen = readFileSync(`${tool}.env`, "utf8");
    expect(seen).not.toContain("of the platform");
    expect(seen).toContain("DRIVER_OWN_SETTING=of the driver");
    expect(seen).toContain(`CHUAN_MUC_TOKEN_PIN=${PIN}`);
  });

  test("whose driver crashes is told, and the platform goes on", async () => {
    const { tool } = fake({ then: "kill -SEGV $$" });
    expect(await refusal(settings(tool))).toMatchObject(sentence("crashed (SIGSEGV)"));
  });

  test.each([
    ["final user PIN try", "one try of its PIN left"],
    ["user PIN locked", "locked after too many wrong PINs"],
  ])("that shows a token with “%s” is not asked to log in", async (flags, english) => {
    const { tool, calls } = fake({ flags, then: "exit 1" });
    expect(await refusal(settings(tool))).toMatchObject(sentence(english));
    expect(readFileSync(calls, "utf8")).not.toContain("--login");
  });

  test("that says the PIN is wrong is not told it again; another PIN is tried", async () => {
    const { tool, calls } = fake({
      then: 'echo "error: PKCS11 function C_Login failed: rv = CKR_PIN_INCORRECT (0xa0)" >&2; exit 1',
    });
    const of = settings(tool);
    const logins = () => readFileSync(calls, "utf8").split("--login").length - 1;
    const answers = [await refusal(of), await refusal(of), await refusal(of)];
    for (const answer of answers) expect(answer).toMatchObject(sentence("refuses the PIN"));
    expect(logins()).toBe(1);
    await refusal({ ...of, pin: { kind: "value", value: "another" } });
    expect(logins()).toBe(2);
  });

  test("is not called with an empty PIN, and says that a token was locked just now", async () => {
    const { tool, calls } = fake({ then: 'echo "rv = CKR_PIN_LOCKED (0xa4)" >&2; exit 1' });
    const file = path.join(folder, "pin");
    writeFileSync(file, "\n1234\n");
    expect(await refusal(settings(tool, { pin: { kind: "file", file } }))).toMatchObject(sentence("first line"));
    expect(readFileSync(calls, "utf8")).toBe("");
    expect(await refusal(settings(tool))).toMatchObject(sentence("is locked"));
  });
});

describe("what pkcs11-tool lists", () => {
  const LISTING = `Using slot 0 with a present token (0x1)
Certificate Object; type = X.509 cert
  label:      Ký số
  subject:    DN: CN=label: not this
  ID:         0A01
Private Key Object; RSA 
  label:      Ký số
  ID:         0a01
  Usage:      decrypt, sign, unwrap
Private Key Object; EC
  label:      không ID
Public Key Object; RSA 2048 bits
  label:      Ký số
  ID:         0a01
`;
  test("is read into tokens, keys and certificates", () => {
    expect(readObjects(LISTING)).toEqual([
      { kind: "certificate", type: "X.509", label: "Ký số", id: "0a01" },
      { kind: "key", type: "RSA", label: "Ký số", id: "0a01" },
      { kind: "key", type: "EC", label: "không ID", id: "" },
    ]);
    const slots = `Available slots:\nSlot 0 (0x0): x\n  (empty)\nSlot 1 (0x1): y\n  token label        : SNV  \n  token flags        : rng, user PIN locked\n`;
    expect(readTokens(slots)).toEqual([{ label: "SNV", flags: ["rng", "user PIN locked"] }]);
    expect(readTokens("No slots.\n")).toEqual([]);
  });

  test("a key is meant by its label, or by its ID however it is written", () => {
    const objects = readObjects(LISTING);
    for (const wanted of ["Ký số", "Ký số".normalize("NFD"), "0a01", "0A:01"]) {
      expect(findKey(objects, wanted)).toMatchObject({
        kind: "found",
        key: { id: "0a01" },
        certificates: [{ id: "0a01" }],
      });
    }
    expect(findKey(objects, "không ID")).toEqual({ kind: "no-id" });
    expect(findKey(objects, "")).toMatchObject({ kind: "no-key" });
  });
});
