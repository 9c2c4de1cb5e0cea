import type { Db } from "~/platform/db.server";
import { isWithin } from "../auth/permissions";
import type { EvidencePerson } from "./evidence";
import { cursorOf, type EvidencePlace, readCursor, scopeWithin } from "./evidence-cursor";
import { evidenceOf } from "./evidence-of-person";
import { type PlaceFilter, readPlaces } from "./evidence-places-store.server";
import { type EvaluationPeriod, figuresUntil } from "./period";
import { readPersonFacts, versionsOf } from "./person-facts-store.server";
import { findPeriod } from "./period-store.server";
import { readSnapshotPage } from "./snapshot-read-store.server";
import { templatesFor } from "./template-store.server";

export { readSnapshot } from "./snapshot-read-store.server";

export interface EvidencePage {
  period: EvaluationPeriod;
  /** One official in one unit each; who was in two units in the period is there twice. */
  people: EvidencePerson[];
  /** Null: that was all. */
  next: string | null;
  /** Up to when what happened is in it. */
  asOf: Date;
  /** The frozen figures that it is read from; null while the period is open. */
  snapshot: { id: string; root: string } | null;
}

/**
 * A page of what a period says, unit after unit, in each the order of Vietnamese lists. An open period is read as it is now, a closed one
 * from its snapshot alone. `since`: only people of whom something has changed since then (a closed period changes no more: none, unless
 * it was closed since). Null: there is no such period in this scope.
 */
export async function readEvidencePage(
  db: Db,
  input: {
    periodId: string;
    scope: readonly string[];
    after?: string | null;
    limit: number;
    since?: Date | null;
    now: Date;
  },
): Promise<EvidencePage | null> {
  const { scope, limit, now } = input;
  const period = await findPeriod(db, { id: input.periodId, scope });
  if (!period) return null;
  const after = readCursor(input.after);
  if (period.state === "closed") {
    const page = await readSnapshotPage(db, { period, scope: scopeWithin(scope, period.unit.path), after, limit });
    const unchanged = input.since && period.closedAt && period.closedAt <= input.since;
    return { period, ...page, ...(unchanged ? { people: [], next: null } : {}) };
  }
  const until = figuresUntil(period, now);
  const page = await readLivePage(db, {
    period,
    scope,
    after,
    limit,
    until,
    now,
    filter: { since: input.since ?? null },
  });
  return { period, ...page, asOf: until, snapshot: null };
}

/** The same over the facts as they stand, up to an instant. */
export async function readLivePage(
  db: Db,
  input: {
    period: EvaluationPeriod;
    scope: readonly string[];
    after: EvidencePlace | null;
    limit: number;
    until: Date;
    now: Date;
    filter?: PlaceFilter;
  },
): Promise<{ people: EvidencePerson[]; next: string | null }> {
  const { period, until, limit } = input;
  const places = await readPlaces(input);
  const shown = places.slice(0, limit);
  const people = await evidenceAt(db, { period, places: shown, until, now: input.now });
  return { people, next: places.length > limit ? cursorOf(shown.at(-1)!) : null };
}

/** The evidence of these officials in these units; who turns out not to have been there is left out. */
export async function evidenceAt(
  db: Db,
  input: { period: EvaluationPeriod; places: readonly EvidencePlace[]; until: Date; now: Date },
): Promise<EvidencePerson[]> {
  const { period, places, until, now } = input;
  if (places.length === 0) return [];
  const officialIds = [...new Set(places.map(({ officialId }) => officialId))];
  const facts = await readPersonFacts({ officialIds, period, now });
  const frame = {
    period,
    until,
    templates: await templatesFor(db, period.unit.path),
    versions: await versionsOf(facts.values()),
  };
  return places.flatMap(({ officialId, unitPath }) => {
    const person = facts.get(officialId);
    return person ? evidenceOf(person, frame).filter((each) => each.unitPath === unitPath) : [];
  });
}

/** Everything that a period says about these officials, in all their units within the agency. */
export async function evidenceOfOfficials(
  db: Db,
  input: { period: EvaluationPeriod; officialIds: readonly string[]; until: Date; now: Date },
): Promise<EvidencePerson[]> {
  const { period, officialIds, until, now } = input;
  const facts = await readPersonFacts({ officialIds, period, now });
  const templates = await templatesFor(db, period.unit.path);
  const frame = { period, until, templates, versions: await versionsOf(facts.values()) };
  return [...facts.values()]
    .flatMap((person) => evidenceOf(person, frame))
    .filter(({ unitPath }) => isWithin(unitPath, period.unit.path));
}
