/** What the keyset goes by: unit after unit, in each the order of Vietnamese lists. */
export const cursorOf = ({ unitPath, sortName, officialId }: EvidencePlace): string =>
  Buffer.from(JSON.stringify([unitPath, sortName, officialId]), "utf8").toString("base64url");

export interface EvidencePlace {
  unitPath: string;
  sortName: string;
  officialId: string;
}

/** Null when somebody has made it up. */
export function readCursor(text: string | null | undefined): EvidencePlace | null {
  if (!text) return null;
  try {
    const found: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (!Array.isArray(found) || found.length !== 3 || !found.every((part) => typeof part === "string")) return null;
    const [unitPath, sortName, officialId] = found as [string, string, string];
    return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(officialId) && !`${unitPath}${sortName}`.includes("\0")
      ? { unitPath, sortName, officialId }
      : null;
  } catch {
    return null;
  }
}
