import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { roomOf, sourceFiles } from "./source-files";

// Pages are for who is signed in, the API for who has a token.
const GUARDS = ["requireViewer", "requireOfficial", "requirePermission", "requireToken"];

test("every loader and action outside _public begins with the guard", () => {
  const routes = sourceFiles().filter(
    ({ path: name }) => roomOf(name) === "routes" && !path.basename(name).startsWith("_public."),
  );
  const open = routes.flatMap(({ path: name, tree }) =>
    handlersOf(tree)
      .filter(({ body }) => !beginsWithGuard(body, tree))
      .map((handler) => `${name}: ${handler.name}`),
  );
  expect(open).toEqual([]);
});

test("forms come in through postedForm, which leaves out what no database holds", () => {
  const takers = sourceFiles().filter(({ tree }) => /\.formData\(\)/.test(tree.text));
  expect(takers.map(({ path: name }) => name)).toEqual(["app/http/form.server.ts"]);
});

interface Handler {
  name: string;
  body: ts.Node | undefined;
}

/** What a route exports under the name of loader or action; handed on from elsewhere, it has no body to look at. */
function handlersOf(tree: ts.SourceFile): Handler[] {
  const isHandler = (name: string) => name === "loader" || name === "action";
  return tree.statements.flatMap((statement): Handler[] => {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      const names = statement.exportClause.elements.map((one) => one.name.text);
      return names.filter(isHandler).map((name) => ({ name, body: undefined }));
    }
    const exported = ts.canHaveModifiers(statement)
      ? ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
      : false;
    if (!exported) return [];
    if (ts.isFunctionDeclaration(statement) && statement.name && isHandler(statement.name.text)) {
      return [{ name: statement.name.text, body: statement.body }];
    }
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations
      .filter((declaration) => isHandler(declaration.name.getText(tree)))
      .map(({ name, initializer }) => ({
        name: name.getText(tree),
        body: initializer && ts.isArrowFunction(initializer) ? initializer.body : undefined,
      }));
  });
}

function beginsWithGuard(body: ts.Node | undefined, tree: ts.SourceFile): boolean {
  if (!body || !ts.isBlock(body)) return false;
  const [first] = body.statements;
  if (!first) return false;
  const expression = ts.isVariableStatement(first)
    ? first.declarationList.declarations[0]?.initializer
    : ts.isExpressionStatement(first)
      ? first.expression
      : undefined;
  if (!expression || !ts.isAwaitExpression(expression) || !ts.isCallExpression(expression.expression)) return false;
  return GUARDS.includes(expression.expression.expression.getText(tree));
}
