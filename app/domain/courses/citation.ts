import type { Citation } from "./course";

// The sign of a document says what kind it is (Decree 30/2020, annex III).
const KINDS: [RegExp, string][] = [
  [/QĐ/, "Quyết định"],
  [/NĐ-CP/, "Nghị định"],
  [/\/QH\d+$/, "Luật"],
  [/CT-/, "Chỉ thị"],
  [/TT-/, "Thông tư"],
];

/** "Điều 14 Luật số 80/2025/QH15, …" from what a lesson or a question keeps. */
export function citationInWords({ document, name: known, article, clause, expired }: Citation): string {
  const kind = KINDS.find(([sign]) => sign.test(document))?.[1];
  // A document known by its name and not by a number is called by its name.
  const name = known ?? (/^\d/.test(document) ? `${kind ?? "Văn bản"} số ${document}` : document);
  return [article ? `Điều ${article} ${name}` : name, clause, expired && "đã hết hiệu lực"].filter(Boolean).join(", ");
}
