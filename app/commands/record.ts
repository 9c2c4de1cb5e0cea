import { createWriteStream } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { now } from "~/platform/clock.server";
import { PlainSentence } from "~/platform/plain-sentence";
import { checkRecord } from "~/use-cases/system/check-record";
import { exportRecord } from "~/use-cases/system/export-record";
import { openDatabase } from "~/use-cases/system/open-database";
import { sealRecord } from "~/use-cases/system/seal-record";

const USAGE = `npm run record -- export TỆP    xuất toàn bộ hồ sơ ra một tệp để kiểm tra ở máy khác (npm run verify-record -- TỆP)
                                the whole record as one file, to be verified on another machine
npm run record -- seal          niêm phong ngay những gì chưa niêm phong · seal now what is not sealed yet
npm run record -- check         tính lại và đối chiếu ngay · derive and compare everything now`;

async function record([verb, file, ...more]: string[]): Promise<number> {
  if (more.length > 0 || (verb === "export") !== (file !== undefined)) throw new PlainSentence(USAGE, "export FILE");
  if (!["export", "seal", "check"].includes(verb ?? "")) throw new PlainSentence(USAGE, "export, seal, check");
  const database = await openDatabase({ join: true });
  try {
    if (verb === "export") return await writeExport(path.resolve(file!));
    if (verb === "seal") return await sealNow();
    return await checkNow();
  } finally {
    await database.close();
  }
}

async function writeExport(target: string): Promise<number> {
  await mkdir(path.dirname(target), { recursive: true });
  // Under its name it is whole.
  const draft = `${target}.${process.pid}.part`;
  await pipeline(Readable.from(exportRecord({ now: now() })), createWriteStream(draft, { mode: 0o600 }));
  await rename(draft, target);
  console.log(`→ ${target}`);
  return 0;
}

async function sealNow(): Promise<number> {
  const { seals, entries } = await sealRecord({ now: now(), again: true });
  console.log(`Đã niêm phong ${entries} dòng dữ liệu, ${seals} niêm phong. · ${entries} rows under ${seals} seals.`);
  return 0;
}

async function checkNow(): Promise<number> {
  const { turns, rows, mismatches } = await checkRecord({ clock: now });
  console.log(
    `Đã tính lại ${turns} đợt học, đối chiếu ${rows} dòng dữ liệu: ${mismatches} chỗ không khớp. · ${turns} course turns and ${rows} rows compared: ${mismatches} mismatches.`,
  );
  return mismatches === 0 ? 0 : 1;
}

try {
  process.exitCode = await record(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof PlainSentence)) throw error;
  console.error(`${error.vietnamese}\n${error.english}`);
  process.exitCode = 1;
}
