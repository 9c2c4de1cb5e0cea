import ts from "typescript";
import { describe, expect, test } from "vitest";
import { roomOf, sourceFiles, type SourceFile } from "./source-files";

const CLIENT = "app/platform/db.server.ts";
/** What a use case may take: to open a transaction with its time limit, and to hand the client on. */
const TO_HAND_ON = ["db", "inTransaction", "closeDatabase", "LONG_WORK"];

const isStore = ({ path }: SourceFile) => path.endsWith("-store.server.ts") || roomOf(path) === "platform";

describe("the database", () => {
  test("its client stands only in stores and the platform; use cases hand it on", () => {
    const takers = sourceFiles().filter((file) => !isStore(file));
    const offences = takers.flatMap((file) =>
      file.imports
        .filter((one) => one.target === CLIENT && !one.typeOnly)
        .flatMap(({ names }) => (names.length > 0 ? names : ["*"]))
        .filter((name) => !(["use-cases", "commands"].includes(roomOf(file.path)) && TO_HAND_ON.includes(name)))
        .map((name) => `${file.path} takes ${name}`),
    );
    expect(offences).toEqual([]);
  });

  test("a use case calls no method of it", () => {
    const calls = sourceFiles()
      .filter((file) => roomOf(file.path) === "use-cases" && !isStore(file))
      .flatMap(({ path, tree }) => methodCalls(tree).map((call) => `${path}: ${call}`));
    expect(calls).toEqual([]);
  });

  test("the generated client and the driver are taken by the platform alone", () => {
    const packages = /^(pg|@prisma\/.*|.*\/generated\/prisma\/.*)$/;
    const takers = sourceFiles().filter(
      (file) => roomOf(file.path) !== "platform" && file.imports.some(({ from }) => packages.test(from)),
    );
    expect(takers.map(({ path }) => path)).toEqual([]);
  });

  test("lucia is imported by one file", () => {
    const takers = sourceFiles().filter(({ imports }) => imports.some(({ from }) => /^lucia(\/|$)/.test(from)));
    expect(takers.length).toBeLessThanOrEqual(1);
  });
});

/** `db.…` and `tx.…`, wherever they stand. */
function methodCalls(tree: ts.SourceFile): string[] {
  const found: string[] = [];
  function look(node: ts.Node): void {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
      if (["db", "tx"].includes(node.expression.text)) found.push(node.getText(tree));
    }
    ts.forEachChild(node, look);
  }
  look(tree);
  return found;
}
