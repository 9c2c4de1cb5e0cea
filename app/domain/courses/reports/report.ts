/** "Something is wrong here", said by a reader of a paragraph; it goes to those who write. */
export const REPORT_STATES = ["new", "answered", "closed"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** More than these of one reader in a day are not taken: the last ones are read first. */
export const REPORTS_A_DAY = 10;

export interface ReaderReport {
  id: string;
  course: { slug: string; title: string };
  version: number;
  lessonId: string;
  lessonTitle: string;
  /** Null: on the lesson as a whole. */
  blockId: string | null;
  /** How the block began when it was reported. */
  quote: string;
  text: string;
  state: ReportState;
  reportedAt: Date;
  answer: string | null;
  answeredAt: Date | null;
  answeredByName: string | null;
  /** Number of the version in which it was mended. */
  mendedIn: number | null;
}

/** The form of a report: the lesson with its blocks, by how they begin. */
export interface ReportPage {
  course: { slug: string; title: string };
  lesson: { id: string; title: string };
  blocks: { id: string; quote: string }[];
}

/** A report in the inbox, with what of its block is there now. */
export interface ReportInInbox {
  report: ReaderReport;
  currentVersion: number;
  /** The block reads the same in the version in use. */
  stillThere: boolean;
}

export const isReportState = (text: string | null): text is ReportState =>
  (REPORT_STATES as readonly (string | null)[]).includes(text);
