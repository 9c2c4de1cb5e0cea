/** The bank files of a course, to be changed as somebody would change them by hand: comments, order and all else stay. */
import { Document, isMap, isNode, isSeq, parseDocument, type YAMLMap, YAMLSeq } from "yaml";
import type { CourseFiles } from "../../courses/course-source";
import type { CaseText } from "../question";
import type { Question } from "../question-types";

interface BankFile {
  path: string;
  document: Document;
  topic: string;
  questions: YAMLSeq;
  changed: boolean;
}

export class BankFiles {
  private readonly banks: BankFile[] = [];
  private readonly paths: Set<string>;

  constructor(files: CourseFiles) {
    this.paths = new Set(files.keys());
    for (const [path, bytes] of files) {
      if (!/^bank\/.*\.yaml$/.test(path)) continue;
      const document = documentOf(new TextDecoder().decode(bytes));
      const questions = document.get("questions");
      if (!isSeq(questions)) continue;
      this.banks.push({ path, document, topic: String(document.get("topic")), questions, changed: false });
    }
  }

  setStatus(id: string, status: Question["status"]): void {
    const found = this.find(id);
    if (!found || found.item.get("status") === status) return;
    found.item.set("status", status);
    found.bank.changed = true;
  }

  /**
   * Questions as the writer of the exchange has them in one file, of whatever topics. Each goes where one of its id stands when
   * that is its place, otherwise to the end of the file of its case or of its topic; a topic without a file gets one.
   */
  put(input: { text: string; titles: Readonly<Record<string, string>> }): void {
    const written = documentOf(input.text);
    const cases = casesIn(written);
    for (const item of itemsOf(written.get("questions"))) {
      const topic = String(item.get("topic") ?? written.get("topic"));
      const about = cases.find((each) => item.has("case") && idOf(each) === item.get("case"));
      const bank =
        (about && this.banks.find(({ document }) => casesIn(document).some((each) => idOf(each) === idOf(about)))) ??
        this.banks.find((each) => each.topic === topic) ??
        this.newBank(topic, input.titles[topic] ?? topic);
      if (about) putCase(bank.document, about);
      if (bank.topic === topic) item.delete("topic");
      else item.set("topic", topic);
      this.place(bank, item);
    }
  }

  /** A question as text, with its comments, and what of its file it needs to be understood; null: it is not there. */
  read(id: string): { text: string; topic: string; title: string; cases: unknown[] } | null {
    const found = this.find(id);
    if (!found) return null;
    const { bank, item } = found;
    const [before, space] = [item.commentBefore, item.spaceBefore];
    // What stands above the question belongs to the file.
    item.commentBefore = null;
    item.spaceBefore = false;
    const text = new Document(item as unknown).toString({ lineWidth: 0 });
    item.commentBefore = before ?? null;
    item.spaceBefore = space ?? false;
    const title = String(bank.document.get("title") ?? bank.topic);
    return { text, topic: bank.topic, title, cases: casesIn(bank.document).map((each) => each.toJSON() as unknown) };
  }

  /** Puts a text in the place of a question, where that stands now. False: it is not there any more. */
  replace(id: string, text: string): boolean {
    const found = this.find(id);
    const item = documentOf(text).contents;
    if (!found || !isMap(item)) return false;
    const { bank } = found;
    keepSurroundings(found.item, item as YAMLMap);
    bank.questions.items[bank.questions.items.indexOf(found.item)] = item;
    bank.changed = true;
    return true;
  }

  /** A new question at the end of the bank of its topic; a topic without a bank gets one. */
  add(input: { topic: string; title: string; text: string }): void {
    const item = documentOf(input.text).contents;
    if (!isMap(item)) return;
    const bank = this.banks.find(({ topic }) => topic === input.topic) ?? this.newBank(input.topic, input.title);
    bank.questions.add(item);
    bank.changed = true;
  }

  /** The texts that questions may ask about, each within the bank of its topic. */
  cases(): { topic: string; case: unknown }[] {
    return this.banks.flatMap(({ topic, document }) =>
      casesIn(document).map((each) => ({ topic, case: each.toJSON() as unknown })),
    );
  }

  /** A text of the bank in which a question stands, or where one of a topic will stand: told anew, or for the first time. */
  tellCase(where: { id: string | null; topic: string }, about: CaseText): void {
    const bank =
      (where.id !== null && this.find(where.id)?.bank) || this.banks.find(({ topic }) => topic === where.topic);
    if (!bank) return;
    const known = casesIn(bank.document).find((each) => idOf(each) === about.id);
    if (known?.get("title") === about.title && known.get("text") === about.text) return;
    if (known) for (const key of ["title", "text"] as const) known.set(key, about[key]);
    else putCase(bank.document, new Document(about).contents as unknown as YAMLMap);
    bank.changed = true;
  }

  /** Path → new bytes; null: nothing is left of the file. */
  changes(): Map<string, Uint8Array | null> {
    const encode = (text: string) => new TextEncoder().encode(text);
    const changed = this.banks.filter((bank) => bank.changed);
    return new Map(
      changed.map(({ path, document, questions }) => [
        path,
        questions.items.length === 0 ? null : encode(document.toString({ lineWidth: 0 })),
      ]),
    );
  }

  private place(bank: BankFile, item: YAMLMap): void {
    const old = this.find(idOf(item));
    bank.changed = true;
    if (old?.bank === bank) {
      keepSurroundings(old.item, item);
      bank.questions.items[bank.questions.items.indexOf(old.item)] = item;
      return;
    }
    if (old) {
      old.bank.questions.items = old.bank.questions.items.filter((each) => each !== old.item);
      old.bank.changed = true;
    }
    bank.questions.add(item);
  }

  private find(id: string): { bank: BankFile; item: YAMLMap } | null {
    for (const bank of this.banks) {
      const item = itemsOf(bank.questions).find((each) => idOf(each) === id);
      if (item) return { bank, item };
    }
    return null;
  }

  private newBank(topic: string, title: string): BankFile {
    let path = `bank/${topic}.yaml`;
    for (let number = 2; this.paths.has(path); number++) path = `bank/${topic}-${number}.yaml`;
    this.paths.add(path);
    const questions = new YAMLSeq();
    const document = new Document({ topic, title });
    document.set("questions", questions);
    const bank = { path, document, topic, questions, changed: true };
    this.banks.push(bank);
    return bank;
  }
}

const documentOf = (text: string): Document =>
  parseDocument(text.replace(/\r\n?/g, "\n"), { schema: "core", logLevel: "error" });

const itemsOf = (list: unknown): YAMLMap[] => (isSeq(list) ? list.items.filter((item) => isMap(item)) : []);
const casesIn = (document: Document) => itemsOf(document.get("cases"));
const idOf = (item: YAMLMap) => String(item.get("id"));

/** What stands around the old one in the file stays around the new one. */
function keepSurroundings(old: unknown, item: YAMLMap): void {
  if (!isNode(old)) return;
  item.commentBefore = old.commentBefore;
  item.comment = old.comment;
  item.spaceBefore = old.spaceBefore;
}

const ORDER = ["topic", "title", "cases", "questions"];

/** The text that questions of a file share stands once in it, before the questions. */
function putCase(document: Document, about: YAMLMap): void {
  const known = document.get("cases");
  if (isSeq(known)) {
    const at = known.items.findIndex((each) => isMap(each) && idOf(each) === idOf(about));
    if (at < 0) known.add(about);
    else known.items[at] = about;
    return;
  }
  const cases = new YAMLSeq();
  cases.add(about);
  document.set("cases", cases);
  if (!isMap(document.contents)) return;
  document.contents.items.sort((a, b) => ORDER.indexOf(String(a.key)) - ORDER.indexOf(String(b.key)));
}
