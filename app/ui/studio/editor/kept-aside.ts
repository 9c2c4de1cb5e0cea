/** Texts that a writer gave up for somebody else's: kept on this device, so that nothing is lost by a decision. */
interface Aside {
  at: string;
  text: string;
}

const MOST = 5;
const keyOf = (draftId: string, path: string) => `chuan-muc.aside.${draftId}.${path}`;

export function keptAside(draftId: string, path: string): Aside[] {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(draftId, path)) ?? "[]") as unknown;
    return Array.isArray(kept)
      ? (kept as Aside[]).filter(({ at, text }) => typeof at === "string" && typeof text === "string")
      : [];
  } catch {
    return [];
  }
}

export function keepAside(draftId: string, path: string, text: string): void {
  const kept = [{ at: new Date().toISOString(), text }, ...keptAside(draftId, path)].slice(0, MOST);
  try {
    localStorage.setItem(keyOf(draftId, path), JSON.stringify(kept));
  } catch {
    // A window that keeps nothing: the other person's text is in the history all the same.
  }
}
