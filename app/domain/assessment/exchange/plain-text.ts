/** HTML and Markdown → the plain text that our questions hold, with what was lost on the way. */
import { cleanField } from "./clean-text";

export type TextFormat = "moodle" | "html" | "plain" | "markdown";

export interface PlainText {
  text: string;
  /** What the text had and plain text cannot hold. */
  lost: Loss[];
}

export const LOSSES = ["image", "link", "table", "media", "script", "emphasis", "formula"] as const;
export type Loss = (typeof LOSSES)[number];

const TAGS =
  "a|abbr|b|big|blockquote|br|caption|center|code|col|colgroup|dd|del|div|dl|dt|em|embed|figcaption|figure|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|math|object|ol|p|pre|q|s|script|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|video|audio";
const TAG = new RegExp(`<(/?)(${TAGS})(?:\\s[^<>]{0,4000})?/?>`, "gi");
const LOOKS_LIKE_HTML = new RegExp(
  `</?(?:${TAGS})(?:\\s[^<>]{0,4000})?/?>|&(?:[a-z]{2,8}|#\\d{2,6}|#x[0-9a-f]{2,5});`,
  "i",
);

const ENTITIES: Record<string, string> = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", ndash: "–", mdash: "—", hellip: "…", laquo: "«", raquo: "»",
  ldquo: "“", rdquo: "”", lsquo: "‘", rsquo: "’", bull: "•", middot: "·", deg: "°", times: "×", divide: "÷", plusmn: "±",
  le: "≤", ge: "≥", ne: "≠", rarr: "→", larr: "←", rArr: "⇒", copy: "©", reg: "®", sect: "§", frac12: "½", sup2: "²", sup3: "³",
  agrave: "à", aacute: "á", acirc: "â", atilde: "ã", egrave: "è", eacute: "é", ecirc: "ê", igrave: "ì", iacute: "í",
  ograve: "ò", oacute: "ó", ocirc: "ô", otilde: "õ", ugrave: "ù", uacute: "ú", yacute: "ý", Agrave: "À", Aacute: "Á",
  Acirc: "Â", Atilde: "Ã", Egrave: "È", Eacute: "É", Ecirc: "Ê", Igrave: "Ì", Iacute: "Í", Ograve: "Ò", Oacute: "Ó",
  Ocirc: "Ô", Otilde: "Õ", Ugrave: "Ù", Uacute: "Ú", Yacute: "Ý",
}; // prettier-ignore

const LOSS_OF_TAG: Record<string, Loss> = {
  img: "image", svg: "image", figure: "image", table: "table", iframe: "media", object: "media", embed: "media",
  video: "media", audio: "media", script: "script", sub: "emphasis", sup: "emphasis", b: "emphasis", strong: "emphasis",
  i: "emphasis", em: "emphasis", u: "emphasis", s: "emphasis", strike: "emphasis", del: "emphasis", math: "formula",
}; // prettier-ignore

/** The named and numbered characters of HTML. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,7}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name as string] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : " ";
  });
}

/** Reads a text of the given format. `moodle` is Moodle's own: plain text in which HTML may stand. */
export function plainText(source: string, format: TextFormat): PlainText {
  if (format === "html") return fromHtml(source, true);
  if (format === "moodle" && LOOKS_LIKE_HTML.test(source)) return fromHtml(source, false);
  if (format === "markdown") return fromMarkdown(source);
  return { text: cleanField(source), lost: [] };
}

function fromHtml(source: string, wraps: boolean): PlainText {
  const lost = new Set<Loss>();
  const text = (wraps ? source.replace(/\s+/g, " ") : source)
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, (_, name: string) => {
      if (name.toLowerCase() === "script") lost.add("script");
      return "";
    })
    .replace(
      /<a\b[^<>]{0,4000}?href\s*=\s*["']?(https?:[^"'\s>]+)[^<>]*>([^<]*)<\/a\s*>/gi,
      (_, url: string, label: string) => {
        lost.add("link");
        return label.trim() === "" || label.includes(url) ? url : `${label} (${url})`;
      },
    )
    .replace(TAG, (_, close: string, tag: string) => {
      const name = tag.toLowerCase();
      const loss = LOSS_OF_TAG[name];
      if (loss) lost.add(loss);
      if (name === "br" || name === "hr") return "\n";
      if (name === "li") return close ? "" : "\n- ";
      if (name === "td" || name === "th") return close ? "\t" : "";
      return /^(?:p|div|tr|ul|ol|h\d|blockquote|pre|table|dl|dt|dd)$/.test(name) ? "\n" : "";
    });
  const lines = decodeEntities(text)
    .split("\n")
    .map((line) => line.replace(/[ \u00a0]+/g, " ").trim());
  return { text: cleanField(lines.join("\n").replace(/\n{2,}/g, "\n")), lost: [...lost] };
}

function fromMarkdown(source: string): PlainText {
  const lost = new Set<Loss>();
  const take = (loss: Loss, value: string) => {
    lost.add(loss);
    return value;
  };
  const text = source
    .replace(/!\[([^\]]{0,500})\]\([^)\s]{0,2000}\)/g, (_, label: string) => take("image", label))
    .replace(/\[([^\]]{1,500})\]\(([^)\s]{1,2000})\)/g, (_, label: string, url: string) =>
      take("link", `${label} (${url})`),
    )
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,2000}?\S?)\1/g, (_, _sign: string, inner: string) => take("emphasis", inner))
    .replace(/(?<![\w*])([*_])(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1(?![\w*])/g, (_, _sign: string, inner: string) =>
      take("emphasis", inner),
    )
    .replace(/`([^`\n]{1,2000})`/g, (_, inner: string) => take("emphasis", inner))
    .replace(/^#{1,6}[ \t]+/gm, () => take("emphasis", ""));
  return { text: cleanField(text), lost: [...lost] };
}
