import type { Request as ExpressRequest, RequestHandler } from "express";
import { Problem } from "~/domain/problem";
import type { GuardArgs } from "./viewer.server";
import { JsonAnswer } from "./json-answer";
import { makeLoadContext } from "./make-load-context.server";
import { statusOf } from "./problem-response.server";

interface DirectAction {
  /** The address; its one group is the parameter. */
  pattern: RegExp;
  param: string;
  /** A route's own action, guard and all, that answers with data alone. */
  action: (args: GuardArgs & { params: Record<string, string> }) => Promise<Response>;
}

/**
 * Calls the action of a route that makes no page without the page machinery around it (docs/decisions/013): the same guard, the
 * same use case, the same answers. Everything else goes on to the pages.
 */
export function directAction({ pattern, param, action }: DirectAction): RequestHandler {
  return (request, response, next) => {
    const value = request.method === "POST" ? decoded(pattern.exec(request.path)?.[1]) : undefined;
    if (value === undefined) return next();
    const run = async () => {
      const asked = askedOf(request, await bodyOf(request));
      const context = makeLoadContext(request, response);
      const answer = await action({ request: asked, params: { [param]: value }, context }).catch((thrown: unknown) => {
        if (thrown instanceof Response) return thrown;
        if (thrown instanceof Problem) return new JsonAnswer({ code: thrown.code }, statusOf(thrown));
        throw thrown;
      });
      for (const [name, given] of answer.headers) response.appendHeader(name, given);
      // A text goes to the socket together with the head, in one write. With its length said, a few bytes are not compressed.
      const body = answer instanceof JsonAnswer ? answer.written : await answer.text();
      response.setHeader("Content-Length", Buffer.byteLength(body));
      response.writeHead(answer.status).end(body);
    };
    run().catch(next);
  };
}

/** undefined, too, for what is no well-formed part of an address: the pages have an answer to that. */
function decoded(part: string | undefined): string | undefined {
  try {
    return part && decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** What actions read of a request, without the streams of a whole one: these forms have a few short fields. */
function askedOf(request: ExpressRequest, body: string): Request {
  const { headers } = request;
  const asked: AskedRequest = {
    method: "POST",
    url: `${request.protocol}://${request.get("host")}${request.originalUrl}`,
    headers: {
      get: (name) => {
        const given = headers[name.toLowerCase()];
        return typeof given === "string" ? given : null;
      },
    },
    formData: () => {
      const form = new FormData();
      for (const [name, field] of new URLSearchParams(body)) form.append(name, field);
      return Promise.resolve(form);
    },
  };
  return asked as Request;
}

interface AskedRequest extends Pick<Request, "method" | "url" | "formData"> {
  headers: Pick<Headers, "get">;
}

function bodyOf(request: ExpressRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => void chunks.push(chunk));
    request.once("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    request.once("error", reject);
    // A line that breaks half-way ends in neither of them.
    request.once("close", () => reject(new Error("the request was broken off")));
  });
}
