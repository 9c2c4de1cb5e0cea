import type { LocalDay } from "../time";
import type { StaffCategory } from "./staff-category";

/** A person on the staff list, as lists and headings need it. The personal ID stays in the database. */
export interface OfficialRow {
  id: string;
  staffNumber: string;
  fullName: string;
  staffCategory: StaffCategory;
  positionTitle: string;
  unitId: string;
  unitCode: string;
  unitName: string;
  unitPath: string;
  recruitedOn: LocalDay | null;
  leftOn: LocalDay | null;
  email: string | null;
  /** The last three digits of the personal ID; show through `maskPersonalId`. */
  personalIdLast: string | null;
}

export interface NewOfficial {
  staffNumber: string;
  fullName: string;
  staffCategory: StaffCategory;
  unitId: string;
  positionTitle: string;
  recruitedOn: LocalDay | null;
  /** The day on which this post is taken up; the day of recruitment unless somebody says otherwise. */
  postedOn: LocalDay;
  email?: string | null;
  personalId?: string | null;
}

export interface OfficialPage {
  people: OfficialRow[];
  /** Hand it back as `after` for the next page; null on the last one. */
  next: string | null;
}
