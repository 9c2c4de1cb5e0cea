import type { LegalDocument } from "../../documents/document";
import type { LocalDay } from "../../time";
import type { VersionDelta } from "./delta";

/** What an officer sees of a law change before anything is published. */
export interface LawChangePage {
  document: LegalDocument;
  courses: { slug: string; title: string }[];
  /** Slug of the course that was asked for. */
  asked: string | null;
  /** Null while no course is chosen, or where it has no earlier version. */
  chosen: {
    course: { slug: string; title: string };
    /** Versions before the one in use, with how many finished each. */
    earlier: { number: number; publishedAt: Date; finished: number }[];
    from: number;
    current: number;
    delta: VersionDelta;
    /** Who finished `from` or an earlier version, and no later one. */
    people: number;
    suggestedDue: LocalDay;
  } | null;
}
