/** A decision on paper, as it was scanned or sent. */
export interface DecisionFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

const LARGEST = 10 * 1024 * 1024;
const KINDS = [
  { type: "application/pdf", ending: "pdf", begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: "image/png", ending: "png", begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "image/jpeg", ending: "jpg", begins: [0xff, 0xd8, 0xff] },
];

/** What kind of file it is its bytes say, not its name; or what is wrong with it. */
export function decisionFileOf(file: {
  name: string;
  bytes: Uint8Array;
}): DecisionFile | "not-a-file" | "file-too-large" {
  if (file.bytes.length > LARGEST) return "file-too-large";
  const kind = KINDS.find(({ begins }) => begins.every((byte, index) => file.bytes[index] === byte));
  if (!kind) return "not-a-file";
  const stem = file.name
    .normalize("NFC")
    .replace(/\.[^.]*$/, "")
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, " ")
    .trim()
    .slice(0, 100);
  return { name: `${stem === "" ? "quyet-dinh" : stem}.${kind.ending}`, type: kind.type, bytes: file.bytes };
}
