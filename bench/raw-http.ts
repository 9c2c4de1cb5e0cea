import net from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

/**
 * The least HTTP client that will do: one keep-alive connection, one request at a time. It takes so little of the machine
 * that the servers are what is measured, and counts every byte that came over the wire.
 */
export interface Connection {
  send(request: string): Promise<Answer>;
  close(): void;
}

export interface Answer {
  status: number;
  /** The whole answer as it came. */
  raw: Buffer;
  /** Where its body begins. */
  bodyAt: number;
}

export function openConnection(port: number): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: "127.0.0.1", noDelay: true });
    let received: Buffer | null = null;
    let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null;

    const fail = (error: Error) => {
      reject(error);
      waiting?.reject(error);
      waiting = null;
    };
    socket.once("error", fail);
    socket.once("close", () => fail(new Error("the connection was closed")));
    socket.once("connect", () => resolve({ send, close: () => socket.destroy() }));
    socket.on("data", (chunk) => {
      received = received ? Buffer.concat([received, chunk]) : chunk;
      const answer = readAnswer(received);
      if (!answer || !waiting) return;
      received = null;
      const { resolve: done } = waiting;
      waiting = null;
      done(answer);
    });

    function send(request: string): Promise<Answer> {
      return new Promise((done, broken) => {
        waiting = { resolve: done, reject: broken };
        socket.write(request);
      });
    }
  });
}

/** Null while something of it is still on its way. */
export function readAnswer(raw: Buffer): Answer | null {
  const headEnd = raw.indexOf("\r\n\r\n");
  if (headEnd < 0) return null;
  const bodyAt = headEnd + 4;
  const head = raw.toString("latin1", 0, bodyAt);
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: (\d+)/i.exec(head);
  const complete = length
    ? raw.length >= bodyAt + Number(length[1])
    : /\r\ntransfer-encoding: chunked/i.test(head)
      ? chunksOf(raw, bodyAt) !== null
      : true;
  return complete ? { status, raw, bodyAt } : null;
}

/** The pieces of a chunked body; null while the last one is missing. */
function chunksOf(raw: Buffer, from: number): Buffer[] | null {
  const chunks: Buffer[] = [];
  for (let at = from; ;) {
    const lineEnd = raw.indexOf("\r\n", at);
    if (lineEnd < 0) return null;
    const size = parseInt(raw.toString("latin1", at, lineEnd), 16);
    const next = lineEnd + 2 + size + 2;
    if (raw.length < next) return null;
    if (size === 0) return chunks;
    chunks.push(raw.subarray(lineEnd + 2, next - 2));
    at = next;
  }
}

export function headOf(answer: Answer): string {
  return answer.raw.toString("latin1", 0, answer.bodyAt);
}

export function headerOf(answer: Answer, name: string): string | null {
  return new RegExp(`\\r\\n${name}: ([^\\r]*)`, "i").exec(headOf(answer))?.[1] ?? null;
}

/** The body as it was sent: compressed or not. */
export function bodyOf(answer: Answer): Buffer {
  const chunked = /chunked/i.test(headerOf(answer, "transfer-encoding") ?? "");
  return chunked ? Buffer.concat(chunksOf(answer.raw, answer.bodyAt) ?? []) : answer.raw.subarray(answer.bodyAt);
}

export function plainBodyOf(answer: Answer): Buffer {
  const body = bodyOf(answer);
  const encoding = headerOf(answer, "content-encoding");
  return encoding === "br" ? brotliDecompressSync(body) : encoding === "gzip" ? gunzipSync(body) : body;
}
