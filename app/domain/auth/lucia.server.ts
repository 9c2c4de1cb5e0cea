/**
 * The one file that knows Lucia (3.2.2, frozen by its author). Its published Prisma adapter stops at client 5, so the
 * seven methods are written here; `tests/use-cases/auth/session-contract.test.ts` holds them to Lucia's contract.
 */
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import { env } from "~/platform/env.server";
import type { Viewer } from "./permissions";
import * as store from "./session-store.server";

interface SessionOrigin {
  ip: string | null;
  userAgent: string | null;
}

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof createLucia>;
    DatabaseSessionAttributes: SessionOrigin;
    DatabaseUserAttributes: { viewer: Viewer };
  }
}

const NO_ORIGIN: SessionOrigin = { ip: null, userAgent: null };

export const sessionAdapter: Adapter = {
  async getSessionAndUser(sessionId) {
    const found = await store.findSession(sessionId);
    if (!found) return [null, null];
    const { session, viewer } = found;
    return [
      { id: sessionId, userId: session.accountId, expiresAt: session.expiresAt, attributes: NO_ORIGIN },
      { id: session.accountId, attributes: { viewer } },
    ];
  },
  async getUserSessions(userId) {
    const sessions = await store.listSessionsOf(userId);
    return sessions.map((session) => ({
      id: session.idHash,
      userId,
      expiresAt: session.expiresAt,
      attributes: NO_ORIGIN,
    }));
  },
  async setSession(session: DatabaseSession) {
    await store.insertSession({
      sessionId: session.id,
      accountId: session.userId,
      expiresAt: session.expiresAt,
      ...session.attributes,
    });
  },
  updateSessionExpiration: store.extendSession,
  deleteSession: store.deleteSession,
  deleteUserSessions: store.deleteSessionsOf,
  async deleteExpiredSessions() {
    await store.deleteExpiredSessions(new Date());
  },
};

function createLucia() {
  return new Lucia(sessionAdapter, {
    // A working day; Lucia extends it when half has passed.
    sessionExpiresIn: new TimeSpan(12, "h"),
    sessionCookie: {
      name: "session",
      expires: true,
      attributes: { sameSite: "lax", path: "/", secure: env().production || env().origin.startsWith("https:") },
    },
    getUserAttributes: ({ viewer }) => ({ viewer }),
  });
}

let instance: ReturnType<typeof createLucia> | undefined;
const lucia = () => (instance ??= createLucia());

export interface SessionReading {
  viewer: Viewer | null;
  /** A cookie to send back: the session was extended, or the one sent is worth nothing. */
  setCookie: string | null;
}

/** Reads the session cookie of a request. One statement, two when the session is extended. */
export async function readSession(cookieHeader: string | null): Promise<SessionReading> {
  const sessionId = lucia().readSessionCookie(cookieHeader ?? "");
  if (!sessionId) return { viewer: null, setCookie: null };
  const { session, user } = await lucia().validateSession(sessionId);
  if (!session) return { viewer: null, setCookie: lucia().createBlankSessionCookie().serialize() };
  return {
    viewer: user.viewer,
    setCookie: session.fresh ? lucia().createSessionCookie(session.id).serialize() : null,
  };
}

/** Starts a session and returns the Set-Cookie value. A new id each time: nothing from before sign-in is kept. */
export async function startSession(accountId: string, origin: SessionOrigin): Promise<string> {
  const session = await lucia().createSession(accountId, origin);
  return lucia().createSessionCookie(session.id).serialize();
}

/** Ends the session of a request and returns the Set-Cookie value that clears it. */
export async function endSession(cookieHeader: string | null): Promise<string> {
  const sessionId = lucia().readSessionCookie(cookieHeader ?? "");
  if (sessionId) await lucia().invalidateSession(sessionId);
  return lucia().createBlankSessionCookie().serialize();
}
