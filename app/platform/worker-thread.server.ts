import { Worker } from "node:worker_threads";

export type WorkerAnswer<Answer> =
  | { kind: "done"; answer: Answer }
  /** It took longer than it may, or more memory; the thread was ended and a new one begins with the next work. */
  | { kind: "stopped" };

interface Waiting<Job, Answer> {
  job: Job;
  /** Of two jobs with one key only the later one is done. */
  key: string | null;
  settle: (answer: WorkerAnswer<Answer> | { kind: "superseded" }) => void;
  fail: (error: unknown) => void;
}

/**
 * One thread that does one piece of work after the other, so that the main thread stays free, and that is ended when a piece takes
 * too long. It begins with the first work and ends when there has been none for a while. The file behind it answers each message
 * `{ job }` with `{ answer }` or `{ fault }`, and says `{ ready }` once its programs are loaded: the time limit is for the work, not for
 * getting ready on a busy machine.
 */
export class WorkerThread<Job, Answer> {
  private worker: Worker | null = null;
  private readonly queue: Waiting<Job, Answer>[] = [];
  private running: Waiting<Job, Answer> | null = null;
  private idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly options: {
      file: () => Promise<string> | string;
      timeLimitMs: number;
      startLimitMs: number;
      idleMs: number;
      memoryMb: number;
    },
  ) {}

  ask(job: Job, key: string | null = null): Promise<WorkerAnswer<Answer> | { kind: "superseded" }> {
    return new Promise((settle, fail) => {
      if (key !== null) {
        const older = this.queue.findIndex((each) => each.key === key);
        if (older >= 0) this.queue.splice(older, 1)[0]!.settle({ kind: "superseded" });
      }
      this.queue.push({ job, key, settle, fail });
      void this.next();
    });
  }

  async stop(): Promise<void> {
    clearTimeout(this.idle);
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }

  private async next(): Promise<void> {
    if (this.running || this.queue.length === 0) return;
    const waiting = this.queue.shift()!;
    this.running = waiting;
    clearTimeout(this.idle);
    try {
      this.worker ??= await this.start();
      waiting.settle(await this.work(this.worker, waiting.job));
    } catch (error) {
      waiting.fail(error);
    }
    this.running = null;
    this.idle = setTimeout(() => void this.stop(), this.options.idleMs);
    this.idle.unref();
    await this.next();
  }

  private async start(): Promise<Worker> {
    const file = await this.options.file();
    const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: this.options.memoryMb } });
    await new Promise<void>((resolve, reject) => {
      const limit = setTimeout(() => fail(new Error(`${file} did not get ready`)), this.options.startLimitMs);
      const ended = () => fail(new Error(`${file} ended before it was ready`));
      const heard = listenTo(worker, { message: () => settle(resolve), error: (error) => fail(error), exit: ended });
      const settle = (then: () => void) => {
        clearTimeout(limit);
        heard();
        then();
      };
      function fail(error: Error) {
        settle(() => reject(error));
        void worker.terminate();
      }
    });
    // Also between two pieces of work, and after it was ended: an error that nobody hears would end the process.
    const forget = () => {
      if (this.worker === worker) this.worker = null;
    };
    worker.on("error", forget).on("exit", forget);
    worker.unref();
    return worker;
  }

  private work(worker: Worker, job: Job): Promise<WorkerAnswer<Answer>> {
    return new Promise((resolve, reject) => {
      const finish = (then: () => void) => {
        clearTimeout(limit);
        heard();
        // A thread that nobody waits for must not keep the process alive, one that somebody waits for must.
        worker.unref();
        then();
      };
      const give = () =>
        finish(() => {
          this.worker = null;
          void worker.terminate();
          resolve({ kind: "stopped" });
        });
      const limit = setTimeout(give, this.options.timeLimitMs);
      const heard = listenTo(worker, {
        message: (message) =>
          finish(() =>
            "fault" in message
              ? reject(new Error(message.fault))
              : resolve({ kind: "done", answer: message.answer as Answer }),
          ),
        error: (error) => {
          if ((error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY") return give();
          finish(() => {
            this.worker = null;
            reject(error);
          });
        },
        exit: give,
      });
      worker.ref();
      worker.postMessage({ job });
    });
  }
}

type Message = { answer: unknown } | { fault: string };

/**
 * Listens, and returns how to stop. Each listener is taken off by itself: the thread's own object has listeners by which it knows that
 * messages are waited for.
 */
function listenTo(
  worker: Worker,
  { message, error, exit }: { message: (message: Message) => void; error: (error: Error) => void; exit: () => void },
): () => void {
  worker.on("message", message).on("error", error).on("exit", exit);
  return () => void worker.off("message", message).off("error", error).off("exit", exit);
}
