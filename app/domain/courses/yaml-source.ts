/** YAML as plain data, with the place of every key and value; what is more than data is a problem. */
import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  Lexer,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type YAMLMap,
} from "yaml";
import { problemAt, type ContentProblem, type Place } from "./content-problem";

export type YamlPath = readonly (string | number)[];

export interface YamlSource {
  file: string;
  value: unknown;
  /** The place of a value, or of the nearest one around it that exists. */
  placeOf(path: YamlPath): Place;
  /** The place of a key itself. */
  placeOfKey(path: YamlPath, key: string): Place;
}

export interface ReadYaml {
  yaml: YamlSource | null;
  problems: ContentProblem[];
}

const DEPTH_LIMIT = 20;
const KEYS_LIMIT = 500;
const CORE_TAG = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/;

/** Reads one YAML document. `firstLine` is the line of the file on which it begins (front matter: 2). */
export function readYaml({ text, file, firstLine = 1 }: { text: string; file: string; firstLine?: number }): ReadYaml {
  const counter = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  // Before the parser: it recurses, and exhausting its stack takes the process down.
  const tooDeep = deepLine(text);
  if (tooDeep) {
    const where = { line: tooDeep.line + firstLine - 1, column: tooDeep.column };
    return { yaml: null, problems: [problemAt(file, where, "yaml-too-deep", { limit: DEPTH_LIMIT })] };
  }
  const document = parseDocument(text, {
    lineCounter: counter,
    schema: "core",
    // Looked at below: the parser compares each key with each other one, and thousands of them would stall it.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
  });
  const problems = document.errors.map((error) => {
    if (error.code === "MULTIPLE_DOCS") return problemAt(file, place(error.pos[0]), "yaml-many-documents");
    return problemAt(file, place(error.pos[0]), "yaml-syntax", { reason: error.message });
  });
  problems.push(...beyondData(document, file, place));
  if (problems.length > 0) return { yaml: null, problems };

  const placeOf = (path: YamlPath): Place => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return place(node.range[0]);
    }
    return { line: firstLine, column: 1 };
  };
  const placeOfKey = (path: YamlPath, key: string): Place => {
    const parent = path.length === 0 ? document.contents : document.getIn(path, true);
    const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
    return isPair(pair) && isScalar(pair.key) && pair.key.range ? place(pair.key.range[0]) : placeOf(path);
  };
  return { yaml: { file, value: document.toJS({ maxAliasCount: 0 }), placeOf, placeOfKey }, problems };
}

/** Anchors, aliases and tags: ways to make a small file large or a value something else. */
function beyondData(document: Document, file: string, place: (offset: number) => Place): ContentProblem[] {
  const problems: ContentProblem[] = [];
  visit(document, (_, node) => {
    if (!isNode(node)) return undefined;
    const where = place(node.range?.[0] ?? 0);
    if (isMap(node)) {
      if (node.items.length > KEYS_LIMIT) {
        problems.push(problemAt(file, where, "yaml-too-many-keys", { limit: KEYS_LIMIT }));
        return visit.BREAK;
      }
      problems.push(...repeatedKeys(node, file, place));
    }
    if (isAlias(node) || ((isScalar(node) || isCollection(node)) && node.anchor)) {
      problems.push(problemAt(file, where, "yaml-alias"));
    } else if (node.tag && !CORE_TAG.test(node.tag))
      problems.push(problemAt(file, where, "yaml-tag", { tag: node.tag }));
    return undefined;
  });
  return problems;
}

function repeatedKeys(map: YAMLMap, file: string, place: (offset: number) => Place): ContentProblem[] {
  const seen = new Set<string>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const name = String(key.value);
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [problemAt(file, place(key.range?.[0] ?? 0), "yaml-duplicate-key", { key: name.slice(0, 100) })];
  });
}

/**
 * Where nesting goes too far, judged by leading dashes, indentation and brackets. The brackets are those of the lexer, which does
 * not recurse: one in a text that somebody typed opens nothing.
 */
function deepLine(text: string): Place | null {
  const lines = text.split("\n");
  for (let index = 0; index < lines.length; index++) {
    const lead = /^(?:[-?:][ \t]+|[ \t])*/.exec(lines[index]!)![0];
    if (lead.length > DEPTH_LIMIT * 4 || (lead.match(/[-?:]/g)?.length ?? 0) > DEPTH_LIMIT) {
      return { line: index + 1, column: 1 };
    }
  }
  let open = 0;
  let line = 1;
  let column = 1;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === "[" || lexeme === "{") open++;
    else if ((lexeme === "]" || lexeme === "}") && open > 0) open--;
    if (open > DEPTH_LIMIT) return { line, column };
    const rows = lexeme.split("\n");
    // The signs that the lexer puts before documents and plain texts stand in no file.
    const width = rows.at(-1)!.replace(/[\u0002\u0018\u001f\ufeff]/g, "").length;
    line += rows.length - 1;
    column = rows.length > 1 ? width + 1 : column + width;
  }
  return null;
}
