import { readFileSync } from "node:fs";

/**
 * npm passes SIGTERM to the shell between itself and us, which ends and says nothing: the server would stay behind, and
 * hold its port. So a server that npm has started ends when npm or that shell has.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const shell = process.ppid;
  const npm = parentOf(shell);
  const watch = setInterval(() => {
    if (process.ppid === shell && (npm === null || parentOf(shell) === npm)) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  watch.unref();
}

function parentOf(pid) {
  try {
    // "123 (sh) S 122 …": the name may hold spaces and brackets.
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ")[1]);
  } catch {
    return null;
  }
}
