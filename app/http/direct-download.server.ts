import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import type { RequestHandler } from "express";
import { Problem } from "~/domain/problem";
import { makeLoadContext } from "./make-load-context.server";
import { statusOf } from "./problem-response.server";
import type { GuardArgs } from "./viewer.server";

interface DirectDownload {
  /** The address; its named groups are the parameters. */
  pattern: RegExp;
  /** A route's own loader, guard and all, that answers with bytes. */
  loader: (args: GuardArgs & { params: Record<string, string> }) => Promise<Response>;
}

/**
 * Sends what a loader answers at the pace at which the reader takes it, and lets go when they leave: the page machinery would read
 * a whole video into memory for somebody with a slow line.
 */
export function directDownload({ pattern, loader }: DirectDownload): RequestHandler {
  return (request, response, next) => {
    const params = pattern.exec(request.path)?.groups;
    if (!params || (request.method !== "GET" && request.method !== "HEAD")) return next();
    const run = async () => {
      const url = `${request.protocol}://${request.get("host")}${request.originalUrl}`;
      const headers = Object.entries(request.headers).flatMap(([name, given]): [string, string][] =>
        typeof given === "string" ? [[name, given]] : [],
      );
      const asked = new Request(url, { method: request.method, headers });
      const context = makeLoadContext(request, response);
      const answer = await loader({ request: asked, params, context }).catch((thrown: unknown) => {
        if (thrown instanceof Response) return thrown;
        if (!(thrown instanceof Problem)) throw thrown;
        const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
        return new Response("Không tìm thấy tệp.\nThere is no such file.", { status: statusOf(thrown), headers });
      });
      for (const [name, given] of answer.headers) {
        if (name === "set-cookie") response.append(name, given);
        else response.set(name, given);
      }
      response.status(answer.status);
      if (!answer.body) return void response.end();
      const body = Readable.fromWeb(answer.body as NodeStream);
      // Somebody who leaves in the middle of a video is no fault.
      await pipeline(body, response).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "ERR_STREAM_PREMATURE_CLOSE" && !response.destroyed) throw error;
      });
    };
    run().catch(next);
  };
}
