import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { WorkerThread } from "~/platform/worker-thread.server";

const folder = mkdtempSync(path.join(tmpdir(), "worker-thread-"));
const file = path.join(folder, "worker.mjs");
writeFileSync(
  file,
  `import { parentPort } from "node:worker_threads";
   parentPort.on("message", ({ job }) => {
     if (job === "for ever") for (;;);
     if (job === "all memory") { const all = []; for (;;) all.push(new Array(1000000).fill({})); }
     if (job === "fault") return parentPort.postMessage({ fault: "it broke" });
     parentPort.postMessage({ answer: job.toUpperCase() });
   });
   parentPort.postMessage({ ready: true });`,
);
let thread: WorkerThread<string, string>;
const begin = (timeLimitMs = 2_000) =>
  (thread = new WorkerThread({ file: () => file, timeLimitMs, startLimitMs: 20_000, idleMs: 10_000, memoryMb: 32 }));
afterEach(() => thread.stop());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("does one piece of work after the other, in their order", async () => {
  begin();
  const answers = await Promise.all(["một", "hai", "ba"].map((job) => thread.ask(job)));
  expect(answers).toEqual(["MỘT", "HAI", "BA"].map((answer) => ({ kind: "done", answer })));
});

test("is ended when a piece takes for ever or all the memory, and goes on with the next", async () => {
  begin();
  const [loop, after, memory, last] = await Promise.all(
    ["for ever", "một", "all memory", "hai"].map((job) => thread.ask(job)),
  );
  expect([loop, memory]).toEqual([{ kind: "stopped" }, { kind: "stopped" }]);
  expect([after, last]).toEqual(["MỘT", "HAI"].map((answer) => ({ kind: "done", answer })));
}, 20_000);

test("keeps the main thread free meanwhile", async () => {
  begin(600);
  await thread.ask("bắt đầu");
  let ticks = 0;
  const ticking = setInterval(() => ticks++, 10);
  await thread.ask("for ever");
  clearInterval(ticking);
  expect(ticks).toBeGreaterThan(10);
});

test("leaves out work that a later request of the same writer makes needless", async () => {
  begin();
  const asked = ["một", "hai", "ba", "bốn"].map((job) => thread.ask(job, job === "ba" ? null : "lan"));
  expect((await Promise.all(asked)).map(({ kind }) => kind)).toEqual(["done", "superseded", "done", "done"]);
});

test("tells of a fault in the work, and goes on", async () => {
  begin();
  const asked = ["một", "fault", "hai"].map((job) => thread.ask(job));
  await expect(asked[1]).rejects.toThrow("it broke");
  expect(await Promise.all([asked[0], asked[2]])).toEqual(["MỘT", "HAI"].map((answer) => ({ kind: "done", answer })));
});
