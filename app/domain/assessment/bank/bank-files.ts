/** The bank files of a course, to be changed as somebody would change them by hand: comments, order and all else stay. */
import { type Document, isMap, isNode, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import type { CourseFiles } from "../../courses/course-source";
import type { Question } from "../question-types";

interface BankFile {
  path: string;
  document: Document;
  topic: string;
  questions: YAMLSeq;
  changed: boolean;
}

/** Questions of one topic as the writer of the exchange puts them into a file. */
export interface WrittenTopic {
  topic: string;
  text: string;
}

export class BankFiles {
  private readonly banks: BankFile[] = [];
  private readonly added = new Map<string, string>();
  private readonly taken: Set<string>;

  constructor(files: CourseFiles) {
    this.taken = new Set(files.keys());
    for (const [path, bytes] of files) {
      if (!/^bank\/.*\.yaml$/.test(path)) continue;
      const document = documentOf(new TextDecoder().decode(bytes));
      const questions = document.get("questions");
      if (!isSeq(questions)) continue;
      this.banks.push({ path, document, topic: String(document.get("topic")), questions, changed: false });
    }
  }

  hasTopic(topic: string): boolean {
    return this.banks.some((bank) => bank.topic === topic);
  }

  setStatus(id: string, status: Question["status"]): void {
    const found = this.find(id);
    if (!found || found.item.get("status") === status) return;
    found.item.set("status", status);
    found.bank.changed = true;
  }

  /** Each question where one of its id stands, otherwise at the end of its topic's file; a new topic is a new file. */
  put({ topic, text }: WrittenTopic): void {
    const written = documentOf(text);
    const questions = written.get("questions") as YAMLSeq<YAMLMap>;
    const bank = this.banks.find((each) => each.topic === topic);
    if (!bank) {
      for (const item of questions.items) this.remove(idOf(item));
      this.added.set(this.newPath(topic), text);
      return;
    }
    for (const item of questions.items) {
      const at = bank.questions.items.findIndex((each) => idOf(each) === idOf(item));
      if (at < 0) {
        this.remove(idOf(item));
        bank.questions.add(item);
      } else {
        keepSurroundings(bank.questions.items[at], item);
        bank.questions.items[at] = item;
      }
    }
    putCases(bank.document, written);
    bank.changed = true;
  }

  /** Path → new bytes; null: nothing is left of the file. */
  changes(): Map<string, Uint8Array | null> {
    const encode = (text: string) => new TextEncoder().encode(text);
    const changed = this.banks
      .filter((bank) => bank.changed)
      .map(({ path, document, questions }): [string, Uint8Array | null] => [
        path,
        questions.items.length === 0 ? null : encode(document.toString({ lineWidth: 0 })),
      ]);
    return new Map([...changed, ...[...this.added].map(([path, text]) => [path, encode(text)] as const)]);
  }

  private find(id: string): { bank: BankFile; item: YAMLMap } | null {
    for (const bank of this.banks) {
      const item = bank.questions.items.find((each) => idOf(each) === id);
      if (isMap(item)) return { bank, item };
    }
    return null;
  }

  private remove(id: string): void {
    const found = this.find(id);
    if (!found) return;
    const { questions } = found.bank;
    questions.items = questions.items.filter((item) => item !== found.item);
    found.bank.changed = true;
  }

  private newPath(topic: string): string {
    let path = `bank/${topic}.yaml`;
    for (let number = 2; this.taken.has(path); number++) path = `bank/${topic}-${number}.yaml`;
    this.taken.add(path);
    return path;
  }
}

const documentOf = (text: string): Document =>
  parseDocument(text.replace(/\r\n?/g, "\n"), { schema: "core", logLevel: "error" });

const idOf = (item: unknown) => (isMap(item) ? String(item.get("id")) : "");

/** What stands around the old one in the file stays around the new one. */
function keepSurroundings(old: unknown, item: YAMLMap): void {
  if (!isNode(old)) return;
  item.commentBefore = old.commentBefore;
  item.comment = old.comment;
  item.spaceBefore = old.spaceBefore;
}

/** Texts that questions share stand once in a file, before the questions. */
function putCases(document: Document, written: Document): void {
  const cases = written.get("cases");
  if (!isSeq(cases)) return;
  const known = document.get("cases");
  if (!isSeq(known)) {
    document.set("cases", cases);
    if (!isMap(document.contents)) return;
    const order = ["topic", "title", "cases", "questions"];
    const rank = (key: unknown) => order.indexOf(String(key));
    document.contents.items.sort((a, b) => rank(a.key) - rank(b.key));
    return;
  }
  for (const item of cases.items) {
    const at = known.items.findIndex((each) => idOf(each) === idOf(item));
    if (at < 0) known.add(item);
    else known.items[at] = item;
  }
}
