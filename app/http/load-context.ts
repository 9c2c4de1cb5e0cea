import type { AppLoadContext } from "@remix-run/node";
import type { Viewer } from "~/domain/auth/permissions";

declare module "@remix-run/node" {
  /** What the server makes for each request and every loader and action gets as `context`. */
  interface AppLoadContext {
    requestId: string;
    /** For the script elements of this answer alone. */
    nonce: string;
    ip: string | null;
    userAgent: string | null;
    now: Date;
    /** Adds a Set-Cookie header to whatever answer is sent. */
    appendCookie(setCookie: string): void;
    cache: { viewer?: Promise<Viewer | null> };
  }
}

export type LoadContext = AppLoadContext;
