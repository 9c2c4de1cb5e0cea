import type { Request, Response } from "express";
import { now } from "~/platform/clock.server";
import type { LoadContext } from "./load-context";

/** What Express knows of a request, as every loader and action gets it. */
export function makeLoadContext(request: Request, response: Response): LoadContext {
  const { requestId, nonce } = response.locals as { requestId: string; nonce: string };
  return {
    requestId,
    nonce,
    ip: request.ip?.replace(/^::ffff:/, "") ?? null,
    userAgent: request.get("user-agent")?.slice(0, 300) ?? null,
    now: now(),
    appendCookie: (setCookie) => void response.append("Set-Cookie", setCookie),
    cache: {},
  };
}
