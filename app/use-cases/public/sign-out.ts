import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { endSession } from "~/domain/auth/lucia.server";
import type { Viewer } from "~/domain/auth/permissions";
import { db } from "~/platform/db.server";

/** Ends the session and returns the Set-Cookie value that clears it; harmless when there is none. */
export async function signOut(input: {
  cookieHeader: string | null;
  viewer: Viewer | null;
  now: Date;
}): Promise<string> {
  const setCookie = await endSession(input.cookieHeader);
  if (input.viewer) {
    await recordAudit(db, {
      actor: actorOf(input.viewer),
      action: "session.ended",
      subject: { type: "account", id: input.viewer.accountId, label: input.viewer.displayName },
      unitPath: input.viewer.official?.unitPath,
      at: input.now,
    });
  }
  return setCookie;
}
