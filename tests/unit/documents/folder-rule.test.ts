import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LegalDocument } from "~/domain/documents/document";
import { folderOutcome, type KeptDocument, saying } from "~/domain/documents/folder-rule";

const document = (title: string): LegalDocument => ({
  number: "1/QĐ",
  title,
  issuer: "Bộ",
  kind: "quyết định",
  issuedOn: null,
  effectiveOn: null,
  status: "in-force",
  replacedBy: null,
  note: null,
  source: null,
});

/** What is kept after the folder was read. */
function afterFolder(kept: KeptDocument | null, file: LegalDocument): KeptDocument {
  const outcome = folderOutcome(kept, file);
  return outcome === "take" || outcome === "follow"
    ? { document: file, folderSaid: saying(file), changedInBrowser: false }
    : kept!;
}
const afterBrowser = (kept: KeptDocument | null, wanted: LegalDocument): KeptDocument => ({
  document: wanted,
  folderSaid: kept?.folderSaid ?? null,
  changedInBrowser: true,
});

describe("the register through two doors", () => {
  test("the folder leads until somebody changes the document in the browser", () => {
    const first = afterFolder(null, document("A"));
    expect(afterFolder(first, document("B")).document.title).toBe("B");
    const changed = afterBrowser(first, document("C"));
    expect(folderOutcome(changed, document("A"))).toBe("kept");
    expect(folderOutcome(changed, document("B"))).toBe("kept-and-told");
  });

  test("the file of the browser's document, put into the folder, makes the folder lead again", () => {
    const changed = afterBrowser(afterFolder(null, document("A")), document("C"));
    const back = afterFolder(changed, document("C"));
    expect(back.changedInBrowser).toBe(false);
    expect(afterFolder(back, document("D")).document.title).toBe("D");
  });

  test("whatever happened: the folder overwrites no change of the browser, and reading it twice changes nothing more", () => {
    const step = fc.record({ door: fc.constantFrom("folder", "browser"), title: fc.constantFrom("A", "B", "C") });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let kept: KeptDocument | null = null;
        for (const { door, title } of steps) {
          const before: KeptDocument | null = kept;
          kept = door === "folder" ? afterFolder(kept, document(title)) : afterBrowser(kept, document(title));
          if (door === "browser") continue;
          if (before?.changedInBrowser) expect(kept.document.title).toBe(before.document.title);
          else expect(kept.document.title).toBe(title);
          expect(afterFolder(kept, document(title))).toEqual(kept);
        }
      }),
    );
  });
});
