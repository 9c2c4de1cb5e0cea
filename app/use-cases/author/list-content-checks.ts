import type { ContentCheckRow } from "~/domain/courses/content-check";
import { listContentChecks as lastChecks } from "~/domain/courses/content-check-store.server";
import { db } from "~/platform/db.server";

/** What the last checks of `content/` found, newest first. */
export function listContentChecks(): Promise<ContentCheckRow[]> {
  return lastChecks(db, { limit: 20 });
}
