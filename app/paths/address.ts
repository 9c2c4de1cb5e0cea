/** What addresses are put together with. */

export const part = encodeURIComponent;

/** `?a=1&b=2`, without the empty ones; "" when nothing is left. */
export function query(values: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
