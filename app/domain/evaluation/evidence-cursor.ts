/** Where somebody's line stands: unit after unit, in each the order of Vietnamese lists. */
export interface EvidencePlace {
  unitPath: string;
  sortName: string;
  officialId: string;
}

/** A place as an address can carry it. */
export const cursorOf = ({ unitPath, sortName, officialId }: EvidencePlace): string =>
  Buffer.from(JSON.stringify([unitPath, sortName, officialId]), "utf8").toString("base64url");

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Null when somebody has made it up. */
export function readCursor(text: string | null | undefined): EvidencePlace | null {
  if (!text) return null;
  try {
    const found: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (!Array.isArray(found) || found.length !== 3 || !found.every((part) => typeof part === "string")) return null;
    const [unitPath, sortName, officialId] = found as [string, string, string];
    // PostgreSQL takes no zero character in a text.
    return UUID.test(officialId) && !`${unitPath}${sortName}`.includes("\0")
      ? { unitPath, sortName, officialId }
      : null;
  } catch {
    return null;
  }
}

/** The part of a scope that lies within a unit: what somebody may see of what belongs to it. */
export function scopeWithin(scope: readonly string[], unitPath: string): string[] {
  const inside = (path: string, wider: string) => path === wider || path.startsWith(`${wider}/`);
  const cut = scope.flatMap((path) => (inside(path, unitPath) ? [path] : inside(unitPath, path) ? [unitPath] : []));
  return [...new Set(cut)];
}
