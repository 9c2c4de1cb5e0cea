/** The versions of a course, and whether it is offered. */
export interface VersionsPage {
  course: { slug: string; title: string };
  current: number;
  versions: {
    number: number;
    publishedAt: Date;
    changeNote: string | null;
    current: boolean;
    underWay: number;
    completed: number;
    certificates: number;
  }[];
  unpublished: { at: Date; byName: string; reason: string } | null;
  /** Who was asked to take it and has not begun. */
  notBegun: number;
}
