import { z } from "zod";
import { ANSWER_FILE_FORMAT, ANSWER_FILE_LIMIT, ANSWER_FILE_VERSION } from "./answer-file-format";

const heading = { format: z.literal(ANSWER_FILE_FORMAT), version: z.literal(ANSWER_FILE_VERSION) };

const entry = z.strictObject({
  questionId: z.string().min(1).max(200),
  /** The server's clock in milliseconds when the choice was made; of two choices the higher one wins. */
  sequence: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  /** As the paper's form would post them. */
  fields: z.array(z.tuple([z.string().max(400), z.string().max(20_000)])).max(200),
});
export type AnswerFileEntry = z.infer<typeof entry>;

export const answerFileContent = z.strictObject({
  ...heading,
  attemptId: z.uuid(),
  officialId: z.uuid().optional(),
  /** By the server's clock, as far as the device knew it. */
  madeAt: z.iso.datetime(),
  entries: z.array(entry).max(500),
});
export type AnswerFileContent = z.infer<typeof answerFileContent>;

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);

export const sealedAnswerFile = z.strictObject({
  ...heading,
  attempt: z.uuid(),
  /** The public half of a P-256 key made for this file alone: 65 bytes, uncompressed. */
  key: base64url.length(87),
  iv: base64url.length(16),
  /** AES-256-GCM, with its tag at the end. */
  data: base64url.min(22),
});
export type SealedAnswerFile = z.infer<typeof sealedAnswerFile>;

export type AnswerFileFault =
  | "empty"
  | "too-large"
  /** Not JSON at all, or cut off. */
  | "not-json"
  /** JSON, but of something else, or of a later version. */
  | "not-an-answer-file"
  /** Sealed for another installation, changed, or damaged: the seal does not tell which. */
  | "cannot-be-opened"
  /** The seal is whole, but what is inside is no list of answers of the attempt that it names. */
  | "unreadable-content";

type Read<T> = { ok: true; value: T } | { ok: false; fault: AnswerFileFault };

/** The outer file, before it is opened. */
export function readSealedFile(text: string): Read<SealedAnswerFile> {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  if (trimmed === "") return { ok: false, fault: "empty" };
  if (trimmed.length > ANSWER_FILE_LIMIT) return { ok: false, fault: "too-large" };
  const parsed = fromJson(trimmed);
  if (parsed === undefined) return { ok: false, fault: "not-json" };
  const file = sealedAnswerFile.safeParse(parsed);
  return file.success ? { ok: true, value: file.data } : { ok: false, fault: "not-an-answer-file" };
}

/** What was inside. An entry that stands twice counts once, with its higher sequence. */
export function readContent(text: string, attemptId: string): Read<AnswerFileContent> {
  const content = answerFileContent.safeParse(fromJson(text));
  if (!content.success || content.data.attemptId !== attemptId) return { ok: false, fault: "unreadable-content" };
  const latest = new Map<string, AnswerFileEntry>();
  for (const each of content.data.entries) {
    const before = latest.get(each.questionId);
    if (!before || each.sequence > before.sequence) latest.set(each.questionId, each);
  }
  return { ok: true, value: { ...content.data, entries: [...latest.values()] } };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
