import { PlainSentence, errorCode } from "../plain-sentence";

/** Do these words of PostgreSQL's tell of a disk without room? */
export function isFullDisk(said: string): boolean {
  return /No space left on device|Disk quota exceeded/.test(said);
}

export function fullDisk(dataDir: string): PlainSentence {
  return new PlainSentence(
    `Ổ đĩa chứa ${dataDir} đã đầy: hãy giải phóng dung lượng (cần ít nhất 200 MB) hoặc đặt DATA_DIR sang ổ khác.`,
    `The disk that holds ${dataDir} is full: free some space (200 MB at least), or point DATA_DIR to another disk.`,
  );
}

/** A full or read-only disk, or a folder that cannot be written, as one sentence; null for anything else. */
export function diskSentence(error: unknown, dataDir: string): PlainSentence | null {
  const code = errorCode(error);
  if (code === "ENOSPC" || code === "EDQUOT") {
    return fullDisk(dataDir);
  }
  if (["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"].includes(code)) {
    return new PlainSentence(
      `Không ghi được vào thư mục dữ liệu ${dataDir} (${code}): hãy cấp quyền ghi cho người dùng đang chạy hoặc đặt DATA_DIR sang nơi khác.`,
      `The data folder ${dataDir} cannot be written (${code}): give the user running this write access, or point DATA_DIR elsewhere.`,
    );
  }
  return null;
}
