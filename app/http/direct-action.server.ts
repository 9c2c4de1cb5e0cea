import type { RequestHandler } from "express";
import { Problem } from "~/domain/problem";
import type { GuardArgs } from "./viewer.server";
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
    const value = request.method === "POST" ? pattern.exec(request.path)?.[1] : undefined;
    if (value === undefined) return next();
    const run = async () => {
      const body = await bodyOf(request);
      const url = `${request.protocol}://${request.get("host")}${request.originalUrl}`;
      const headers = Object.entries(request.headers).flatMap(([name, given]): [string, string][] =>
        typeof given === "string" ? [[name, given]] : [],
      );
      const asked = new Request(url, { method: "POST", headers, body });
      const context = makeLoadContext(request, response);
      const answer = await action({ request: asked, params: { [param]: decodeURIComponent(value) }, context }).catch(
        (thrown: unknown) => {
          if (thrown instanceof Response) return thrown;
          if (thrown instanceof Problem) return Response.json({ code: thrown.code }, { status: statusOf(thrown) });
          throw thrown;
        },
      );
      for (const [name, given] of answer.headers) response.append(name, given);
      // With its length said, an answer of a few bytes is not compressed.
      response.status(answer.status).send(Buffer.from(await answer.arrayBuffer()));
    };
    run().catch(next);
  };
}

async function bodyOf(request: AsyncIterable<Buffer>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
