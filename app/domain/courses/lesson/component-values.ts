/** What somebody fills in for a component, and the text that it becomes in a lesson. */
import { COMPONENTS } from "./components";

export interface ComponentValues {
  name: string;
  /** A flag that is set is "". */
  props: Record<string, string>;
  /** Markdown that stands inside, without the parts. */
  text: string;
  /** The items of a component that holds one numbered list. */
  items: string[];
  parts: ComponentValues[];
}

export const emptyValues = (name: string, more: Partial<ComponentValues> = {}): ComponentValues => ({
  name,
  props: {},
  text: "",
  items: [],
  parts: [],
  ...more,
});

/** The component as it stands in a lesson; without empty lines around it. */
export function writeComponent(values: ComponentValues): string {
  const { name } = values;
  const rule = COMPONENTS[name]!;
  const tag = `<${[name, ...writeProps(values)].join(" ")}`;
  if (rule.content === "nothing") return `${tag} />`;
  const inside = rule.content === "oneList" ? [writeList(values.items)] : [tidyText(escapeSigns(values.text))];
  const blocks = [...inside, ...values.parts.map(writeComponent)].filter((block) => block !== "");
  return [`${tag}>`, ...blocks, `</${name}>`].join("\n\n");
}

function writeProps({ name, props }: ComponentValues): string[] {
  return Object.entries(COMPONENTS[name]!.props).flatMap(([prop, { kind, required }]) => {
    const value = props[prop];
    if (value === undefined) return [];
    if (kind === "flag") return [prop];
    const tidy = tidyLine(value);
    return tidy === "" && !required ? [] : [`${prop}="${escapeValue(tidy)}"`];
  });
}

function writeList(items: readonly string[]): string {
  return items
    .map((item, index) => {
      const sign = `${index + 1}. `;
      const [first = "", ...rest] = tidyText(escapeSigns(item)).split("\n");
      return [`${sign}${first}`, ...rest.map((line) => (line === "" ? "" : " ".repeat(sign.length) + line))].join("\n");
    })
    .join("\n");
}

/** One line: what a value of a component can hold. */
export const tidyLine = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** Without spaces at the ends of lines, without empty lines at its ends. */
export const tidyText = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+$/gm, "")
    .replace(/^\n+|\n+$/g, "")
    .replace(/^[ \t]+/, "");

const escapeValue = (value: string) => value.replace(/&(?=[#\w])/g, "&amp;").replace(/"/g, "&quot;");

// A citation may stand in a sentence; code and what is escaped already stay as they are.
const CITATION = /<CanCu(?:\s+[a-z]+="[^"<>]*")*\s*\/>/;
const KEPT = new RegExp(`${CITATION.source}|(\`+)(?!\`)[\\s\\S]*?[^\`]\\1(?!\`)|\\\\[\\s\\S]`);
const SIGNS = new RegExp(`(${KEPT.source})|[<{]|^(?:import|export)(?=\\s)`, "gm");

/** Somebody who writes "<5" or "{…}" means these signs: in a lesson they are written with a backslash. */
export function escapeSigns(text: string): string {
  return text.replace(SIGNS, (found, kept: string | undefined) => {
    if (kept !== undefined) return kept;
    if (found === "<" || found === "{") return `\\${found}`;
    return found.startsWith("i") ? `&#105;${found.slice(1)}` : `&#101;${found.slice(1)}`;
  });
}

const ESCAPED = new RegExp(
  `(${CITATION.source}|(\`+)(?!\`)[\\s\\S]*?[^\`]\\2(?!\`))|\\\\([\\s\\S])|&#(105|101);(?=mport\\s|xport\\s)`,
  "g",
);

/** The other way round, for the fields of a form. */
export function plainSigns(text: string): string {
  return text.replace(
    ESCAPED,
    (
      found: string,
      kept: string | undefined,
      _ticks,
      sign: string | undefined,
      code: string | undefined,
      at: number,
    ) => {
      if (kept !== undefined) return kept;
      if (code !== undefined) return code === "105" ? "i" : "e";
      if (sign === "{") return sign;
      if (sign === "<" && !CITATION.test(`<${text.slice(at + 2, at + 400)}`.replace(/^(<CanCu[^>]*>)?.*/s, "$1")))
        return sign;
      return found;
    },
  );
}
