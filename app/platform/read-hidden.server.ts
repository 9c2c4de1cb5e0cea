import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/** One line from the keyboard without showing it; from a pipe, its first line. */
export async function readHidden(question: string): Promise<string> {
  const { stdin, stderr } = process;
  const terminal = stdin.isTTY;
  // What is typed would be echoed to `output`: a place that shows nothing.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: nowhere, terminal });
  if (terminal) stderr.write(question);
  try {
    for await (const line of lines) return line;
    return "";
  } finally {
    lines.close();
    if (terminal) stderr.write("\n");
  }
}
