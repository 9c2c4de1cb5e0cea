import type { StaffWithoutAccount } from "~/domain/organization/staff-without-account";
import { listStaffWithoutAccount as listFromStore } from "~/domain/organization/staff-without-account-store.server";

/** People on the staff list who cannot sign in yet. */
export function listStaffWithoutAccount(input: {
  scope: readonly string[];
  text: string;
}): Promise<StaffWithoutAccount[]> {
  return listFromStore(input);
}
