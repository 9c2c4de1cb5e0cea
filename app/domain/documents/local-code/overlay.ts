/** What a unit asks beyond a national lesson: shown beside a block, or wherever a place of a document is cited. */

export interface Overlay {
  id: string;
  unitPath: string;
  unitName: string;
  courseSlug: string;
  /** Null with a document: in every lesson of the course. */
  lessonId: string | null;
  blockId: string | null;
  document: string | null;
  article: string | null;
  text: string;
}

const anchorOf = ({ courseSlug, lessonId, blockId, document, article }: Overlay) =>
  JSON.stringify([courseSlug, lessonId, blockId, document, article]);

/** Does a unit lie above this one, or is it the same? */
const reaches = (unitPath: string, path: string) => path === unitPath || path.startsWith(`${unitPath}/`);

/** The overlays that hold for somebody of a unit: of all that stand at one place those of the nearest unit win. */
export function overlaysFor(unitPath: string, overlays: readonly Overlay[]): Overlay[] {
  const above = overlays.filter((overlay) => reaches(overlay.unitPath, unitPath));
  const nearest = new Map<string, number>();
  for (const overlay of above) {
    const anchor = anchorOf(overlay);
    nearest.set(anchor, Math.max(nearest.get(anchor) ?? 0, overlay.unitPath.length));
  }
  return above.filter((overlay) => nearest.get(anchorOf(overlay)) === overlay.unitPath.length);
}
