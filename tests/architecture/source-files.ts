import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** A source file of app/, and what it takes from others. */
export interface SourceFile {
  /** From the checkout: "app/domain/time.ts". */
  path: string;
  lines: number;
  imports: Import[];
  tree: ts.SourceFile;
}

export interface Import {
  /** As written. */
  from: string;
  /** The file of app/ that it means, or null for a package, a style sheet, a picture. */
  target: string | null;
  /** Only types: gone when the program runs. */
  typeOnly: boolean;
  /** The names that are taken as values. */
  names: string[];
}

const ROOT = path.resolve(import.meta.dirname, "../..");

let files: SourceFile[] | null = null;
let names: Set<string> | null = null;

/** Every TypeScript file of app/ but the generated ones, read once. */
export function sourceFiles(): SourceFile[] {
  return (files ??= [...sourceNames()].map(readSource));
}

function sourceNames(): Set<string> {
  return (names ??= new Set(
    readdirSync(path.join(ROOT, "app"), { recursive: true, encoding: "utf8" })
      .map((name) => `app/${name.split(path.sep).join("/")}`)
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts") && !name.includes("/generated/"))
      .sort(),
  ));
}

function readSource(name: string): SourceFile {
  const text = readFileSync(path.join(ROOT, name), "utf8");
  const tree = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  const imports: Import[] = [];
  const add = (from: string, typeOnly: boolean, names: string[]) =>
    void imports.push({ from, target: resolve(name, from), typeOnly, names });

  for (const statement of tree.statements) {
    if (ts.isImportDeclaration(statement)) {
      const { taken, names } = whatIsTaken(statement.importClause);
      add((statement.moduleSpecifier as ts.StringLiteral).text, !taken, names);
    } else if (ts.isExportDeclaration(statement) && statement.moduleSpecifier) {
      add((statement.moduleSpecifier as ts.StringLiteral).text, statement.isTypeOnly, []);
    }
  }
  for (const [, from = ""] of text.matchAll(/\bimport\(\s*"([^"]+)"\s*\)(?!\s*\.\w+[;,>)\]])/g)) add(from, false, []);
  return { path: name, lines: text.split("\n").length - 1, imports, tree };
}

function whatIsTaken(clause: ts.ImportClause | undefined): { taken: boolean; names: string[] } {
  if (!clause) return { taken: true, names: [] };
  if (clause.isTypeOnly) return { taken: false, names: [] };
  const bindings = clause.namedBindings;
  const elements = bindings && ts.isNamedImports(bindings) ? bindings.elements.filter((one) => !one.isTypeOnly) : [];
  const names = elements.map((one) => (one.propertyName ?? one.name).text);
  const whole = clause.name !== undefined || (bindings !== undefined && ts.isNamespaceImport(bindings));
  return { taken: whole || names.length > 0, names };
}

function resolve(importer: string, from: string): string | null {
  const bare = from.split("?")[0] ?? "";
  const base = bare.startsWith("~/")
    ? `app/${bare.slice(2)}`
    : bare.startsWith(".")
      ? path.posix.join(path.posix.dirname(importer), bare)
      : null;
  if (base === null || base.includes("/generated/")) return null;
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`];
  return candidates.find((candidate) => sourceNames().has(candidate)) ?? null;
}

export type Room = "routes" | "use-cases" | "ui" | "http" | "domain" | "platform" | "paths" | "commands" | "entry";

/** The room that a file stands in; what lies directly in app/ is an entry, but for paths.ts, whose parts lie in app/paths. */
export function roomOf(name: string): Room {
  if (name === "app/paths.ts" || name.startsWith("app/paths/")) return "paths";
  const [, folder = "", rest] = name.split("/");
  return rest === undefined ? "entry" : (folder as Room);
}

export const isServer = (name: string) => /\.server\.tsx?$/.test(name);
