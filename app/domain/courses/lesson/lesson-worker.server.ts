/** The thread that compiles lessons of drafts: what an author writes never holds up the server. */
import { parentPort } from "node:worker_threads";
import { compileDraft } from "./compile-draft.server";
import { componentAt } from "./read-component";
import type { LessonAnswer, LessonJob } from "./lesson-work.server";

async function answer({ kind, ...job }: LessonJob): Promise<LessonAnswer> {
  if (kind === "compile")
    return { kind, compiled: await compileDraft(job as Omit<LessonJob & { kind: "compile" }, "kind">) };
  return { kind, component: componentAt(job as Omit<LessonJob & { kind: "component" }, "kind">) };
}

parentPort!.on("message", ({ job }: { job: LessonJob }) => {
  answer(job).then(
    (done) => parentPort!.postMessage({ answer: done }),
    (error: unknown) =>
      parentPort!.postMessage({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

// The first compile loads half of the compiler: done before anybody's time runs.
const WARM_UP = { text: "\nChữ.\n", id: "", documents: [], lessonIds: [], media: [], today: "" };
void compileDraft({ file: "warm-up.mdx", ...WARM_UP }).finally(() => parentPort!.postMessage({ ready: true }));
