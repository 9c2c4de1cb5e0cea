import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PlainSentence, errorCode } from "./plain-sentence";

/**
 * A secret that is made once and then kept in a file only its owner can read. Two processes that start together
 * get the same one: the file appears whole, under its name, once.
 */
export function keptSecret(input: { file: string; make: () => string }): string {
  const kept = read(input.file);
  if (kept) return kept;
  const draft = `${input.file}.${process.pid}-${randomBytes(4).toString("hex")}`;
  try {
    mkdirSync(path.dirname(input.file), { recursive: true });
    writeFileSync(draft, `${input.make()}\n`, { mode: 0o600, flag: "wx" });
    try {
      linkSync(draft, input.file);
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
    } finally {
      unlinkSync(draft);
    }
  } catch (error) {
    throw new PlainSentence(
      `Không ghi được tệp bí mật ${input.file} (${errorCode(error)}): hãy cho tiến trình quyền ghi vào thư mục đó hoặc đặt DATA_DIR sang nơi khác.`,
      `The secret file ${input.file} cannot be written (${errorCode(error)}): give the process write access to that folder, or point DATA_DIR elsewhere.`,
    );
  }
  return read(input.file) ?? "";
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw new PlainSentence(
      `Không đọc được tệp bí mật ${file} (${errorCode(error)}): hãy chạy bằng đúng người dùng sở hữu tệp đó.`,
      `The secret file ${file} cannot be read (${errorCode(error)}): run as the user who owns it.`,
    );
  }
}
