/** Do two plain values say the same, whatever the order of their keys? What is undefined is not there. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [entriesOf(a), entriesOf(b)];
  return (
    one.length === other.length && one.every(([key, value]) => sameValue(value, (b as Record<string, unknown>)[key]))
  );
}

const entriesOf = (value: object) => Object.entries(value).filter(([, each]) => each !== undefined);
