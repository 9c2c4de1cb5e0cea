/** A path of this very site, or null: never another host, however it is written ("//evil", "/\evil", "/%09/evil"). */
export function ownPath(value: unknown): string | null {
  if (typeof value !== "string" || !/^\/(?![/\\])/.test(value) || hasControlCharacter(value)) return null;
  const base = "http://own.invalid";
  const url = URL.canParse(value, base) ? new URL(value, base) : null;
  // "/..//evil" becomes "//evil" once the dots are resolved.
  if (url?.origin !== base || url.pathname.startsWith("//")) return null;
  return url.pathname + url.search + url.hash;
}

function hasControlCharacter(value: string): boolean {
  return [...value].some((letter) => letter < " " || letter === "\u007f");
}
