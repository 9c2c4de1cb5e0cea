import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { hashOf, inProject, readStamp, refuse, root, say, writeStamp } from "./project.mjs";

const STAMP = "node_modules/.installed-for";
const LEAST = [20, 19];

/** The right Node, and in node_modules exactly what package-lock.json names; installs it when it is not there. */
export function ensureInstalled() {
  checkNode();
  const wanted = `${hashOf(["package-lock.json"])} ${process.platform}-${process.arch}`;
  if (readStamp(STAMP) === wanted) return;
  if (!holdsLockedPackages()) install();
  try {
    writeStamp(STAMP, wanted);
  } catch {
    // A node_modules that cannot be written is complete all the same; it is compared again next time.
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return;
  refuse(
    `Cần Node.js ${LEAST.join(".")} trở lên, máy này đang dùng ${process.versions.node}: hãy cài bản mới từ https://nodejs.org rồi chạy lại.`,
    `Node.js ${LEAST.join(".")} or newer is needed, this machine runs ${process.versions.node}: install a newer one from https://nodejs.org and try again.`,
  );
}

/** Compares what npm noted in node_modules with the lock file: somebody may have installed by hand. */
function holdsLockedPackages() {
  const noted = inProject("node_modules/.package-lock.json");
  if (!existsSync(noted)) return false;
  const there = JSON.parse(readFileSync(noted, "utf8")).packages ?? {};
  const locked = JSON.parse(readFileSync(inProject("package-lock.json"), "utf8")).packages ?? {};
  return Object.entries(locked).every(
    ([name, { version, optional, devOptional }]) =>
      name === "" || there[name]?.version === version || (!there[name] && (optional || devOptional) === true),
  );
}

function install() {
  say("Đang cài các gói npm …", "Installing npm packages …");
  rmSync(inProject(STAMP), { force: true });
  // Development packages too: the platform is built on the machine that runs it.
  const flags = [
    "ci",
    "--include=dev",
    "--no-audit",
    "--no-fund",
    "--fetch-retry-mintimeout=1000",
    "--fetch-retry-maxtimeout=5000",
  ];
  const npm = process.env.npm_execpath;
  const [program, args] = npm?.endsWith(".js") ? [process.execPath, [npm, ...flags]] : ["npm", flags];
  const result = spawnSync(program, args, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "inherit", "pipe"],
    maxBuffer: 64e6,
  });
  if (result.status === 0) return;
  const said = result.stderr ?? "";
  if (result.error?.code === "ENOENT") {
    refuse(
      "Không tìm thấy lệnh npm: hãy cài Node.js kèm npm.",
      "The command npm was not found: install Node.js together with npm.",
    );
  }
  if (
    /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network/i.test(
      said,
    )
  ) {
    refuse(
      "Không tới được kho gói npm: hãy kiểm tra mạng hoặc đặt kho gói nội bộ bằng: npm config set registry https://…",
      "The npm registry cannot be reached: check the network, or name your own mirror with: npm config set registry https://…",
    );
  }
  process.stderr.write(said);
  refuse(
    "Không cài được các gói npm; lý do ở ngay trên.",
    "The npm packages could not be installed; the reason stands above.",
  );
}
