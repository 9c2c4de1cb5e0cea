import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { faultInWords } from "~/domain/seals/dump-fault";
import { verifyDump } from "~/domain/seals/verify-dump.server";
import { PlainSentence } from "~/platform/plain-sentence";

const USAGE = `npm run verify-record -- TỆP [--key z6Mk…]… [--root MÃ]
--key   khóa công khai đã biết (trang /seals); nêu nhiều lần nếu đã đổi khóa · a public key that is known, from /seals
--root  mã niêm phong đã in trên báo cáo; 16 ký tự đầu là đủ · a root from a printed report; its first 16 signs will do`;

/** Needs neither a database nor a setting: the file alone, and what one knows of the key and of printed roots. */
async function verify(args: string[]): Promise<number> {
  const { file, keys, root } = readArguments(args);
  const there = await stat(file).catch(() => null);
  if (!there?.isFile()) throw new PlainSentence(`Không có tệp "${file}".`, `There is no file "${file}".`);
  const verdict = await verifyDump(createReadStream(file, { highWaterMark: 1 << 20 }), { keys, root });
  if (!verdict.ok) {
    const { vi, en } = faultInWords(verdict.fault);
    console.error(`HỎNG: ${vi}\nBROKEN: ${en}`);
    return 1;
  }
  const { seals, rows, unsealed, last, keys: signed } = verdict.summary;
  console.log(
    `NGUYÊN VẸN: ${rows} dòng dữ liệu, ${seals} niêm phong${unsealed > 0 ? `, ${unsealed} dòng chưa niêm phong` : ""}.
INTACT: ${rows} rows, ${seals} seals${unsealed > 0 ? `, ${unsealed} rows not sealed yet` : ""}.`,
  );
  if (last) console.log(`Niêm phong cuối · Last seal: ${last.number}, ${last.day}, ${last.root}`);
  console.log(`Khóa ký · Signing key: ${signed.join(", ")}`);
  if (keys.length === 0) {
    console.log("Hãy so khóa này với khóa công bố ở trang /seals. · Compare this key with the one on the page /seals.");
  }
  return 0;
}

function readArguments(args: string[]) {
  try {
    const options = { key: { type: "string", multiple: true }, root: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, ...more] = positionals;
    const root = values.root?.replace(/\s/g, "").toLowerCase();
    if (file && more.length === 0 && (root === undefined || /^[0-9a-f]{16,64}$/.test(root))) {
      return { file, keys: values.key ?? [], root };
    }
  } catch (error) {
    throw new PlainSentence(USAGE, (error as Error).message);
  }
  throw new PlainSentence(USAGE, "one FILE");
}

try {
  process.exitCode = await verify(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof PlainSentence)) throw error;
  console.error(`${error.vietnamese}\n${error.english}`);
  process.exitCode = 1;
}
