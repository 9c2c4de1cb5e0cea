import type { DraftNotice, DraftRefusal } from "../../courses/drafts/working-course";
import type { Exchange, ExchangeFormat } from "../exchange/exchange";
import type { LeftOut } from "../exchange/written";
import type { ImportDefaults } from "./import-form";
import type { ImportPlan } from "./import-plan";

/** What the form for a file offers. */
export interface ImportStart {
  course: { slug: string; title: string };
  /** Into which the questions go. */
  draft: DraftNotice;
  topics: Record<string, string>;
  /** Of the register: what may be cited. */
  documents: { number: string; title: string }[];
  /** Files that were handed up and neither taken over nor left. */
  waiting: { id: string; fileName: string; uploadedAt: Date }[];
}

/** A file of questions, read and compared, before anything is taken over. */
export interface ImportView {
  course: { slug: string; title: string };
  topics: Record<string, string>;
  documents: { number: string; title: string }[];
  draft: DraftNotice;
  /** What it was compared with. */
  over: string;
  id: string;
  fileName: string;
  format: ExchangeFormat;
  uploadedAt: Date;
  defaults: ImportDefaults;
  /** Number of the version that it became part of; null: it went into a draft. */
  applied: { at: Date; number: number | null } | null;
  report: Omit<Exchange, "taken">;
  plan: ImportPlan;
}

export type ImportRefusal =
  | DraftRefusal
  /** A new topic has no title yet. */
  | { reason: "titles"; topics: string[] }
  /** Some cannot be published as they are, and it was not said to leave them out. */
  | { reason: "blocked"; count: number }
  | { reason: "nothing" }
  | { reason: "applied" };

/** What a format cannot hold of the questions of a course. */
export interface ExportPreview {
  format: ExchangeFormat;
  written: number;
  refused: LeftOut[];
  lost: LeftOut[];
}
