import { maskPersonalId } from "../organization/personal-id";
import { localDay, type LocalDay, startOfDay } from "../time";
import { partsWithin } from "./employment-parts";
import type { EvidencePerson } from "./evidence";
import { byDay, courseRow, type EvidenceFrame, latest, supplementRow } from "./evidence-rows";
import type { PersonFacts } from "./person-facts";

/** The last day of which something counts. */
export function lastDayUntil({ period, until }: Pick<EvidenceFrame, "period" | "until">): LocalDay {
  const day = localDay(new Date(until.getTime() - 1));
  return day < period.toOn ? day : period.toOn;
}

/**
 * What a period says about one official: once for each unit that they belonged to, each with what fell into its time. The one
 * function that says so: HR's pages, the official's own extract, exports, snapshots and amendments all call it.
 *
 * - A finished course belongs to the day of its completion, and so to one unit and one period.
 * - A duty that was not finished belongs to every unit and period at whose end it was overdue; while it is not due yet, to the unit
 *   where the person is now. Of who has left, only what was overdue by the last day.
 * - What somebody chose of their own accord counts once it is finished.
 */
export function evidenceOf(person: PersonFacts, frame: EvidenceFrame): EvidencePerson[] {
  const lastDay = lastDayUntil(frame);
  const parts = partsWithin(person.employments, { fromOn: frame.period.fromOn, toOn: lastDay });
  const whole = person.objections.filter(({ rowKey }) => rowKey === null);
  const contested = whole.some(({ answeredAt }) => answeredAt === null);
  const byUnit = new Map<string, EvidencePerson>();
  for (const part of parts) {
    // A part that ends earlier without another one after it is that of somebody who left.
    const context = { person, frame, part, last: part.to === lastDay, contested };
    const rows = [
      ...person.turns.flatMap((turn) => courseRow(turn, context) ?? []),
      ...person.supplements.flatMap((turn) => supplementRow(turn, context) ?? []),
    ].sort(byDay);
    const { unit } = person.employments.find(({ unitId }) => unitId === part.unitId)!;
    const before = byUnit.get(unit.id);
    const { positionTitle, from, to } = part;
    const stays = [...(before?.parts ?? []), { positionTitle, from, to }];
    const all = [...(before?.rows ?? []), ...rows];
    byUnit.set(unit.id, {
      officialId: person.officialId,
      fullName: person.fullName,
      sortName: person.sortName,
      staffNumber: person.staffNumber,
      staffCategory: person.staffCategory,
      personalIdMasked: maskPersonalId(person.personalIdLast),
      unitId: unit.id,
      unitCode: unit.code,
      unitName: unit.name,
      unitPath: unit.path,
      unitsAbove: unit.namesAbove,
      parts: stays,
      contested,
      changedAt: latest([
        startOfDay(stays[0]!.from),
        ...whole.flatMap(({ madeAt, answeredAt }) => [madeAt, answeredAt]),
        ...all.map(({ changedAt }) => new Date(changedAt)),
      ]),
      rows: all,
    });
  }
  return [...byUnit.values()];
}
