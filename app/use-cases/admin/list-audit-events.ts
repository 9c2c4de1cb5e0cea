import type { AuditAction } from "~/domain/audit/audit-event";
import { listAuditEvents as listFromStore } from "~/domain/audit/audit-list-store.server";
import type { AuditTrailPage } from "~/domain/audit/audit-trail";
import { findPeopleMeant } from "~/domain/auth/people-meant-store.server";
import { nameSearch } from "~/domain/organization/name-search";
import { addDays, endOfDay, type LocalDay, localDay, startOfDay } from "~/domain/time";

/** Somebody is looked for in so many days back when no first day is given: the trail of a province has millions of lines. */
const SEARCHED_DAYS = 90;

/** What happened in the scope, newest first. What belongs to no unit is seen by those whose scope begins at the root. */
export async function listAuditEvents(input: {
  scope: readonly string[];
  action: AuditAction | null;
  text: string;
  from: LocalDay | null;
  to: LocalDay | null;
  before: string | null;
  now: Date;
}): Promise<AuditTrailPage> {
  const { scope, action, to, before, now } = input;
  const typed = input.text.trim();
  const name = nameSearch(typed);
  const searchedFrom = name && input.from === null ? addDays(to ?? localDay(now), -SEARCHED_DAYS) : null;
  const from = input.from ?? searchedFrom;
  const page = await listFromStore({
    scope,
    action,
    text: name && { typed, people: await findPeopleMeant({ typed, name }) },
    from: from === null ? null : startOfDay(from),
    until: to === null ? null : endOfDay(to),
    before,
  });
  return { ...page, searchedFrom };
}
