import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { PlainSentence, errorCode } from "../plain-sentence";
import { readPasswords, type Passwords } from "./cluster.server";
import { isAlive, type Postmaster } from "./postmaster.server";

/** Held by the one app that a server on this data folder belongs to; gone with the app, however it ends. */
const OWNER_LOCK = 7_270_301;

/** Another living app owns the server: who only wants to speak to the database may join it. */
export class DataFolderInUse extends PlainSentence {}

export interface Ownership {
  /** Settles when the connection that holds the lock has ended. */
  lost: Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes the server for this app by an advisory lock on a connection of its own. Null: the server ended meanwhile.
 * Refuses with one sentence when another living app holds it.
 */
export async function takeOwnership(input: { pgData: string; server: Postmaster }): Promise<Ownership | null> {
  const passwords = await readPasswords(input.pgData);
  const client = await connectPatiently(input.server, passwords);
  if (!client) return null;
  const lost = new Promise<void>((resolve) => void client.once("end", resolve));
  client.on("error", () => undefined);
  // An app that was just killed leaves its lock the moment PostgreSQL notices.
  for (let attempt = 0; attempt < 10; attempt++) {
    const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [OWNER_LOCK]);
    if (rows[0]?.taken) return { lost, release: () => client.end().catch(() => undefined) };
    await sleep(100);
  }
  await client.end();
  const folder = path.dirname(input.pgData);
  throw new DataFolderInUse(
    `Thư mục dữ liệu ${folder} đang được một tiến trình khác dùng: hãy dừng tiến trình đó, hoặc đặt DATA_DIR và PORT khác cho tiến trình này.`,
    `The data folder ${folder} is in use by another running process: stop that one, or give this one another DATA_DIR and PORT.`,
  );
}

/** Waits through recovery and shutdown. Null: the server is no longer there. */
async function connectPatiently(server: Postmaster, passwords: Passwords): Promise<pg.Client | null> {
  const connectionString = connectAs({ server, user: "postgres", password: passwords.superuser, database: "postgres" });
  for (let waited = 0; waited < 120_000; waited += 50) {
    const client = new pg.Client({
      connectionString,
      application_name: "chuan-muc-owner",
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (!isAlive(server.pid)) return null;
      if (errorCode(error).startsWith("28")) throw passwordSentence(server);
    }
    await sleep(50);
  }
  throw new PlainSentence(
    `PostgreSQL (tiến trình ${server.pid}, cổng ${server.port}) đang chạy nhưng không trả lời: hãy dừng nó bằng kill -INT ${server.pid} rồi khởi động lại.`,
    `PostgreSQL (process ${server.pid}, port ${server.port}) is running but does not answer: stop it with kill -INT ${server.pid} and start again.`,
  );
}

/** The role and the database of the application; the role owns that database and is nothing else. */
export async function prepareDatabase(input: { server: Postmaster; passwords: Passwords }): Promise<void> {
  const { server, passwords } = input;
  const client = new pg.Client(
    connectAs({ server, user: "postgres", password: passwords.superuser, database: "postgres" }),
  );
  await client.connect();
  try {
    const role = await client.query("select 1 from pg_roles where rolname = 'chuan_muc'");
    if (role.rowCount === 0) await client.query("create role chuan_muc login");
    await client.query(`alter role chuan_muc password ${client.escapeLiteral(passwords.application)}`);
    const database = await client.query("select 1 from pg_database where datname = 'chuan_muc'");
    if (database.rowCount === 0) await client.query("create database chuan_muc owner chuan_muc");
  } finally {
    await client.end();
  }
}

export function connectAs(input: { server: Postmaster; user: string; password: string; database: string }): string {
  return `postgresql://${input.user}:${input.password}@127.0.0.1:${input.server.port}/${input.database}`;
}

function passwordSentence(server: Postmaster): PlainSentence {
  return new PlainSentence(
    `PostgreSQL ở cổng ${server.port} không nhận mật khẩu đã lưu: hãy kiểm tra có phần mềm khác đang dùng cổng đó không, rồi khởi động lại.`,
    `PostgreSQL on port ${server.port} does not accept the kept password: check whether other software uses that port, and start again.`,
  );
}
