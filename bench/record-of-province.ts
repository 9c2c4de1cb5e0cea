/** What the record of a whole province costs by night and in an audit: seal, comparison, export, proof of the export. */
import { createReadStream, createWriteStream } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Viewer } from "../app/domain/auth/permissions";

type Measured = <T>(what: string, work: () => Promise<T>) => Promise<T>;

export async function measureRecord(input: {
  measured: Measured;
  say: (text: string) => void;
  folder: string;
  now: Date;
}) {
  const { measured, say, folder, now } = input;
  const { sealRecord } = await import("../app/use-cases/system/seal-record");
  const { checkRecord } = await import("../app/use-cases/system/check-record");
  const { exportRecord } = await import("../app/use-cases/system/export-record");
  const { verifyDump } = await import("../app/domain/seals/verify-dump.server");

  say(JSON.stringify(await measured("FIRST SEAL of everything", () => sealRecord({ now }))));
  const tomorrow = new Date(now.getTime() + 24 * 3_600_000);
  say(JSON.stringify(await measured("the seal of a day on which nothing came", () => sealRecord({ now: tomorrow }))));
  const { db } = await import("../app/platform/db.server");
  say(JSON.stringify(await measured("NIGHTLY COMPARISON of everything", () => checkRecord({ clock: () => now }))));
  const kinds = await db.recordMismatch.groupBy({ by: ["kind"], _count: true });
  say(JSON.stringify(kinds));
  const file = path.join(folder, "record.jsonl");
  await measured("export of the record", () => pipeline(Readable.from(exportRecord({ now })), createWriteStream(file)));
  const verdict = await measured("proof of the export", () =>
    verifyDump(createReadStream(file, { highWaterMark: 1 << 20 })),
  );
  say(JSON.stringify(verdict));
}

/** The official report on the closed period with its annex of everybody. */
export async function measureReport(input: {
  measured: Measured;
  say: (text: string) => void;
  viewer: Viewer;
  periodId: string;
  now: Date;
}) {
  const { measured, say, viewer, periodId, now } = input;
  const { db } = await import("../app/platform/db.server");
  const { askForReport } = await import("../app/use-cases/hr/official-report");
  const { runJob } = await import("../app/use-cases/system/run-job");
  const { words } = await import("../tests/unit/official-reports/sample-report");
  const asked = await askForReport({ viewer, scope: ["AG"], periodId, unitCode: "AG", words, now });
  if (asked.kind !== "asked") throw new Error(asked.reason);
  await measured("OFFICIAL REPORT with its annex of everybody", () => runJob(asked.jobId));
  const job = await db.longJob.findUniqueOrThrow({ where: { id: asked.jobId } });
  say(JSON.stringify({ state: job.state, outcome: job.outcome }));
}
