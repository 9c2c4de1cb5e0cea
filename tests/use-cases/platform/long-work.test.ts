import { writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { JobKind } from "~/domain/jobs/job";
import { forgetJobFiles, insertJob, listForgottenJobs } from "~/domain/jobs/job-store.server";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { files } from "~/platform/files/files.server";
import { enqueue, startQueues } from "~/platform/queue.server";
import type { LongWork } from "~/use-cases/system/long-work";
import { runJob } from "~/use-cases/system/run-job";
import { truncateAll, useDatabase } from "../../support/database";

useDatabase();
beforeEach(truncateAll);

const now = new Date("2026-11-26T02:00:00Z");
const ask = () =>
  insertJob(db, { kind: "thu" as JobKind, label: "Thử", input: { n: 3 }, by: { accountId: null, name: "A" }, now });
const row = (id: string) => db.longJob.findUniqueOrThrow({ where: { id } });

const counting: LongWork = async ({ job, progress, folder }) => {
  const { n } = job.input as { n: number };
  for (let done = 1; done <= n; done++) await progress(done, n);
  const file = path.join(folder, "kq.txt");
  await writeFile(file, "kết quả");
  return { file: { sha256: await files().putFile(file), name: "kq.txt", type: "text/plain", size: 11 }, counts: { n } };
};

describe("Long work", () => {
  test("is done once, however often it is called, and what it made can be fetched for some days", async () => {
    const work = vi.fn(counting);
    const id = await ask();
    await Promise.all([1, 2, 3].map(() => runJob(id, { thu: work })));
    expect(work).toHaveBeenCalledTimes(1);
    const done = await row(id);
    expect(done).toMatchObject({ state: "done", outcome: { counts: { n: 3 } } });
    expect(await files().read(done.fileSha256!)).toEqual(new TextEncoder().encode("kết quả"));
    const later = (days: number) => new Date(done.finishedAt!.getTime() + days * 86_400_000);
    expect(await forgetJobFiles(db, later(6))).toBe(0);
    expect(await forgetJobFiles(db, later(8))).toBe(1);
    expect((await row(id)).fileSha256).toBeNull();
  });

  test("that breaks off comes again, and is given up after three faults", async () => {
    const id = await ask();
    const broken: LongWork = () => Promise.reject(new Error("đứt"));
    for (const state of ["waiting", "waiting", "failed"]) {
      await runJob(id, { thu: broken });
      expect(await row(id)).toMatchObject({ state });
    }
    expect((await row(id)).outcome).toEqual({ refused: "fault" });
    await runJob(id, { thu: counting });
    expect(await row(id)).toMatchObject({ state: "failed" });
  });

  test("whose process ended in the middle of it is taken up by another", async () => {
    const id = await ask();
    await db.longJob.update({ where: { id }, data: { state: "running", tries: 1, beatAt: new Date() } });
    await runJob(id, { thu: counting });
    expect(await row(id)).toMatchObject({ state: "running" });
    await db.longJob.update({ where: { id }, data: { beatAt: new Date(Date.now() - 120_000) } });
    expect(await listForgottenJobs(db, new Date())).toEqual([id]);
    await runJob(id, { thu: counting });
    expect(await row(id)).toMatchObject({ state: "done", tries: 2 });
  });

  test("is passed on by a queue on the same PostgreSQL, which brings a message again that was not done", async () => {
    const seen: unknown[] = [];
    let failures = 1;
    const stop = await startQueues({
      databaseUrl: env().databaseUrl,
      onFault: () => undefined,
      queues: [
        {
          name: "thu",
          retries: 2,
          retryAfterSeconds: 0,
          expireInSeconds: 60,
          work: async (data) => {
            if (failures-- > 0) throw new Error("chưa được");
            await Promise.resolve(seen.push(data));
          },
        },
      ],
    });
    try {
      expect(await enqueue({ queue: "thu", data: { id: "1" } })).toBe(true);
      await vi.waitFor(() => expect(seen).toEqual([{ id: "1" }]), { timeout: 15_000, interval: 100 });
    } finally {
      await stop();
    }
    expect(await enqueue({ queue: "thu", data: { id: "2" } })).toBe(false);
  });
});
