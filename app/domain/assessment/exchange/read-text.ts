/** A question file of one of the text formats, from its bytes to the report. */
import { readAiken } from "./aiken/read-aiken";
import { cleanFile } from "./clean-text";
import { collect } from "./collect";
import { decodeText } from "./encoding/decode";
import { remark, unreadable, type Exchange, type ExchangeDefaults, type ExchangeFormat } from "./exchange";
import { readGift } from "./gift/read-gift";
import { readMoodleXml } from "./moodle-xml/read-moodle-xml";
import type { Reading } from "./read-question";
import { readBankYaml } from "./yaml/read-bank-yaml";

export type TextExchangeFormat = Exclude<ExchangeFormat, "xlsx">;

const READERS: Record<TextExchangeFormat, (text: string) => Reading> = {
  gift: readGift,
  "moodle-xml": readMoodleXml,
  aiken: readAiken,
  yaml: readBankYaml,
};

/** A file of pictures is larger; one of questions is not. */
export const TEXT_LIMIT_MB = 5;

export function readTextFile(bytes: Uint8Array, format: TextExchangeFormat, defaults: ExchangeDefaults = {}): Exchange {
  const size = bytes.byteLength / 1024 / 1024;
  if (size > TEXT_LIMIT_MB) return unreadable("file-too-large", { size: Math.ceil(size), limit: TEXT_LIMIT_MB });
  const decoded = decodeText(bytes);
  if (!decoded.ok) return unreadable(decoded.reason.rule, decoded.reason.values, { line: decoded.line });
  const { text, hidden } = cleanFile(decoded.text.replace(/^\ufeff/, ""));
  if (text.trim() === "") return unreadable("file-empty");
  const report = collect(READERS[format](text), defaults);
  const { conversion } = decoded;
  if (hidden > 0) report.notes.push(remark("hidden-characters", { count: hidden }));
  if (conversion) report.notes.push(remark("converted", { from: `encoding:${conversion.from}` }));
  return { ...report, conversion };
}
