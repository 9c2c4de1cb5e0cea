import type { StaffCategory } from "../organization/staff-category";
import type { LocalDay } from "../time";
import type { Criterion } from "./template";
import type { PeriodKind } from "./period";

export const SNAPSHOT_FORMAT = "chuan-muc/evaluation-snapshot/1";

/**
 * What is signed: what the snapshot is of, and the pieces of it by their hashes, in order. Each piece is lines of canonical JSON
 * (RFC 8785), each line an `EvidencePerson`. The root is the SHA-256 of the manifest's own canonical JSON.
 */
export interface SnapshotManifest {
  format: typeof SNAPSHOT_FORMAT;
  snapshot: string;
  agency: { name: string; parentName: string };
  period: {
    id: string;
    kind: PeriodKind;
    title: string;
    unit: { code: string; name: string };
    fromOn: LocalDay;
    toOn: LocalDay;
    cutOffOn: LocalDay;
    objectUntil: LocalDay;
  };
  templates: {
    staffCategory: StaffCategory;
    title: string;
    legalBasis: string;
    revision: number;
    unit: string | null;
    criteria: Criterion[];
  }[];
  /** What happened later is not in it. */
  asOf: string;
  closedBy: string;
  people: number;
  rows: number;
  /** Lines of people without anything: they stand there all the same. */
  withoutRows: number;
  contested: number;
  chunks: { sha256: string; size: number; lines: number }[];
  /** The latest seal of the record when it was made; null: there was none yet. */
  seal: { number: number; root: string } | null;
}

export interface Snapshot {
  id: string;
  periodId: string;
  madeAt: Date;
  manifest: SnapshotManifest;
  /** The very text that was hashed. */
  manifestText: string;
  root: string;
  keyId: string;
  publicKey: string;
  signature: string;
}
