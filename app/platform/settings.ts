import { isIP } from "node:net";
import { createPrivateKey } from "node:crypto";
import path from "node:path";
import { readS3, type S3Settings } from "./files/s3-settings";
import { readSigning, type SigningSettings } from "./signing-settings";

/** Every setting, with what it is when nothing is said. */
export interface Settings {
  /** NODE_ENV=production. */
  production: boolean;
  /** DATABASE_URL; null: the platform starts its own PostgreSQL in DATA_DIR. */
  databaseUrl: string | null;
  /** DATABASE_POOL_SIZE: connections per process. */
  databasePoolSize: number;
  /** DATA_DIR: everything that this machine must keep. */
  dataDir: string;
  /** FILES_S3_…: where the media of courses lie; null: in DATA_DIR/files. */
  filesS3: S3Settings | null;
  /** CONTENT_DIR: courses and the register of documents. */
  contentDir: string;
  /** MIGRATIONS_DIR. */
  migrationsDir: string;
  port: number;
  /** HOST: all addresses once production says its ORIGIN, this machine alone otherwise. */
  host: string;
  /** ORIGIN: the address that people use, in links, QR codes and the check of where a form came from. */
  origin: string;
  /** TRUST_PROXY=1: one reverse proxy in front tells the reader's address and protocol. */
  trustProxy: boolean;
  /** SECRET_KEY; null: one is kept in DATA_DIR. */
  secretKey: string | null;
  /** SIGNING_…: the key that signs issued documents; null: they carry no digital signature. */
  signing: SigningSettings | null;
  /** SIGNING_ROOTS: a PEM file with the roots that signatures of agencies are traced to; null: that is not checked. */
  signingRoots: string | null;
  /** RECORD_KEY: the Ed25519 key (PKCS #8, PEM) that signs the record; null: one is kept in DATA_DIR. Several machines need the same one. */
  recordKey: string | null;
  /** DEMO: whether a first start fills an empty database with a fictitious province. */
  demo: boolean;
  /** DEMO_PASSWORD; null: one is made and kept in DATA_DIR. */
  demoPassword: string | null;
  /** WEBHOOK_NETWORKS: networks of the agency's own ("10.1.2.0/24, 10.3.0.5") whose addresses may be told of changes. */
  webhookNetworks: string[];
  /** LOG_LEVEL. */
  logLevel: string;
}

export interface SettingProblem {
  setting: string;
  vietnamese: string;
  english: string;
}

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

/** Reads the settings out of an environment; every wrong one is told, none stops the others from being read. */
export function readSettings(
  source: Readonly<Record<string, string | undefined>>,
  directory: string,
): { settings: Settings; problems: SettingProblem[] } {
  const problems: SettingProblem[] = [];
  const text = (name: string) => source[name]?.trim() || null;
  const wrong = (setting: string, vietnamese: string, english: string) =>
    void problems.push({ setting, vietnamese: `${setting}: ${vietnamese}`, english: `${setting}: ${english}` });

  function whole(name: string, fallback: number, least: number, most: number): number {
    const given = text(name);
    if (given === null) return fallback;
    const value = Number(given);
    if (/^\d+$/.test(given) && value >= least && value <= most) return value;
    wrong(
      name,
      `"${given}" phải là số nguyên từ ${least} đến ${most}.`,
      `"${given}" must be a whole number from ${least} to ${most}.`,
    );
    return fallback;
  }

  function yesNo(name: string, fallback: boolean): boolean {
    const given = text(name);
    if (given === null) return fallback;
    if (/^(1|true|yes)$/i.test(given)) return true;
    if (/^(0|false|no)$/i.test(given)) return false;
    wrong(name, `"${given}" phải là 0 hoặc 1.`, `"${given}" must be 0 or 1.`);
    return fallback;
  }

  function choice(name: string, fallback: string, options: string[]): string {
    const given = text(name);
    if (given === null || options.includes(given)) return given ?? fallback;
    const list = options.join(", ");
    wrong(name, `"${given}" phải là một trong: ${list}.`, `"${given}" must be one of: ${list}.`);
    return fallback;
  }

  const production = choice("NODE_ENV", "development", ["production", "development", "test"]) === "production";
  const databaseUrl = text("DATABASE_URL");
  if (databaseUrl !== null && !isPostgresUrl(databaseUrl)) {
    wrong(
      "DATABASE_URL",
      `phải có dạng postgresql://người-dùng:mật-khẩu@máy:5432/cơ-sở-dữ-liệu; bỏ trống thì hệ thống tự khởi động PostgreSQL.`,
      `must look like postgresql://user:password@host:5432/database; leave it out and the platform starts PostgreSQL itself.`,
    );
  }
  const port = whole("PORT", 3000, 0, 65_535);
  const givenOrigin = text("ORIGIN");
  const origin = givenOrigin === null ? `http://localhost:${port}` : originOf(givenOrigin);
  if (origin === null) {
    wrong(
      "ORIGIN",
      `"${givenOrigin}" phải là địa chỉ gốc như https://hoctap.angiang.gov.vn, không có đường dẫn phía sau.`,
      `"${givenOrigin}" must be a bare address such as https://hoctap.angiang.gov.vn, with no path behind it.`,
    );
  }
  const secretKey = text("SECRET_KEY");
  if (secretKey !== null && secretKey.length < 32) {
    wrong("SECRET_KEY", `phải có ít nhất 32 ký tự.`, `must have at least 32 characters.`);
  } else if (secretKey === null && production && databaseUrl !== null) {
    wrong(
      "SECRET_KEY",
      `bắt buộc khi NODE_ENV=production và có DATABASE_URL, để mọi tiến trình dùng chung một khóa; tạo bằng: openssl rand -base64 48`,
      `is required when NODE_ENV=production and DATABASE_URL is set, so that all processes share one key; make one with: openssl rand -base64 48`,
    );
  }
  const demoPassword = text("DEMO_PASSWORD");
  if (demoPassword !== null && demoPassword.length < 8) {
    wrong("DEMO_PASSWORD", `phải có ít nhất 8 ký tự.`, `must have at least 8 characters.`);
  }

  const inDirectory = (given: string) => path.resolve(directory, given);
  const signingRoots = text("SIGNING_ROOTS");
  const webhookNetworks = (text("WEBHOOK_NETWORKS") ?? "").split(/[\s,]+/).filter((one) => one !== "");
  if (!webhookNetworks.every(isNetwork)) {
    wrong(
      "WEBHOOK_NETWORKS",
      `phải là danh sách địa chỉ mạng như 10.1.2.0/24, 10.3.0.5.`,
      `must be a list of networks such as 10.1.2.0/24, 10.3.0.5.`,
    );
  }

  const settings: Settings = {
    production,
    databaseUrl,
    databasePoolSize: whole("DATABASE_POOL_SIZE", 10, 1, 500),
    dataDir: path.resolve(directory, text("DATA_DIR") ?? "data"),
    filesS3: readS3(text, wrong),
    contentDir: path.resolve(directory, text("CONTENT_DIR") ?? "content"),
    migrationsDir: path.resolve(directory, text("MIGRATIONS_DIR") ?? "prisma/migrations"),
    port,
    host: text("HOST") ?? (production && givenOrigin !== null ? "0.0.0.0" : "127.0.0.1"),
    origin: origin ?? `http://localhost:${port}`,
    trustProxy: yesNo("TRUST_PROXY", false),
    secretKey,
    signing: readSigning(text, inDirectory, wrong),
    signingRoots: signingRoots === null ? null : inDirectory(signingRoots),
    recordKey: recordKeyOf(text("RECORD_KEY"), wrong),
    demo: yesNo("DEMO", !(production && databaseUrl !== null)),
    demoPassword,
    webhookNetworks: webhookNetworks.filter(isNetwork),
    logLevel: choice("LOG_LEVEL", "info", LOG_LEVELS),
  };
  return { settings, problems };
}

function isNetwork(text: string): boolean {
  const [address = "", bits = "0", more] = text.split("/");
  const family = isIP(address);
  return family !== 0 && more === undefined && /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32);
}

/** Line ends may be written as "\\n", as environments often have to. */
function recordKeyOf(
  given: string | null,
  wrong: (setting: string, vietnamese: string, english: string) => void,
): string | null {
  if (given === null) return null;
  const pem = given.replace(/\\n/g, "\n");
  try {
    if (createPrivateKey(pem).asymmetricKeyType === "ed25519") return pem;
  } catch {
    // Said below.
  }
  wrong(
    "RECORD_KEY",
    "không phải khóa riêng Ed25519 dạng PKCS #8 PEM (tạo bằng: openssl genpkey -algorithm ed25519).",
    "is no private Ed25519 key in PKCS #8 PEM (make one with: openssl genpkey -algorithm ed25519).",
  );
  return null;
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && ["postgresql:", "postgres:"].includes(new URL(text).protocol);
}

function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const bare = url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
  return bare && ["http:", "https:"].includes(url.protocol) ? url.origin : null;
}
