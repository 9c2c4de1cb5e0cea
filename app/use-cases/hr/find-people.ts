import { listStaff } from "~/domain/enrolment/staff-list-store.server";
import { localDay } from "~/domain/time";

/** Somebody found on the staff list: who and where, nothing of what they learn. */
export interface PersonFound {
  id: string;
  fullName: string;
  staffNumber: string | null;
  positionTitle: string;
  unitName: string;
}

export interface PeopleFound {
  text: string;
  people: PersonFound[];
  /** There are more than are shown. */
  more: boolean;
}

const MOST = 20;

/** People of a scope by a part of their name, with or without diacritics, or by staff number; nobody when nothing was asked. */
export async function findPeople(input: { scope: readonly string[]; text: string; now: Date }): Promise<PeopleFound> {
  const { scope, text, now } = input;
  if (text === "") return { text, people: [], more: false };
  const question = { scope, turn: null, status: null, text, today: localDay(now) };
  const { people, next } = await listStaff({ ...question, after: null, limit: MOST });
  return {
    text,
    people: people.map(({ id, fullName, staffNumber, positionTitle, unitName }) => ({
      id,
      fullName,
      staffNumber,
      positionTitle,
      unitName,
    })),
    more: next !== null,
  };
}
