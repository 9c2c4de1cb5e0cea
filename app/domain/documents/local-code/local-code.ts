import type { LocalDay } from "../../time";

export interface CodeUnit {
  id: string;
  code: string;
  name: string;
  path: string;
}

/** A published version of a unit's code. */
export interface CodeVersion {
  id: string;
  number: number;
  title: string;
  decisionNumber: string;
  decidedOn: LocalDay;
  text: string;
  publishedAt: Date;
  publishedByName: string;
}

/** What is being written. */
export interface CodeDraft {
  title: string;
  decisionNumber: string;
  decidedOn: LocalDay | null;
  text: string;
  revision: number;
  updatedAt: Date;
  updatedByName: string;
}

/** A unit's code in the studio. */
export interface CodeInStudio {
  unit: CodeUnit;
  draft: CodeDraft | null;
  versions: (Omit<CodeVersion, "text"> & { acknowledged: number })[];
  /** How many officials have this unit or one below it as theirs. */
  people: number;
  changedSinceVersion: boolean;
  overlays: number;
}

/** A code as the people of the unit read it. */
export interface CodePage {
  code: { id: string; unitName: string };
  version: CodeVersion;
  latest: number;
  versions: { number: number; decisionNumber: string; decidedOn: LocalDay }[];
  /** When this reader confirmed this version. */
  acknowledgedAt: Date | null;
  /** The other codes that hold for the reader: of wider units. */
  others: { id: string; unitName: string; title: string }[];
  /** The version that is compared with, when one was asked for. */
  against: CodeVersion | null;
}
