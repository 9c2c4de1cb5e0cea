/** cán bộ, công chức, viên chức, người lao động: the words for people are in ui/words. */
export const STAFF_CATEGORIES = ["cadre", "civil_servant", "public_employee", "contract_worker"] as const;
export type StaffCategory = (typeof STAFF_CATEGORIES)[number];

export function isStaffCategory(text: string): text is StaffCategory {
  return (STAFF_CATEGORIES as readonly string[]).includes(text);
}
