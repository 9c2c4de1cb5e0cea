import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { PlainSentence } from "../plain-sentence";

/** Who PostgreSQL runs as: the process itself, or another user because PostgreSQL refuses to run as root. */
export interface RunAs {
  /** Null: as this process. */
  user: { name: string; uid: number; gid: number } | null;
  /** A command line as that user. */
  command(program: string, args: string[]): { file: string; args: string[]; uid?: number; gid?: number };
}

/**
 * Chooses the user. When the checkout or the data lies below a folder that only root can enter, the user is given
 * just the right to pass through folders and read, and only if that does not do, to override file permissions.
 */
export function chooseUser(input: { pgData: string; mustReach: string; initdb: string }): RunAs {
  if (process.getuid?.() !== 0) {
    return { user: null, command: (file, args) => ({ file, args }) };
  }
  const user = ownerOf(input.pgData) ?? unprivilegedUser();
  const plain: RunAs = {
    user,
    command: (file, args) => ({ file, args, uid: user.uid, gid: user.gid }),
  };
  const ways = [plain, withCapability(user, "dac_read_search"), withCapability(user, "dac_override")];
  const way = ways.find((candidate) => reaches(candidate, input));
  if (way) return way;
  throw new PlainSentence(
    `PostgreSQL không chạy được dưới quyền root và người dùng "${user.name}" không vào được ${input.mustReach} hoặc không chạy được ${input.initdb}: hãy chạy bằng người dùng thường, đặt thư mục ở nơi người khác vào được (chmod o+x), hoặc đặt DATABASE_URL.`,
    `PostgreSQL does not run as root, and the user "${user.name}" cannot enter ${input.mustReach} or cannot run ${input.initdb}: run as an ordinary user, put the folder where others can enter it (chmod o+x), or set DATABASE_URL.`,
  );
}

/** Data that an ordinary user has made stays theirs when root starts the platform once. */
function ownerOf(pgData: string): { name: string; uid: number; gid: number } | null {
  const stats = statSync(pgData, { throwIfNoEntry: false });
  return stats && stats.uid !== 0 ? { name: String(stats.uid), uid: stats.uid, gid: stats.gid } : null;
}

function unprivilegedUser(): { name: string; uid: number; gid: number } {
  const rows = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const fields = rows.find((row) => row.startsWith(`${name}:`))?.split(":");
    if (fields) return { name, uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  return { name: "nobody", uid: 65_534, gid: 65_534 };
}

function withCapability(user: { name: string; uid: number; gid: number }, capability: string): RunAs {
  const flags = [
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    "--clear-groups",
    `--inh-caps=+${capability}`,
    `--ambient-caps=+${capability}`,
    // Without it access(2), by which PostgreSQL looks for its own files, does not count the capability.
    "--securebits=+no_setuid_fixup",
    "--",
  ];
  return { user, command: (file, args) => ({ file: "setpriv", args: [...flags, file, ...args] }) };
}

function reaches(way: RunAs, input: { mustReach: string; initdb: string }): boolean {
  // `initdb --show` finds all its files and changes nothing.
  const script = 'cd -- "$1" && exec "$2" --show -D "$1/postgres"';
  const enter = way.command("/bin/sh", ["-c", script, "sh", input.mustReach, input.initdb]);
  const { file, args, ...options } = enter;
  return spawnSync(file, args, { ...options, cwd: "/", stdio: "ignore" }).status === 0;
}
