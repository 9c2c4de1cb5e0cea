import type { Supplement } from "./supplement";

export interface SupplementCount extends Supplement {
  done: number;
}

export interface OwingOfficial {
  officialId: string;
  fullName: string;
  unitName: string;
  sortKey: string;
}
