/**
 * The preview of a lesson that is being written, beside a bare compile of the same text: how long a writer waits after a keystroke, the
 * checks, the rules and the way to the other thread and back included.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { bundleMDX } from "mdx-bundler";
import { checkRegister } from "~/domain/courses/check/check-register";
import type { LessonAnswer, LessonJob } from "~/domain/courses/lesson/lesson-work.server";
import { readTables } from "~/domain/courses/lesson/tables";
import { WorkerThread } from "~/platform/worker-thread.server";
import { median } from "./measure";

export interface PreviewFigures {
  words: number;
  /** Median milliseconds of a recompile after a keystroke, on the thread of the platform. */
  preview: number;
  /** The same text through mdx-bundler alone. */
  bare: number;
  /** Median over the rounds of preview / bare, each beside its own. */
  ratio: number;
}

const WORDS = 2_000;

export async function measurePreview({ root, rounds }: { root: string; rounds: number }): Promise<PreviewFigures> {
  const { text, head, words } = longLesson(root);
  const folder = path.join(root, "content/documents");
  const files = readdirSync(folder).map(
    (name) => [`content/documents/${name}`, new Uint8Array(readFileSync(path.join(folder, name)))] as const,
  );
  const { documents } = checkRegister(new Map(files));
  const thread = new WorkerThread<LessonJob, LessonAnswer>({
    file: () => path.join(root, "build/server/lesson-worker.js"),
    timeLimitMs: 60_000,
    startLimitMs: 60_000,
    idleMs: 60_000,
    memoryMb: 256,
  });
  const lessonIds = [...text.matchAll(/\]\(([a-z0-9-]+)\)/g)].map(([, id]) => id!);
  const compile = async (body: string) => {
    const start = performance.now();
    const done = await thread.ask({
      kind: "compile",
      text: head + body,
      file: "bench.mdx",
      id: "bench",
      documents,
      lessonIds,
      media: [],
      today: "2026-11-25",
    });
    const took = performance.now() - start;
    const faults = done.kind === "done" && done.answer.kind === "compile" ? done.answer.compiled.faults.length : -1;
    if (faults !== 0) throw new Error(`the lesson of the benchmark has ${faults} faults`);
    return took;
  };
  const bare = async (body: string) => {
    const start = performance.now();
    await bundleMDX({
      source: body,
      mdxOptions: (options) => ({ ...options, remarkPlugins: [...(options.remarkPlugins ?? []), readTables] }),
    });
    return performance.now() - start;
  };
  try {
    const pairs: [number, number][] = [];
    for (let round = -3; round < rounds; round++) {
      // Another letter each time: nothing can be taken from what was compiled before.
      const body = `${text}\n\nGõ thêm ${"a".repeat(round + 4)}.\n`;
      const pair: [number, number] = [await compile(body), await bare(body)];
      if (round >= 0) pairs.push(pair);
    }
    return {
      words,
      preview: median(pairs.map(([own]) => own)),
      bare: median(pairs.map(([, alone]) => alone)),
      ratio: median(pairs.map(([own, alone]) => own / alone)),
    };
  } finally {
    await thread.stop();
  }
}

/** A lesson of the course as it is, with paragraphs of the next ones until it has so many words. */
function longLesson(root: string): { text: string; head: string; words: number } {
  const folder = path.join(root, "content/courses/van-hoa-cong-vu/lessons");
  const bodies = readdirSync(folder).map((name) =>
    readFileSync(path.join(folder, name), "utf8").replace(/^---\n[\s\S]*?\n---\n/, ""),
  );
  const [first = "", ...others] = bodies;
  const more = others.flatMap((body) => body.split(/\n{2,}/)).filter((block) => /^[\p{L}“]/u.test(block));
  const count = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  let text = first;
  while (count(text) < WORDS && more.length > 0) text += `\n\n${more.shift()}`;
  const head = `---\nid: bench\ntitle: Bài dài\nsummary: Bài dài.\nobjectives: [Đo]\nlegalBasis:\n  - { document: 1847/QĐ-TTg }\nreviewedOn: 2026-11-01\nreviewedBy: Sở Nội vụ\nreviewAgainBy: 2027-11-01\n---\n`;
  return { text, head, words: count(text) };
}
