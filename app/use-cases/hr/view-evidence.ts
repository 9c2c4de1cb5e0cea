import type { EvidenceFilter, EvidenceView } from "~/domain/evaluation/evidence-view";
import { readCursor, cursorOf } from "~/domain/evaluation/evidence-cursor";
import { matchesEvidence } from "~/domain/evaluation/evidence-view";
import {
  type EvidencePage,
  readEvidencePage,
  readLivePage,
  readSnapshot,
} from "~/domain/evaluation/evidence-store.server";
import { type EvaluationPeriod, figuresUntil } from "~/domain/evaluation/period";
import { countOpenObjections } from "~/domain/evaluation/objection-store.server";
import { db } from "~/platform/db.server";
import { findPeriodInScope } from "./evaluation-periods";

const PAGE = 40;
const AT_ONCE = 400;
/** A filter that finds next to nobody looks through so many people, then offers to go on. */
const MOST_LOOKED_AT = 2_000;

/** What a period says about the people of a scope, a page of it. */
export async function viewEvidence(input: {
  periodId: string;
  scope: readonly string[];
  filter: EvidenceFilter;
  after: string | null;
  now: Date;
}): Promise<EvidenceView> {
  const { scope, filter, now } = input;
  const period = await findPeriodInScope({ id: input.periodId, scope });
  const filtered = filter.status !== null || (period.state === "closed" && filter.text !== "");
  const found: EvidencePage["people"] = [];
  let next = input.after;
  let looked = 0;
  do {
    const page = await readSome({ period, scope, filter, after: next, limit: filtered ? AT_ONCE : PAGE, now });
    looked += page.people.length;
    next = page.next;
    for (const person of page.people) {
      if (!matchesEvidence(person, filter)) continue;
      found.push(person);
      if (found.length < PAGE) continue;
      // The page is full in the middle of what was read: the next one begins behind this person.
      if (person !== page.people.at(-1)) next = cursorOf(person);
      break;
    }
  } while (next !== null && found.length < PAGE && looked < MOST_LOOKED_AT);
  const snapshot = period.state === "closed" ? await readSnapshot(db, period.id) : null;
  return {
    period,
    people: found,
    next,
    asOf: snapshot ? new Date(snapshot.manifest.asOf) : figuresUntil(period, now),
    snapshot: snapshot && { id: snapshot.id, root: snapshot.root, people: snapshot.manifest.people },
    openObjections: await countOpenObjections(db, { periodId: period.id, scope }),
  };
}

async function readSome(input: {
  period: EvaluationPeriod;
  scope: readonly string[];
  filter: EvidenceFilter;
  after: string | null;
  limit: number;
  now: Date;
}): Promise<Pick<EvidencePage, "people" | "next">> {
  const { period, scope, filter, after, limit, now } = input;
  if (period.state === "closed")
    return (await readEvidencePage(db, { periodId: period.id, scope, after, limit, now }))!;
  return readLivePage(db, {
    period,
    scope,
    after: readCursor(after),
    limit,
    until: figuresUntil(period, now),
    now,
    filter,
  });
}
