import { describe, expect, test } from "vitest";
import { readSettings } from "~/platform/settings";

const key = "0123456789abcdef0123456789abcdef";
const read = (source: Record<string, string>) => readSettings(source, "/srv/chuan-muc");
const wrong = (source: Record<string, string>) => read(source).problems.map(({ setting }) => setting);

describe("settings", () => {
  test("none is needed: a first start works by itself", () => {
    const { settings, problems } = read({});
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      databaseUrl: null,
      dataDir: "/srv/chuan-muc/data",
      origin: "http://localhost:3000",
      host: "127.0.0.1",
      demo: true,
    });
  });

  test("all wrong ones are told together, each in both languages", () => {
    const source = {
      PORT: "99999",
      ORIGIN: "angiang",
      DATABASE_URL: "mysql://x",
      TRUST_PROXY: "perhaps",
      SECRET_KEY: "short",
    };
    expect(wrong(source).sort()).toEqual(["DATABASE_URL", "ORIGIN", "PORT", "SECRET_KEY", "TRUST_PROXY"]);
    for (const { vietnamese, english } of read(source).problems) expect(vietnamese).not.toBe(english);
  });

  test("production on a database of its own needs a key that all processes share", () => {
    const source = { NODE_ENV: "production", DATABASE_URL: "postgresql://u:p@db/x" };
    expect(wrong(source)).toEqual(["SECRET_KEY"]);
    expect(wrong({ ...source, SECRET_KEY: key })).toEqual([]);
    expect(wrong({ NODE_ENV: "production" })).toEqual([]);
  });

  test("production on a database of its own gets no demonstration province unless asked", () => {
    const source = { NODE_ENV: "production", DATABASE_URL: "postgresql://u:p@db/x", SECRET_KEY: key };
    expect(read(source).settings.demo).toBe(false);
    expect(read({ ...source, DEMO: "1" }).settings.demo).toBe(true);
    expect(read({ DEMO: "0" }).settings.demo).toBe(false);
  });

  test("it listens to the network once production has said its address", () => {
    expect(read({ NODE_ENV: "production" }).settings.host).toBe("127.0.0.1");
    const known = { NODE_ENV: "production", ORIGIN: "https://hoctap.angiang.gov.vn/" };
    expect(read(known).settings).toMatchObject({ host: "0.0.0.0", origin: "https://hoctap.angiang.gov.vn" });
    expect(read({ ...known, HOST: "10.0.0.5" }).settings.host).toBe("10.0.0.5");
  });

  test("an empty setting is none", () => {
    expect(read({ DATABASE_URL: " ", PORT: "" }).settings).toMatchObject({ databaseUrl: null, port: 3000 });
  });

  test("a signing key is told wholly or not at all: a file, and its password in one of two ways", () => {
    const p12 = { SIGNING_P12: "keys/so-noi-vu.p12" };
    expect(read({}).settings).toMatchObject({ signing: null, signingRoots: null });
    expect(wrong(p12)).toEqual(["SIGNING_P12_PASSWORD"]);
    expect(wrong({ ...p12, SIGNING_P12_PASSWORD: "x", SIGNING_P12_PASSWORD_FILE: "y" })).toEqual([
      "SIGNING_P12_PASSWORD",
    ]);
    expect(wrong({ SIGNING_TSA_URL: "http://tsa.example" })).toEqual(["SIGNING_P12"]);
    expect(wrong({ ...p12, SIGNING_P12_PASSWORD: "x", SIGNING_TSA_URL: "tsa" })).toEqual(["SIGNING_TSA_URL"]);
    expect(read({ ...p12, SIGNING_P12_PASSWORD_FILE: "secret" }).settings.signing).toEqual({
      p12: "/srv/chuan-muc/keys/so-noi-vu.p12",
      password: { kind: "file", file: "/srv/chuan-muc/secret" },
      tsaUrl: null,
    });
  });

  test("a signing token is told wholly or not at all, and not together with a file", () => {
    const token = {
      SIGNING_PKCS11_MODULE: "/usr/lib/softhsm/libsofthsm2.so",
      SIGNING_PKCS11_TOKEN: "Sở Nội vụ",
      SIGNING_PKCS11_KEY: "01",
    };
    const pin = { SIGNING_PKCS11_PIN: "1234" };
    expect(wrong({ ...token, ...pin })).toEqual([]);
    expect(read({ ...token, ...pin, SIGNING_TSA_URL: "http://tsa.example" }).settings.signing).toEqual({
      pkcs11: {
        module: "/usr/lib/softhsm/libsofthsm2.so",
        token: "Sở Nội vụ",
        key: "01",
        pin: { kind: "value", value: "1234" },
        chain: null,
        tool: "pkcs11-tool",
      },
      tsaUrl: "http://tsa.example",
    });
    const paths = {
      SIGNING_PKCS11_PIN_FILE: "keys/pin",
      SIGNING_PKCS11_CHAIN: "keys/chain.pem",
      SIGNING_PKCS11_TOOL: "bin/pkcs11-tool",
    };
    expect(read({ ...token, ...paths }).settings.signing).toMatchObject({
      pkcs11: {
        pin: { kind: "file", file: "/srv/chuan-muc/keys/pin" },
        chain: "/srv/chuan-muc/keys/chain.pem",
        tool: "/srv/chuan-muc/bin/pkcs11-tool",
      },
    });
    for (const name of Object.keys(token)) expect(wrong({ ...token, ...pin, [name]: "" })).toEqual([name]);
    expect(wrong(token)).toEqual(["SIGNING_PKCS11_PIN"]);
    expect(wrong({ ...token, ...pin, SIGNING_PKCS11_PIN_FILE: "keys/pin" })).toEqual(["SIGNING_PKCS11_PIN"]);
    expect(wrong(pin).sort()).toEqual(Object.keys(token).sort());
    expect(wrong({ SIGNING_PKCS11_TOOL: "pkcs11-tool" })).toHaveLength(4);
    const both = { ...token, ...pin, SIGNING_P12: "keys/so-noi-vu.p12", SIGNING_P12_PASSWORD: "x" };
    expect(wrong(both)).toEqual(["SIGNING_P12"]);
    for (const { vietnamese, english } of read(both).problems) expect(`${vietnamese}${english}`).not.toContain("1234");
  });

  test("a store for files is told wholly or not at all", () => {
    const whole = {
      FILES_S3_ENDPOINT: "https://s3.angiang.gov.vn",
      FILES_S3_BUCKET: "hoc-lieu",
      FILES_S3_ACCESS_KEY: "khoa",
      FILES_S3_SECRET_KEY: "bi-mat",
    };
    expect(read({}).settings.filesS3).toBeNull();
    expect(wrong(whole)).toEqual([]);
    expect(read(whole).settings.filesS3).toMatchObject({ bucket: "hoc-lieu", region: "us-east-1" });
    expect(wrong({ ...whole, FILES_S3_SECRET_KEY: "" })).toEqual(["FILES_S3_SECRET_KEY"]);
    expect(wrong({ FILES_S3_REGION: "vn-1" })).toHaveLength(4);
    expect(wrong({ ...whole, FILES_S3_ENDPOINT: "s3.angiang.gov.vn" })).toEqual(["FILES_S3_ENDPOINT"]);
    expect(wrong({ ...whole, FILES_S3_BUCKET: "Học liệu" })).toEqual(["FILES_S3_BUCKET"]);
    const [problem] = read({ ...whole, FILES_S3_SECRET_KEY: "" }).problems;
    expect(problem!.english).toContain("FILES_S3_ENDPOINT");
  });
});
