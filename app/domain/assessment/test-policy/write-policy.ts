/** A policy as test.yaml: readable, in one order, and with the comments of the file that it replaces. */
import { Document, isMap, isNode, isScalar, isSeq, parseDocument, type ParsedNode, type YAMLMap } from "yaml";
import { testSchema } from "../../courses/content-schemas";
import type { TestPolicy } from "../../courses/course";
import { sameValue } from "./same-value";

const ORDER: readonly (keyof TestPolicy)[] = [
  "title",
  "draw",
  "shuffleQuestions",
  "shuffleOptions",
  "timeLimitMinutes",
  "graceSeconds",
  "passPercent",
  "attempts",
  "attemptThatCounts",
  "delayMinutes",
  "opensOn",
  "closesOn",
  "whenTimeExpires",
  "handInGraceMinutes",
  "feedback",
  "hintPenaltyPercent",
  "buildOnLast",
  "paceCheck",
  "honourStatement",
  "review",
  "overallFeedback",
];

/** `before`: the file as it stands; null or unreadable: a new one is written. */
export function writePolicy(policy: TestPolicy, before: string | null): string {
  const document = documentOf(before) ?? new Document({});
  const group = document.contents as YAMLMap;
  const known = readOf(document.toJS());
  for (const key of ORDER) {
    const value = policy[key];
    if (value === undefined) document.delete(key);
    // What the file says already, or leaves unsaid because it is the usual, stays as it is written.
    else if (!sameValue(known[key] ?? plain(document.get(key)), value)) setValue(document, key, value);
  }
  group.items.sort((a, b) => rank(a.key) - rank(b.key));
  return inHouseStyle(document.toString({ lineWidth: 0 }));
}

function documentOf(text: string | null): Document<ParsedNode> | null {
  if (text === null) return null;
  const document = parseDocument(text.replace(/\r\n?/g, "\n"), { schema: "core" });
  return document.errors.length === 0 && isMap(document.contents) ? document : null;
}

/** What a file says, also what it says without saying it. */
function readOf(raw: unknown): Partial<TestPolicy> {
  const read = testSchema.safeParse(raw);
  return read.success ? (read.data as TestPolicy) : {};
}

const plain = (node: unknown): unknown =>
  typeof node === "object" && node !== null && "toJSON" in node ? (node as { toJSON(): unknown }).toJSON() : node;

function setValue(document: Document, key: keyof TestPolicy, value: unknown): void {
  const old = document.get(key, true);
  // The node stays, with the comment at its side.
  if (isScalar(old) && typeof value !== "object") {
    old.value = value;
    return;
  }
  const node = document.createNode(value);
  if (isSeq(node)) for (const line of node.items) if (isMap(line) && key === "draw") line.flow = true;
  if (isMap(node)) for (const { value: list } of node.items) if (isSeq(list)) list.flow = true;
  if (isNode(old)) [node.comment, node.commentBefore] = [old.comment, old.commentBefore];
  document.set(key, node);
}

function rank(key: unknown): number {
  const place = ORDER.indexOf((isScalar(key) ? key.value : key) as keyof TestPolicy);
  return place < 0 ? ORDER.length : place;
}

/** `[a, b]`, as the files of the house have it. */
const inHouseStyle = (text: string) =>
  text.replace(/^( {2}\w+): \[ ([\w, ]+) \](.*)$/gm, (_, name, list, rest) => `${name}: [${list}]${rest}`);
