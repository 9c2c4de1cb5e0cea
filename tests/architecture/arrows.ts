import { describe, expect, test } from "vitest";
import { isServer, roomOf, sourceFiles, type Import, type Room, type SourceFile } from "./source-files";

/** docs/house.md, rule 1. */
const ALLOWED: Record<Room, Room[]> = {
  entry: ["entry", "routes", "use-cases", "ui", "http", "domain", "paths", "platform"],
  routes: ["routes", "use-cases", "ui", "http", "domain", "paths"],
  commands: ["use-cases", "domain", "platform"],
  "use-cases": ["use-cases", "domain", "platform"],
  ui: ["ui", "domain", "paths"],
  http: ["http", "domain", "platform", "paths"],
  domain: ["domain", "platform"],
  platform: ["platform"],
  paths: ["paths"],
};

/** Top to bottom: each uses the pure files of those below it. */
const DOMAINS = [
  "official-reports",
  "integrations",
  "privacy",
  "evaluation",
  "certificates",
  "completion",
  "enrolment",
  "assessment",
  "courses",
  "documents",
  "auth",
  "organization",
  "seals",
  "jobs",
  "audit",
];

/** An import of another file of app/. */
type InnerImport = Import & { target: string };

describe("arrows go down only", () => {
  // The first look at the sources reads and parses all of them: seconds on a busy machine.
  test("a room uses only the rooms below it", { timeout: 60_000 }, () => {
    expect(offences((file, { target }) => !mayUse(file.path, target))).toEqual([]);
  });

  test("routes and components use only the pure files of the domain", () => {
    const above: Room[] = ["routes", "ui"];
    const reaches = (file: SourceFile, { target, typeOnly }: InnerImport) =>
      above.includes(roomOf(file.path)) && roomOf(target) === "domain" && isServer(target) && !typeOnly;
    expect(offences(reaches)).toEqual([]);
  });

  test("a file without .server reaches no .server file", () => {
    const pure: Room[] = ["domain", "ui", "http", "platform", "paths"];
    const reaches = (file: SourceFile, { target, typeOnly }: InnerImport) =>
      pure.includes(roomOf(file.path)) && !isServer(file.path) && isServer(target) && !typeOnly;
    expect(offences(reaches)).toEqual([]);
  });

  test("a domain uses only the pure files of the domains below it", () => {
    const reaches = (file: SourceFile, { target, typeOnly }: InnerImport) => {
      const [from, to] = [domainOf(file.path), domainOf(target)];
      if (!from || !to || from === to) return false;
      const together = ["courses", "assessment"];
      // An event says who did it: audit knows the shape of a viewer, and nothing of how one signs in.
      if (typeOnly && target === "app/domain/auth/permissions.ts") return false;
      if (typeOnly && together.includes(from) && together.includes(to) && !isServer(target)) return false;
      return DOMAINS.indexOf(to) < DOMAINS.indexOf(from) || (isServer(target) && !typeOnly);
    };
    expect(offences(reaches)).toEqual([]);
  });

  test("every folder of the domain has its place in the order", () => {
    const folders = sourceFiles().map(({ path }) => domainOf(path));
    expect([...new Set(folders)].filter((folder) => folder && !DOMAINS.includes(folder))).toEqual([]);
  });

  test("no circle of modules", () => {
    expect(findCircle()).toEqual([]);
  });
});

/** "importer → imported", for every import between files of app/ that breaks a rule. */
function offences(breaks: (file: SourceFile, one: InnerImport) => boolean): string[] {
  return sourceFiles().flatMap((file) =>
    file.imports
      .filter((one): one is InnerImport => one.target !== null)
      .filter((one) => breaks(file, one))
      .map((one) => `${file.path} → ${one.target}`),
  );
}

function mayUse(importer: string, target: string): boolean {
  const [from, to] = [roomOf(importer), roomOf(target)];
  // Words made on the server, for titles and refusals.
  if (from === "http" && target.startsWith("app/ui/words/")) return true;
  return ALLOWED[from]?.includes(to) ?? false;
}

function domainOf(name: string): string | null {
  const [, room, folder, file] = name.split("/");
  return room === "domain" && file !== undefined ? (folder ?? null) : null;
}

function findCircle(): string[] {
  const uses = new Map(
    sourceFiles().map(({ path, imports }) => [
      path,
      imports.flatMap((one) => (one.typeOnly ? [] : (one.target ?? []))),
    ]),
  );
  const state = new Map<string, "open" | "done">();
  const trail: string[] = [];

  function visit(name: string): string[] {
    if (state.get(name) === "done") return [];
    if (state.get(name) === "open") return [...trail.slice(trail.indexOf(name)), name];
    state.set(name, "open");
    trail.push(name);
    for (const next of uses.get(name) ?? []) {
      const circle = visit(next);
      if (circle.length > 0) return circle;
    }
    trail.pop();
    state.set(name, "done");
    return [];
  }

  for (const name of uses.keys()) {
    const circle = visit(name);
    if (circle.length > 0) return circle;
  }
  return [];
}
