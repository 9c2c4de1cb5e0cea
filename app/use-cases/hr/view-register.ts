import type { PrintedRegister, RegisterView } from "~/domain/certificates/pages";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { type Book, type BookEntry, bookKey, type BookPage, readBookKey } from "~/domain/certificates/register";
import { checkBook, listBooks, readBook } from "~/domain/certificates/register-store.server";
import { latestBookHeader } from "~/domain/certificates/template-store.server";
import type { BookHeader } from "~/domain/certificates/template";
import { reachesRoot } from "~/domain/organization/unit-scope";
import { notFound } from "~/domain/problem";
import { noteBulkAccess } from "~/domain/privacy/access-store.server";
import { db, inTransaction } from "~/platform/db.server";

const PAGE = 50;
/** As many numbers as one printing holds. */
export const PRINTED_AT_ONCE = 1000;
const BATCH = 1000;

/** The register book of an issuing agency and a year, the latest number first, of those within the scope. */
export async function viewRegister(input: {
  scope: readonly string[];
  book: string | null;
  text: string;
  after: number | null;
  now: Date;
}): Promise<RegisterView> {
  const { scope, text, after, now } = input;
  const books = await listBooks({ scope });
  const book = chooseBook(books, input.book);
  const whole = reachesRoot(scope);
  if (!book) return { books, book, text, page: { entries: [], next: null }, after, check: null, whole };
  const [page, check] = await Promise.all([
    readBook({ book, scope, order: "latest-first", text, after, limit: PAGE, now }),
    checkBook(db, book),
  ]);
  return { books, book, text, page, after, check, whole };
}

/** A stretch of the book in its own order, as it is printed. */
export async function printRegister(input: {
  scope: readonly string[];
  book: string | null;
  from: number | null;
  upTo: number | null;
  now: Date;
}): Promise<PrintedRegister> {
  const { scope, now } = input;
  const book = await findBook(scope, input.book);
  const from = Math.max(1, input.from ?? 1);
  const [page, header, check] = await Promise.all([
    readBook({
      book,
      scope,
      order: "as-written",
      text: "",
      after: from - 1,
      upTo: input.upTo,
      limit: PRINTED_AT_ONCE,
      now,
    }),
    latestBookHeader(db, book.issuerCode),
    checkBook(db, book),
  ]);
  return { book, header, entries: page.entries, from, next: page.next, check, whole: reachesRoot(scope) };
}

/** The whole book as rows of a file; that it was taken away is on record before the first row is. */
export async function exportRegister(input: {
  viewer: Viewer;
  scope: readonly string[];
  book: string | null;
  now: Date;
}): Promise<{ book: Book; header: BookHeader; batches: AsyncIterable<BookEntry[]> }> {
  const { viewer, scope, now } = input;
  const book = await findBook(scope, input.book);
  await inTransaction(async (tx) => {
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "certificates.exported",
      subject: { type: "register", id: bookKey(book), label: `${book.issuerCode} ${book.year}` },
      unitPath: scope[0] ?? null,
      after: { format: "xlsx", number: book.lastNumber },
      at: now,
    });
    await noteBulkAccess(tx, { actor: actorOf(viewer), how: "certificate-export", unitPaths: scope, rows: null, now });
  });
  return { book, header: await latestBookHeader(db, book.issuerCode), batches: readAll(book, scope, now) };
}

async function* readAll(book: Book, scope: readonly string[], now: Date): AsyncGenerator<BookEntry[]> {
  let after: number | null = 0;
  while (after !== null) {
    const page: BookPage = await readBook({ book, scope, order: "as-written", text: "", after, limit: BATCH, now });
    if (page.entries.length > 0) yield page.entries;
    after = page.next;
  }
}

async function findBook(scope: readonly string[], key: string | null): Promise<Book> {
  const book = chooseBook(await listBooks({ scope }), key);
  if (!book) throw notFound(`register ${key}`);
  return book;
}

/** The one that is asked for, else the first of the list; a book outside the scope is none. */
function chooseBook(books: readonly Book[], key: string | null): Book | null {
  if (key === null || key === "") return books[0] ?? null;
  const asked = readBookKey(key);
  return books.find(({ issuerCode, year }) => issuerCode === asked?.issuerCode && year === asked.year) ?? null;
}
