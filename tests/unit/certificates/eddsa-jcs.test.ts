import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { base58 } from "@scure/base";
import { describe, expect, test } from "vitest";
import {
  addProof,
  checkProof,
  hashToSign,
  hex,
  sha256Of,
  type DataIntegrityProof,
  type JsonObject,
} from "~/domain/certificates/credential/data-integrity";
import { canonicalJson } from "~/platform/canonical-json";
import { keyOf, verifySignature } from "~/platform/platform-key.server";

const VECTORS = path.resolve("../shared/fixtures/w3c-eddsa");
const FOLDERS = [VECTORS, path.resolve("../../shared/fixtures/w3c-eddsa")];
const folder = FOLDERS.find((each) => existsSync(path.join(each, "keyPair.json"))) ?? null;

describe("the official vectors of eddsa-jcs-2022", () => {
  test("are reproduced byte for byte: canonical forms, hashes, signature, proof value, signed credential", async (context) => {
    if (folder === null) return context.skip(`the vectors of the W3C are not there (${VECTORS})`);
    const text = (name: string) => readFileSync(path.join(folder, name), "utf8").trim();
    const json = (name: string) => JSON.parse(text(name)) as JsonObject;
    const unsigned = json("unsigned.json");
    const options = json("eddsa-jcs-2022/proofConfigJCS.json") as unknown as Omit<DataIntegrityProof, "proofValue">;
    expect(canonicalJson(unsigned)).toBe(text("eddsa-jcs-2022/canonDocJCS.txt"));
    expect(canonicalJson(options)).toBe(text("eddsa-jcs-2022/proofCanonJCS.txt"));
    expect(hex(await sha256Of(canonicalJson(unsigned)))).toBe(text("eddsa-jcs-2022/docHashJCS.txt"));
    expect(hex(await sha256Of(canonicalJson(options)))).toBe(text("eddsa-jcs-2022/proofHashJCS.txt"));
    const bytes = await hashToSign(unsigned, options);
    expect(hex(bytes)).toBe(text("eddsa-jcs-2022/combinedHashJCS.txt"));

    const { publicKeyMultibase, privateKeyMultibase } = json("keyPair.json") as Record<string, string>;
    const raw = base58.decode(privateKeyMultibase!.slice(1)).subarray(2, 34);
    const pkcs8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), raw]);
    const key = createPrivateKey({ key: pkcs8, type: "pkcs8", format: "der" });
    expect(sign(null, bytes, key).toString("hex")).toBe(text("eddsa-jcs-2022/sigHexJCS.txt"));
    const signed = await addProof(unsigned, {
      created: new Date(options.created),
      verificationMethod: options.verificationMethod,
      sign: (each) => sign(null, each, key),
    });
    expect(signed.proof.proofValue).toBe(text("eddsa-jcs-2022/sigBTC58JCS.txt"));
    expect(signed).toEqual(json("eddsa-jcs-2022/signedJCS.json"));
    expect(keyOf(key).publicKeyMultibase).toBe(publicKeyMultibase);
    expect(await checkProof(signed, [publicKeyMultibase!])).toEqual({ kind: "verified", publicKeyMultibase });
    expect(verifySignature({ publicKeyMultibase: publicKeyMultibase!, bytes, signature: sign(null, bytes, key) })).toBe(
      true,
    );
  });
});

describe("a proof", () => {
  const key = keyOf(generateKeyPairSync("ed25519").privateKey);
  const method = `https://example.gov.vn/issuer.json#${key.publicKeyMultibase}`;
  const document = { "@context": ["https://www.w3.org/ns/credentials/v2"], name: "Văn hóa công vụ", list: [1, 2] };
  const prove = () =>
    addProof(document, { created: new Date("2026-11-23T01:02:03.9Z"), verificationMethod: method, sign: key.sign });
  const keys = [key.publicKeyMultibase];

  test("is the same every time, and holds whatever the order of the fields", async () => {
    const proven = await prove();
    expect(await prove()).toEqual(proven);
    expect(proven.proof.created).toBe("2026-11-23T01:02:03Z");
    const turned = { proof: proven.proof, list: [1, 2], name: document.name, "@context": document["@context"] };
    expect((await checkProof(turned, keys)).kind).toBe("verified");
  });

  test("fails when anything in the document or in the proof is another", async () => {
    const proven = await prove();
    const { proof } = proven;
    for (const forged of [
      { ...proven, name: "Văn hoá công vụ" },
      { ...proven, more: 1 },
      { ...proven, list: [2, 1] },
      { ...proven, "@context": [] },
      { ...proven, proof: { ...proof, created: "2026-11-24T01:02:03Z" } },
      { ...proven, proof: { ...proof, "@context": [] } },
      { ...proven, proof: { ...proof, expires: "2030-01-01T00:00:00Z" } },
      { ...proven, proof: { ...proof, proofValue: `z${base58.encode(new Uint8Array(64))}` } },
      { ...proven, proof: { ...proof, proofValue: "z0" } },
    ]) {
      expect(await checkProof(forged, keys)).toEqual({ kind: "failed", because: "altered" });
    }
  });

  test("by a key that is not the platform's, or of another kind, counts for nothing", async () => {
    const proven = await prove();
    const other = keyOf(generateKeyPairSync("ed25519").privateKey).publicKeyMultibase;
    expect(await checkProof(proven, [other])).toEqual({ kind: "failed", because: "unknown-key" });
    const { proof, ...bare } = proven;
    expect(await checkProof(bare, keys)).toEqual({ kind: "failed", because: "no-proof" });
    for (const wrong of [{ cryptosuite: "eddsa-rdfc-2022" }, { proofPurpose: "authentication" }, { type: "X" }]) {
      expect(await checkProof({ ...bare, proof: { ...proof, ...wrong } }, keys)).toMatchObject({ because: "no-proof" });
    }
  });
});
