/** YAML of a course folder changed as somebody would change it by hand: comments, order and quotes stay. */
import { type Document, isMap, isNode, isScalar, parseDocument, type YAMLMap } from "yaml";

/** A file as a document to be changed; null when it is no group of keys, or cannot be read. */
export function editableYaml(text: string): Document | null {
  const document = parseDocument(text.replace(/\r\n?/g, "\n"), { schema: "core", logLevel: "error" });
  return document.errors.length === 0 && isMap(document.contents) ? (document as Document) : null;
}

/** `[a, b]` as the files of the house have it, and no line broken. */
export const yamlText = (document: Document): string =>
  document
    .toString({ lineWidth: 0 })
    .replace(/^(\s*\w+): \[ ([^[\]{}"'#]+?) \](.*)$/gm, (_, name, list, rest) => `${name}: [${list}]${rest}`);

/** Sets a value where it differs, keeping the comments around the old one. `undefined` takes the key away. */
export function setYaml(document: Document, path: readonly string[], value: unknown): void {
  const old = document.getIn(path, true);
  if (value === undefined) {
    document.deleteIn(path);
    return;
  }
  if (isScalar(old) && typeof value !== "object") {
    if (old.value !== value) old.value = value;
    return;
  }
  if (isNode(old) && JSON.stringify(old.toJSON()) === JSON.stringify(value)) return;
  const node = document.createNode(value);
  if (isNode(old)) [node.comment, node.commentBefore] = [old.comment, old.commentBefore];
  if (Array.isArray(value) && value.every((each) => typeof each !== "object")) (node as { flow?: boolean }).flow = true;
  document.setIn(path, node);
}

export const isYamlMap = (node: unknown): node is YAMLMap => isMap(node);
