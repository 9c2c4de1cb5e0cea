import type { RoleName } from "~/domain/auth/permissions";
import type { StaffCategory } from "~/domain/organization/staff-category";
import type { LocalDay } from "~/domain/time";

/** Whose entry is changed, and where the page came from. */
export interface ChangeFrame {
  official: {
    id: string;
    fullName: string;
    staffNumber: string;
    email: string | null;
    unitName: string;
    positionTitle: string;
    staffCategory: StaffCategory;
    recruitedOn: LocalDay | null;
    /** The first day of the last post. */
    since: LocalDay | null;
    leftOn: LocalDay | null;
  };
  /** Where cancelling and finishing lead. */
  back: { href: string; label: string };
  /** Why there is no form, as a sentence; null when there is one. */
  refused: string | null;
}

/** The account of the person, as a confirmation tells of it. */
export interface ChangeAccount {
  roles: { role: RoleName; unitName: string }[];
  disabled: boolean;
  /** For those who may manage it. */
  href: string | null;
}
