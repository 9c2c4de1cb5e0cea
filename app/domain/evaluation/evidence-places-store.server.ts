import { query } from "~/platform/db.server";
import { nameSearch } from "../organization/name-search";
import { withinScopeSql } from "../organization/unit-scope";
import { changedSince } from "./changed-since";
import { type EvidencePlace, scopeWithin } from "./evidence-cursor";
import { lastDayUntil } from "./evidence-of-person";
import type { EvidenceFilterStatus } from "./evidence-view";
import type { EvaluationPeriod } from "./period";

export interface PlaceFilter {
  text?: string;
  /** Only people of whom a fact has changed since. */
  since?: Date | null;
  /** Only people who may be meant by it: whether they are, their evidence says. */
  status?: EvidenceFilterStatus | null;
}

/** Whom a filter may mean, over `official o`; $2 and $3 are the first and the last day that count. */
const MAY_BE: Record<EvidenceFilterStatus, string> = {
  completed: `(EXISTS (SELECT FROM completion k WHERE k.official_id = o.id AND k.completed_at >= $2::date - 1)
    OR EXISTS (SELECT FROM supplement_completion n WHERE n.official_id = o.id))`,
  overdue: `(EXISTS (SELECT FROM enrolment e WHERE e.official_id = o.id AND e.required AND e.due_on <= $3::date
      AND (e.completed_at IS NULL OR e.completed_at > e.due_on))
    OR EXISTS (SELECT FROM supplement_duty d WHERE d.official_id = o.id))`,
  open: `(EXISTS (SELECT FROM enrolment e WHERE e.official_id = o.id AND e.required AND (e.due_on IS NULL OR e.due_on >= $3::date)
      AND (e.completed_at IS NULL OR e.completed_at > $3::date - 1))
    OR EXISTS (SELECT FROM supplement_duty d WHERE d.official_id = o.id))`,
  without: `NOT EXISTS (SELECT FROM enrolment e WHERE e.official_id = o.id AND e.required AND e.completed_at IS NULL AND e.due_on < $3::date
    AND e.created_at < $3::date - 1)`,
  contested: `EXISTS (SELECT FROM evaluation_objection j WHERE j.official_id = o.id AND j.period_id = $8::uuid
    AND NOT EXISTS (SELECT FROM evaluation_objection_answer w WHERE w.objection_id = j.id))`,
};

/** People are looked for in so many units at a time that their number stays in the order of a page. */
const PEOPLE_IN_PIECE = 4_000;

/** The first places after one, one more than `limit` when there are more. */
export async function readPlaces(input: {
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
       WHERE m.unit_id = ANY($1::uuid[]) AND m.valid_from <= $3::date AND coalesce(m.valid_to, o.left_on, 'infinity'::date) > $2::date
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

function conditionsOf({ text, since, status }: PlaceFilter, period: { id: string }) {
  // $8 is named in every shape, so that each has the same first parameters.
  const where = ["AND $8::uuid IS NOT NULL"];
  const values: unknown[] = [period.id];
  const shape: string[] = [];
  const next = (value: unknown) => `$${values.push(value) + 7}`;
  if (since) {
    where.push(`AND ${changedSince({ official: "o.id", since: next(since), lastDay: "$3", period: "$8" })}`);
    shape.push("since");
  }
  if (status) {
    where.push(`AND ${MAY_BE[status]}`);
    shape.push(status);
  }
  const search = nameSearch(text ?? "");
  if (search) {
    const words = search.words.map(
      ({ atStart, inside }) => `(o.search_name LIKE ${next(atStart)} OR o.search_name LIKE ${next(inside)})`,
    );
    const number = search.staffNumber === null ? "" : ` OR o.staff_number = ${next(search.staffNumber)}`;
    where.push(`AND ((${words.join(" AND ")})${number})`);
    shape.push(`${search.words.length}${number && "number"}`);
  }
  return { where: where.join(" "), values, name: shape.map((part) => `-${part}`).join("") };
}
