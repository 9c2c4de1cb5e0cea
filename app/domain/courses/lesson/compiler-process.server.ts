import { stop } from "esbuild";

let running = 0;

/**
 * Work that compiles lessons. The compiler keeps a helper process (some 20 MB), which is wanted again only when content
 * changes: it is ended when the last work is done.
 */
export async function withCompiler<Result>(work: () => Promise<Result>): Promise<Result> {
  running++;
  try {
    return await work();
  } finally {
    running--;
    if (running === 0) await stop();
  }
}
