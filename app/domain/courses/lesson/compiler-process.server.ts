import { stop } from "esbuild";

/** Ends the helper process that the compiler keeps (some 20 MB): it is wanted again only when content changes. */
export async function stopCompiler(): Promise<void> {
  await stop();
}
