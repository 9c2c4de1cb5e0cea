/** What a zip file would become, before anything is written. */
import { sizeOf } from "~/platform/files/stored-file";
import type { ContentProblem } from "../content-problem";
import { sameBytes, type CourseFiles } from "../course-source";
import type { DraftState } from "../drafts/draft";
import type { ArchiveFault } from "./archive.server";

export interface FileChange {
  path: string;
  change: "added" | "changed" | "removed";
  size: number;
}

export interface IntakePlan {
  slug: string;
  title: string;
  /** Over what it goes: nothing, the version that learners get, or the draft that somebody is writing. */
  over: { kind: "nothing" } | { kind: "version"; number: number } | { kind: "draft"; state: DraftState; by: string };
  /** Tells whether what it goes over is still the same when the officer confirms. */
  seen: string;
  changes: FileChange[];
  unchanged: number;
  problems: ContentProblem[];
  /** Some files can never come into a draft; what else is wrong can be mended there. */
  blocked: boolean;
}

/** Facts of a course that a SCORM package does not say. */
export interface PackageFacts {
  slug: string;
  title: string;
  summary: string;
  audience: string;
  reviewedBy: string;
  minutes: number;
  required: boolean;
}

export interface IntakeView {
  id: string;
  fileName: string;
  uploadedAt: Date;
  uploadedByName: string;
  appliedAt: Date | null;
  content:
    | { kind: "refused"; fault: ArchiveFault }
    | { kind: "course"; plan: IntakePlan }
    | { kind: "package"; plan: IntakePlan; facts: PackageFacts; items: string[] };
}

/** Files that do not belong to a course, or are too large. */
export const isNoCourseFile = ({ rule }: ContentProblem): boolean =>
  rule === "file-unexpected" || rule === "file-too-large" || rule === "too-many-files";

/** By path; what stays as it is counts only. */
export function changesBetween(before: CourseFiles, after: CourseFiles): { changes: FileChange[]; unchanged: number } {
  const changes: FileChange[] = [];
  let unchanged = 0;
  for (const [path, bytes] of after) {
    const old = before.get(path);
    if (sameBytes(old, bytes)) unchanged++;
    else changes.push({ path, change: old ? "changed" : "added", size: sizeOf(bytes) });
  }
  for (const [path, bytes] of before) {
    if (!after.has(path)) changes.push({ path, change: "removed", size: sizeOf(bytes) });
  }
  return { changes: changes.sort((a, b) => (a.path < b.path ? -1 : 1)), unchanged };
}
