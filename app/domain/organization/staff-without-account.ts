/** Somebody on the staff list who cannot sign in yet. */
export interface StaffWithoutAccount {
  id: string;
  staffNumber: string;
  fullName: string;
  positionTitle: string;
  unitName: string;
}
