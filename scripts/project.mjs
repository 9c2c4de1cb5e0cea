import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. Every script works there, wherever it was called from. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");

export const inProject = (...parts) => path.join(root, ...parts);

/** Ends the process with one sentence in both languages. */
export function refuse(vietnamese, english) {
  process.stderr.write(`\n${vietnamese}\n${english}\n\n`);
  process.exit(1);
}

export function say(vietnamese, english) {
  process.stderr.write(`${vietnamese} · ${english}\n`);
}

/** One hash over files and folders; a file that is not there counts as empty. `skip` leaves paths out. */
export function hashOf(names, skip = () => false) {
  const hash = createHash("sha256");
  for (const name of names) add(name);
  return hash.digest("hex");

  function add(name) {
    const file = inProject(name);
    if (skip(name) || !existsSync(file)) return;
    if (statSync(file).isDirectory()) {
      for (const entry of readdirSync(file).sort()) add(`${name}/${entry}`);
    } else {
      hash.update(`${name}\0`).update(readFileSync(file)).update("\0");
    }
  }
}

/** What was noted in a stamp file, or null. */
export function readStamp(name) {
  try {
    return readFileSync(inProject(name), "utf8").trim();
  } catch {
    return null;
  }
}

export function writeStamp(name, text) {
  mkdirSync(path.dirname(inProject(name)), { recursive: true });
  writeFileSync(inProject(name), `${text}\n`);
}

/**
 * Does something in this checkout while no other process does: two `npm start` at once install and build once.
 * A lock whose process is gone is taken over; a checkout that cannot be written has nothing to be locked.
 */
export async function alone(work) {
  const lock = inProject(".cache/preparing");
  const start = Date.now();
  for (let told = false; !takeLock(lock);) {
    if (isAbandoned(lock)) {
      rmSync(lock, { recursive: true, force: true });
      continue;
    }
    if (!told && Date.now() - start > 2_000) {
      say(
        "Đang đợi một tiến trình khác cài đặt và biên dịch xong …",
        "Waiting for another process to install and build …",
      );
      told = true;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.removeListener("exit", release);
    release();
  }
}

function takeLock(lock) {
  try {
    mkdirSync(path.dirname(lock), { recursive: true });
    mkdirSync(lock);
    writeFileSync(path.join(lock, "pid"), String(process.pid));
    return true;
  } catch (error) {
    if (["EACCES", "EPERM", "EROFS"].includes(error.code)) return true;
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function isAbandoned(lock) {
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  // Nobody installs and builds for that long; the number may belong to another program by now.
  if (age > 20 * 60_000) return true;
  try {
    const pid = Number(readFileSync(path.join(lock, "pid"), "utf8"));
    if (pid === process.pid) return true;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // No number yet: it was made a moment ago, or its maker died in that moment.
    return error.code === "ENOENT" ? age > 5_000 : error.code === "ESRCH";
  }
}
