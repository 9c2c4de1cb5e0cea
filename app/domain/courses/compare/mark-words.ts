/** The words that differ between two pieces of ready HTML, marked in both: `<del>` on the one side, `<ins>` on the other. */
import { diffArrays } from "diff";

// Tags, entities as part of words, white space.
const TOKEN = /<[^>]*>|\s+|(?:&[a-z#0-9]+;|[^\s<&]|&)+/gi;
/** Longer pieces are shown whole. */
const MOST_WORDS = 4000;

const isTag = (token: string) => token.startsWith("<");
const isSpace = (token: string) => /^\s/.test(token);
const isWord = (token: string) => !isTag(token) && !isSpace(token);

export function markWords(before: string, after: string): { before: string; after: string } {
  const [was, is] = [before.match(TOKEN) ?? [], after.match(TOKEN) ?? []];
  const [wordsBefore, wordsAfter] = [was.filter(isWord), is.filter(isWord)];
  if (wordsBefore.length + wordsAfter.length > MOST_WORDS) return { before, after };
  const gone = new Set<number>();
  const come = new Set<number>();
  let [b, a] = [0, 0];
  for (const { added, removed, count } of diffArrays(wordsBefore, wordsAfter)) {
    for (let index = 0; index < count; index++) {
      if (removed) gone.add(b + index);
      if (added) come.add(a + index);
    }
    if (!added) b += count;
    if (!removed) a += count;
  }
  return { before: wrapped(was, gone, "del"), after: wrapped(is, come, "ins") };
}

/** Neighbouring words share one element; no element crosses a tag. */
function wrapped(tokens: readonly string[], marked: ReadonlySet<number>, element: "ins" | "del"): string {
  let html = "";
  let word = 0;
  let open = false;
  let space = "";
  for (const token of tokens) {
    if (isSpace(token)) {
      space += token;
      continue;
    }
    const mark = isWord(token) && marked.has(word);
    if (isWord(token)) word++;
    if (open && !mark) html += `</${element}>`;
    html += space;
    if (mark && !open) html += `<${element}>`;
    html += token;
    open = mark;
    space = "";
  }
  return html + (open ? `</${element}>` : "") + space;
}
