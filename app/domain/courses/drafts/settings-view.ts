import type { CourseSettings } from "./course-yaml";
import type { Draft } from "./draft";
import type { Approver } from "./signoff-store.server";

/** What the form of a course's settings shows. */
export interface SettingsView {
  slug: string;
  draft: Draft;
  settings: CourseSettings;
  /** False: course.yaml has to be mended by hand before a form can change it. */
  readable: boolean;
  /** Who may be asked to approve, and who has to. */
  approvers: Approver[];
  signoff: string[];
  /** Of the sign-off, who may not approve any more. */
  lapsed: string[];
}
