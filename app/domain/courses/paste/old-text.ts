/** Text that was typed with fonts of before Unicode (.VnTime, VNI-Times): letters of Latin-1 that only those fonts show rightly. */
import { fromTcvn3, fromVni } from "~/platform/vietnamese/old-encodings";
import { likeness, rate } from "~/platform/vietnamese/syllable";

export type OldEncoding = "tcvn3" | "vni";

const CONVERT: Record<OldEncoding, (text: string) => string> = { tcvn3: fromTcvn3, vni: fromVni };
/** From this share of syllables on, a reading is believed. */
const BELIEVED = 0.75;
const TODAY = /[\u0100-\u01ff\u1ea0-\u1ef9]/;
const UPPER = /[\u00a1-\u00ff]/;

/** In which old encoding the pieces of a text without a letter of today are; null: in none. */
export function oldEncodingOf(pieces: readonly string[]): OldEncoding | null {
  const doubtful = pieces.filter((piece) => UPPER.test(piece) && !TODAY.test(piece)).join("\n");
  const asItIs = rate(likeness(doubtful, (word) => word));
  const [best] = (Object.keys(CONVERT) as OldEncoding[])
    .map((encoding) => ({ encoding, rate: rate(likeness(doubtful, CONVERT[encoding])) }))
    .sort((a, b) => b.rate - a.rate);
  return best && best.rate >= BELIEVED && best.rate > asItIs ? best.encoding : null;
}

/** The font that a piece was set in says it without doubt; ".VnTimeH" shows capitals. */
export function encodingOfFont(font: string | null): { encoding: OldEncoding; capitals: boolean } | null {
  if (!font) return null;
  if (/^['"]?\.Vn/i.test(font)) return { encoding: "tcvn3", capitals: /^['"]?\.Vn\w*H['"]?\s*(,|$)/.test(font) };
  return /^['"]?VNI[- ]/i.test(font) ? { encoding: "vni", capitals: false } : null;
}

export function convertOld(text: string, encoding: OldEncoding): string {
  return TODAY.test(text) ? text : CONVERT[encoding](text);
}
