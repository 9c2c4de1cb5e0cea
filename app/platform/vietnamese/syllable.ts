/** Whether a word can be a Vietnamese syllable: what tells an old encoding from another is that only one reading gives such words. */

const ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?";
const RIMES = [
  "a|ai|ao|au|ay|ac|ach|am|an|ang|anh|ap|at|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây",
  "e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu",
  "i|ia|ich|im|in|inh|ip|it|iu|iêc|iêm|iên|iêng|iêp|iêt|iêu",
  "o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oăc|oăm|oăn|oăng|oăt|oc|oe|oen|oeo|oet|oi|om|on|ong|ooc|oong|op|ot",
  "ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt",
  "u|ua|uân|uâng|uât|uây|uê|uêch|uênh|uc|ui|um|un|ung|up|ut|uy|uya|uych|uynh|uyt|uyên|uyêt|uyu|uơ|uôc|uôi|uôm|uôn|uông|uôt",
  "ư|ưa|ưc|ưi|ưm|ưn|ưng|ưt|ưu|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|y|yêm|yên|yêng|yêt|yêu",
].join("|");
const SYLLABLE = new RegExp(`^${ONSET}(?:${RIMES})$`);
/** Before a stop only the acute and the dot below are spoken. */
const STOPPED = /(?:c|ch|p|t)$/;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize("NFD");
  const tones = apart.match(TONE) ?? [];
  if (tones.length > 1) return false;
  const plain = apart.replace(TONE, "").normalize("NFC");
  if (!SYLLABLE.test(plain)) return false;
  return !STOPPED.test(plain) || tones[0] === "\u0301" || tones[0] === "\u0323";
}

/** Signs of the upper half of Latin-1: both old encodings live there. */
const UPPER = /[\u00a1-\u00ff]/;
// Signs that no old encoding uses, and ASCII punctuation, part the words.
const PARTS = /[\s!-/:-@[-`{-~\u2010-\u2044…]+/u;

export interface Likeness {
  /** Words with a sign of the upper half. */
  words: number;
  /** How many of them are syllables once converted. */
  syllables: number;
}

export function likeness(text: string, convert: (text: string) => string): Likeness {
  const seen: Likeness = { words: 0, syllables: 0 };
  for (const word of text.slice(0, 200_000).split(PARTS)) {
    if (!UPPER.test(word)) continue;
    seen.words++;
    if (isSyllable(convert(word))) seen.syllables++;
  }
  return seen;
}

export const rate = ({ words, syllables }: Likeness) => (words === 0 ? 0 : syllables / words);
