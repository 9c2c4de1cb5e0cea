import { type Db, query } from "~/platform/db.server";
import { nameSearch } from "../organization/name-search";
import { withinScopeSql } from "../organization/unit-scope";
import type { EvidencePerson } from "./evidence";
import { cursorOf, type EvidencePlace, readCursor, scopeWithin } from "./evidence-cursor";
import { evidenceOf, lastDayUntil } from "./evidence-of-person";
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

export interface PlaceFilter {
  text?: string;
  /** Only people of whom a fact has changed since. */
  since?: Date | null;
  /** Only people with an objection that has no answer. */
  contested?: boolean;
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

/** Everything that a period says about one official, in all their units. The caller has found the period for this official. */
export async function evidenceOfOfficial(
  db: Db,
  input: { period: EvaluationPeriod; officialId: string; until: Date; now: Date },
): Promise<EvidencePerson[]> {
  const { period, officialId, until, now } = input;
  const facts = await readPersonFacts({ officialIds: [officialId], period, now });
  const person = facts.get(officialId);
  if (!person) return [];
  const templates = await templatesFor(db, period.unit.path);
  const all = evidenceOf(person, { period, until, templates, versions: await versionsOf([person]) });
  return all.filter(({ unitPath }) => scopeWithin([unitPath], period.unit.path).includes(unitPath));
}

/** People are looked for in so many units at a time that their number stays in the order of a page. */
const PEOPLE_IN_PIECE = 4_000;

/** The first places after one, one more than `limit` when there are more. */
async function readPlaces(input: {
  period: EvaluationPeriod;
  scope: readonly string[];
  after: EvidencePlace | null;
  limit: number;
  until: Date;
  filter?: PlaceFilter;
}): Promise<EvidencePlace[]> {
  const { period, after, limit, filter = {} } = input;
  const units = await query<{ id: string; headcount: number }>(
    "evaluation-units",
    `SELECT u.id, u.headcount FROM unit u WHERE ${withinScopeSql("u.path", 1)} AND ($2::text IS NULL OR u.path COLLATE "C" >= $2)
     ORDER BY u.path COLLATE "C"`,
    [scopeWithin(input.scope, period.unit.path), after?.unitPath ?? null],
  );
  const conditions = conditionsOf(filter, period);
  const lastDay = lastDayUntil({ period, until: input.until });
  const found: EvidencePlace[] = [];
  for (let at = 0; at < units.length && found.length <= limit;) {
    const piece: string[] = [];
    for (let people = 0; at < units.length && people < PEOPLE_IN_PIECE; at++) {
      piece.push(units[at]!.id);
      // Units of former staff have people too.
      people += units[at]!.headcount + 5;
    }
    const rows = await query<EvidencePlace>(
      `evaluation-places${conditions.name}`,
      `SELECT u.path AS "unitPath", o.sort_name AS "sortName", o.id AS "officialId"
       FROM employment m JOIN official o ON o.id = m.official_id JOIN unit u ON u.id = m.unit_id
       WHERE m.unit_id = ANY($1::uuid[]) AND m.valid_from <= $3::date AND coalesce(m.valid_to, o.left_on, 'infinity'::date) >= $2::date
         AND ($4::text IS NULL OR (u.path COLLATE "C", o.sort_name COLLATE "C", o.id) > ($4, $5, $6::uuid)) ${conditions.where}
       GROUP BY u.path, o.sort_name, o.id ORDER BY u.path COLLATE "C", o.sort_name COLLATE "C", o.id LIMIT $7`,
      [
        piece,
        period.fromOn,
        lastDay,
        after?.unitPath ?? null,
        after?.sortName ?? null,
        after?.officialId ?? null,
        limit + 1 - found.length,
        ...conditions.values,
      ],
    );
    found.push(...rows);
  }
  return found;
}

/** Whatever can change a line leaves a time of its own somewhere: `$n` is the instant, `o` the official. */
const CHANGED_SINCE = (n: number) => `o.id IN (
  SELECT official_id FROM enrolment WHERE created_at >= $${n} OR started_at >= $${n}
  UNION ALL SELECT e.official_id FROM enrolment e JOIN assignment a ON a.id = e.assignment_id
    WHERE a.assigned_at >= $${n} OR a.withdrawn_at >= $${n}
  UNION ALL SELECT official_id FROM completion WHERE recorded_at >= $${n} OR completed_at >= $${n}
  UNION ALL SELECT official_id FROM attempt WHERE submitted_at >= $${n} OR started_at >= $${n}
  UNION ALL SELECT t.official_id FROM attempt_event v JOIN attempt t ON t.id = v.attempt_id WHERE v.at >= $${n}
  UNION ALL SELECT g.official_id FROM certificate_event v JOIN certificate g ON g.id = v.certificate_id WHERE v.at >= $${n}
  UNION ALL SELECT d.official_id FROM supplement_duty d JOIN supplement s ON s.id = d.supplement_id WHERE s.published_at >= $${n}
  UNION ALL SELECT official_id FROM supplement_completion WHERE done_at >= $${n}
  UNION ALL SELECT official_id FROM employment WHERE valid_from >= $${n}::date - 1 OR valid_to >= $${n}::date - 1
  UNION ALL SELECT j.official_id FROM evaluation_objection j LEFT JOIN evaluation_objection_answer w ON w.objection_id = j.id
    WHERE j.period_id = $8::uuid AND (j.made_at >= $${n} OR w.answered_at >= $${n}))`;

function conditionsOf({ text, since, contested }: PlaceFilter, period: { id: string }) {
  // $8 is named in every shape, so that each has the same first parameters.
  const where = ["AND $8::uuid IS NOT NULL"];
  const values: unknown[] = [period.id];
  const shape: string[] = [];
  const next = (value: unknown) => values.push(value) + 7;
  if (since) {
    where.push(`AND ${CHANGED_SINCE(next(since)).replaceAll(/\$9(?!:)/g, "$9::timestamptz")}`);
    shape.push("since");
  }
  if (contested) {
    where.push(`AND EXISTS (SELECT FROM evaluation_objection j WHERE j.official_id = o.id AND j.period_id = $8::uuid
      AND NOT EXISTS (SELECT FROM evaluation_objection_answer w WHERE w.objection_id = j.id))`);
    shape.push("contested");
  }
  const search = nameSearch(text ?? "");
  if (search) {
    const words = search.words.map(
      ({ atStart, inside }) => `(o.search_name LIKE $${next(atStart)} OR o.search_name LIKE $${next(inside)})`,
    );
    const number = search.staffNumber === null ? "" : ` OR o.staff_number = $${next(search.staffNumber)}`;
    where.push(`AND ((${words.join(" AND ")})${number})`);
    shape.push(`${search.words.length}${number && "number"}`);
  }
  return { where: where.join(" "), values, name: shape.map((part) => `-${part}`).join("") };
}
