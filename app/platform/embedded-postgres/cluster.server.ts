import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, lchown, lstat, mkdir, open, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { PlainSentence, errorCode } from "../plain-sentence";
import type { Binaries } from "./binaries.server";
import { diskSentence, fullDisk, isFullDisk } from "./disk-sentence";
import { postgresEnvironment } from "./environment";
import { isAlive } from "./postmaster.server";
import type { RunAs } from "./run-as.server";

export interface Passwords {
  superuser: string;
  application: string;
}

interface NewCluster {
  dataDir: string;
  binaries: Binaries;
  runAs: RunAs;
  /** False: a test does not wait for the disk. */
  sync: boolean;
}

/** Lies inside the data folder, so that the data and its passwords appear together or not at all. */
const PASSWORD_FILE = "chuan-muc-passwords.json";

/** Makes the data folder if there is none, and hands it to the user that PostgreSQL runs as. */
export async function prepareCluster(input: NewCluster): Promise<void> {
  const pgData = path.join(input.dataDir, "postgres");
  await removeAbandoned(input.dataDir);
  await checkOwner(pgData, input.runAs);
  if (!existsSync(path.join(pgData, "PG_VERSION"))) await createCluster(input, pgData);
  await checkVersion(pgData, input);
}

export async function readPasswords(pgData: string): Promise<Passwords> {
  const file = path.join(pgData, PASSWORD_FILE);
  try {
    return JSON.parse(await readFile(file, "utf8")) as Passwords;
  } catch (error) {
    throw new PlainSentence(
      `Không đọc được mật khẩu của cơ sở dữ liệu trong ${file} (${errorCode(error)}): hãy khôi phục tệp từ bản sao lưu hoặc chạy bằng người dùng sở hữu tệp.`,
      `The passwords of the database in ${file} cannot be read (${errorCode(error)}): restore the file from a backup, or run as the user who owns it.`,
    );
  }
}

/** Into a folder of its own, renamed when complete: an interrupted start leaves nothing that a later one trips over. */
async function createCluster(input: NewCluster, pgData: string) {
  const draft = path.join(input.dataDir, `postgres.new-${process.pid}-${randomBytes(4).toString("hex")}`);
  const draftData = path.join(draft, "data");
  const passwordFile = path.join(draft, "superuser");
  const passwords: Passwords = {
    superuser: randomBytes(24).toString("hex"),
    application: randomBytes(24).toString("hex"),
  };
  try {
    await mkdir(draftData, { recursive: true, mode: 0o700 });
    await writeFile(passwordFile, `${passwords.superuser}\n`, { mode: 0o600 });
    for (const file of [draft, draftData, passwordFile]) await giveTo(input.runAs, file);
    await runInitdb(input, draftData, passwordFile);
    const kept = path.join(draftData, PASSWORD_FILE);
    await writeFile(kept, JSON.stringify(passwords), { mode: 0o600, flush: true });
    await giveTo(input.runAs, kept);
    // An empty folder may stand there already; one with data in it means that another process was first.
    await rename(draftData, pgData).catch((error: unknown) => {
      if (!["ENOTEMPTY", "EEXIST"].includes(errorCode(error))) throw error;
      if (!existsSync(path.join(pgData, "PG_VERSION"))) throw strangeFolder(pgData);
    });
    await syncFolder(input.dataDir);
  } catch (error) {
    throw diskSentence(error, input.dataDir) ?? error;
  } finally {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function runInitdb(input: NewCluster, pgData: string, passwordFile: string) {
  const flags = [
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
  ];
  const { file, args, ...owner } = input.runAs.command(input.binaries.initdb, [
    "-D",
    pgData,
    ...flags,
    "--data-checksums",
    ...(input.sync ? [] : ["--no-sync"]),
  ]);
  const child = spawn(file, args, {
    ...owner,
    cwd: "/",
    stdio: ["ignore", "pipe", "pipe"],
    env: postgresEnvironment(),
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (code === 0) return;
  if (isFullDisk(said)) throw fullDisk(input.dataDir);
  const reason = said.match(/^initdb: error: .*|^.*(?:FATAL|PANIC): .*/m)?.[0] ?? said.trim().slice(-300);
  throw new PlainSentence(
    `Không khởi tạo được cơ sở dữ liệu trong ${input.dataDir}: ${reason}`,
    `The database could not be created in ${input.dataDir}: ${reason}`,
  );
}

async function giveTo(runAs: RunAs, file: string): Promise<void> {
  if (runAs.user) await lchown(file, runAs.user.uid, runAs.user.gid);
}

async function removeAbandoned(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const pid = name.match(/^postgres\.new-(\d+)-/)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(path.join(dataDir, name), { recursive: true, force: true });
  }
}

async function checkVersion(pgData: string, input: { binaries: Binaries }): Promise<void> {
  const has = (await readFile(path.join(pgData, "PG_VERSION"), "utf8").catch(() => "?")).trim();
  const control = path.join(path.dirname(input.binaries.postgres), "../../package.json");
  const { version } = JSON.parse(await readFile(control, "utf8").catch(() => '{"version":""}')) as { version: string };
  const brings = version.split(".")[0] ?? "";
  if (has === "?" || brings === "" || has === brings) return;
  throw new PlainSentence(
    `Dữ liệu trong ${pgData} thuộc PostgreSQL ${has} còn bản cài này mang PostgreSQL ${brings}: hãy xuất dữ liệu bằng bản cũ (pg_dump) rồi nhập vào thư mục mới.`,
    `The data in ${pgData} belongs to PostgreSQL ${has} but this installation brings PostgreSQL ${brings}: dump it with the old version (pg_dump) and load it into a new folder.`,
  );
}

async function checkOwner(pgData: string, runAs: RunAs): Promise<void> {
  if (!existsSync(pgData)) return;
  const { uid } = await lstat(pgData);
  const wanted = runAs.user?.uid ?? process.getuid?.() ?? uid;
  if (uid === wanted) return;
  if (runAs.user) return giveTree(pgData, runAs.user);
  throw new PlainSentence(
    `Dữ liệu trong ${pgData} thuộc người dùng số ${uid}, không phải người dùng đang chạy (${wanted}): hãy chạy bằng đúng người dùng đó hoặc đổi chủ thư mục (chown -R).`,
    `The data in ${pgData} belongs to user ${uid}, not to the one running this (${wanted}): run as that user, or change the owner of the folder (chown -R).`,
  );
}

async function giveTree(folder: string, user: { uid: number; gid: number }): Promise<void> {
  const entries = await readdir(folder, { recursive: true });
  for (const entry of [...entries, ""]) await lchown(path.join(folder, entry), user.uid, user.gid);
  await chmod(folder, 0o700);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().catch(() => undefined);
  await handle.close();
}

function strangeFolder(pgData: string): PlainSentence {
  return new PlainSentence(
    `Thư mục ${pgData} có tệp lạ và không phải là dữ liệu PostgreSQL: hãy chuyển nó đi nơi khác hoặc đặt DATA_DIR khác.`,
    `The folder ${pgData} holds files that are not PostgreSQL data: move it away, or set another DATA_DIR.`,
  );
}
