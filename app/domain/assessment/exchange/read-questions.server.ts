/** A file of questions, of any format, from a disk or from a form. */
import { open } from "node:fs/promises";
import path from "node:path";
import { unreadable, type Exchange, type ExchangeDefaults, type ExchangeFormat } from "./exchange";
import { readTextFile, TEXT_LIMIT_MB } from "./read-text";
import { readXlsx, XLSX_LIMIT_MB } from "./xlsx/read-xlsx.server";

/** The most that is looked at; a form refuses what is larger before it is read. */
export const limitMb = (format: ExchangeFormat) => (format === "xlsx" ? XLSX_LIMIT_MB : TEXT_LIMIT_MB);

export function readQuestions(bytes: Uint8Array, format: ExchangeFormat, defaults: ExchangeDefaults = {}): Exchange {
  return format === "xlsx" ? readXlsx(bytes, defaults) : readTextFile(bytes, format, defaults);
}

/** As `readQuestions`; a file that is too large is not read at all. */
export async function readQuestionFile(
  file: string,
  format: ExchangeFormat,
  defaults: ExchangeDefaults = {},
): Promise<Exchange> {
  let handle;
  try {
    handle = await open(file, "r");
    const about = await handle.stat();
    const [size, limit] = [about.size / 1024 / 1024, limitMb(format)];
    if (!about.isFile()) return unreadable("file-missing", { file: path.basename(file) });
    if (size > limit) return unreadable("file-too-large", { size: Math.ceil(size), limit });
    return readQuestions(await handle.readFile(), format, defaults);
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).syscall !== "string") throw error;
    return unreadable("file-missing", { file: path.basename(file) });
  } finally {
    await handle?.close();
  }
}
