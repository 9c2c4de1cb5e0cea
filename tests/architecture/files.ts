import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { roomOf, sourceFiles } from "./source-files";

const FORBIDDEN = [
  "utils",
  "util",
  "helpers",
  "helper",
  "misc",
  "common",
  "shared",
  "lib",
  "service",
  "services",
  "types",
  "constants",
  "v2",
  "new",
  "old",
  "legacy",
];

const ROOT = path.resolve(import.meta.dirname, "../..");

describe("files", () => {
  test("no name that says nothing", () => {
    const names = ["app", "tests", "scripts", "prisma"].flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) =>
        path.join(folder, name),
      ),
    );
    const own = names.filter((name) => !name.includes("generated"));
    expect(own.filter((name) => FORBIDDEN.includes(path.basename(name).split(".")[0] ?? ""))).toEqual([]);
  });

  test("file names are kebab-case", () => {
    const odd = sourceFiles()
      .filter(({ path: name }) => roomOf(name) !== "routes")
      .map(({ path: name }) => name)
      .filter((name) => !/^[a-z0-9-]+(\.(server|client|express))?\.tsx?$/.test(path.basename(name)));
    expect(odd).toEqual([]);
  });

  test("routes stay under 100 lines, all others under 250", () => {
    const isData = (name: string) => name.startsWith("app/ui/words/");
    const long = sourceFiles()
      .filter(({ path: name }) => !isData(name))
      .filter(({ path: name, lines }) => lines >= (roomOf(name) === "routes" ? 100 : 250));
    expect(long.map(({ path: name, lines }) => `${name}: ${lines} lines`)).toEqual([]);
  });
});
