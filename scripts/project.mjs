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
  process.stdout.write(`${vietnamese} · ${english}\n`);
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
 * A lock whose process is gone is taken over.
 */
export async function alone(work) {
  const lock = inProject(".cache/preparing");
  mkdirSync(inProject(".cache"), { recursive: true });
  for (let told = false; ; ) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (isAbandoned(lock)) {
      rmSync(lock, { recursive: true, force: true });
      continue;
    }
    if (!told) say("Đang đợi một tiến trình khác cài đặt và biên dịch xong …", "Waiting for another process to install and build …");
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  writeFileSync(path.join(lock, "pid"), String(process.pid));
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.removeListener("exit", release);
    release();
  }
}

function isAbandoned(lock) {
  try {
    const pid = Number(readFileSync(path.join(lock, "pid"), "utf8"));
    process.kill(pid, 0);
    return false;
  } catch (error) {
    if (error.code === "EPERM") return false;
    // No number yet: it was made a moment ago, or its maker died in that moment.
    if (error.code === "ENOENT") return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 5_000;
    return error.code === "ESRCH";
  }
}
