import { createReadableStreamFromReadable } from "@remix-run/node";
import type { Book, BookEntry } from "~/domain/certificates/register";
import { formatDateTime, localDay } from "~/domain/time";
import { verifyPath } from "~/paths";
import { env } from "~/platform/env.server";
import type { Cell, TableColumn } from "~/platform/spreadsheet/table";
import { xlsxStream } from "~/platform/spreadsheet/xlsx.server";
import { remarkOf } from "~/ui/words/book-words";
import { formatNumber } from "~/ui/words/format";
import type { Translate } from "~/ui/words/translate";

export interface RegisterSheet {
  book: Book;
  header: { issuerName: string };
  batches: AsyncIterable<BookEntry[]>;
  by: string;
  asOf: Date;
  t: Translate;
}

/** A register book as a workbook, sent while it is read. */
export function registerSheetResponse({ book, header, batches, by, asOf, t }: RegisterSheet): Response {
  const name = t("book.bookName", { code: book.issuerCode, year: String(book.year) });
  const columns: TableColumn[] = [
    { header: t("book.register"), kind: "whole", width: 10 },
    { header: t("book.number"), kind: "text", width: 18 },
    { header: t("book.holder"), kind: "text", width: 28 },
    { header: t("book.post"), kind: "text", width: 48 },
    { header: t("book.course"), kind: "text", width: 44 },
    { header: t("book.result"), kind: "text", width: 14 },
    { header: t("book.issued"), kind: "day", width: 13 },
    { header: t("book.serial"), kind: "text", width: 24 },
    { header: t("book.state"), kind: "text", width: 18 },
    { header: t("book.remark"), kind: "text", width: 60 },
    { header: t("certificate.verifyAt"), kind: "text", width: 48 },
  ];
  const stream = xlsxStream({
    title: t("book.sheet"),
    table: { columns, batches: rowsOf(batches, t) },
    notes: {
      title: t("book.notes"),
      facts: [
        { label: t("book.noteBook"), text: `${header.issuerName} – ${name}` },
        { label: t("book.noteLast"), text: formatNumber(book.lastNumber, { language: t.language }) },
        { label: t("book.noteAsOf"), text: formatDateTime(asOf) },
        { label: t("book.noteBy"), text: by },
      ],
    },
  });
  const code = book.issuerCode
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/Đ/g, "D")
    .replace(/[^\w-]+/g, "-");
  return new Response(createReadableStreamFromReadable(stream), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="so-cap-giay-chung-nhan_${code}_${book.year}.xlsx"`,
      "Cache-Control": "private, no-store",
    },
  });
}

async function* rowsOf(batches: AsyncIterable<BookEntry[]>, t: Translate): AsyncGenerator<Cell[][]> {
  const { origin } = env();
  for await (const entries of batches) {
    yield entries.map((entry): Cell[] => {
      const { certificate: one } = entry;
      return [
        entry.registerNumber,
        entry.number,
        one?.fullName ?? null,
        one ? [one.positionTitle, one.unitName].filter(Boolean).join(", ") : null,
        one?.courseName ?? null,
        one?.result ?? null,
        one && localDay(one.issuedAt),
        one?.serial ?? null,
        one ? t(STATUS[one.status]) : t("book.voidState"),
        remarkOf(t, entry) || null,
        one && origin + verifyPath(one.serial),
      ];
    });
  }
}

const STATUS = {
  valid: "certificate.statusValid",
  revoked: "certificate.statusRevoked",
  expired: "certificate.statusExpired",
  reissued: "certificate.statusReissued",
} as const;
