/**
 * A condition in SQL for "this unit, or one below it": `scope` is the number of a text[] parameter with unit paths.
 * The ordering operators are those of the index `unit_path_prefix`; "0" is the sign after "/".
 */
export function withinScopeSql(column: string, scope: number): string {
  return `EXISTS (SELECT 1 FROM unnest($${scope}::text[]) AS s(path)
    WHERE ${column} = s.path OR (${column} ~>=~ (s.path || '/') AND ${column} ~<~ (s.path || '0')))`;
}

/** The same as a filter of the client. */
export function withinScopeFilter(scope: readonly string[]): { path: string | { startsWith: string } }[] {
  return scope.flatMap((path) => [{ path }, { path: { startsWith: `${path}/` } }]);
}

/** Does the scope begin at a root? Then it leaves out next to nobody, and a list is read along its own index. */
export function reachesRoot(scope: readonly string[]): boolean {
  return scope.some((path) => !path.includes("/"));
}
