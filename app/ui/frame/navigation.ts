import { may, type Permission, type Viewer } from "~/domain/auth/permissions";
import {
  accountsPath,
  assignmentsPath,
  auditPath,
  contentCheckPath,
  evaluationPath,
  documentsPath,
  integrationsPath,
  learningPath,
  libraryPath,
  overviewPath,
  passwordPath,
  recordPath,
  registerPath,
  reviewsPath,
  settingsPath,
  staffPath,
} from "~/paths";

export type Section =
  | "learning"
  | "record"
  | "library"
  | "reviews"
  | "documents"
  | "checks"
  | "overview"
  | "staff"
  | "assignments"
  | "certificates"
  | "accounts"
  | "audit"
  | "settings"
  | "evaluation"
  | "integrations";

interface SectionRule {
  section: Section;
  path: () => string;
  /** What must be held; "official" is being on the staff list. */
  needs: Permission | "official";
}

const RULES: readonly SectionRule[] = [
  { section: "learning", path: learningPath, needs: "official" },
  { section: "record", path: recordPath, needs: "official" },
  { section: "library", path: libraryPath, needs: "content.view" },
  { section: "reviews", path: reviewsPath, needs: "content.approve" },
  { section: "documents", path: documentsPath, needs: "content.view" },
  { section: "checks", path: contentCheckPath, needs: "content.preview" },
  { section: "overview", path: overviewPath, needs: "staff.view" },
  { section: "staff", path: staffPath, needs: "staff.view" },
  { section: "assignments", path: assignmentsPath, needs: "course.assign" },
  { section: "certificates", path: registerPath, needs: "certificates.manage" },
  { section: "evaluation", path: evaluationPath, needs: "evaluation.view" },
  { section: "accounts", path: accountsPath, needs: "accounts.manage" },
  { section: "audit", path: auditPath, needs: "audit.view" },
  { section: "settings", path: settingsPath, needs: "settings.manage" },
  { section: "integrations", path: integrationsPath, needs: "integrations.manage" },
];

/** The parts of the site that somebody may see, in the order in which they stand. */
export function sectionsFor(viewer: Viewer): Section[] {
  return RULES.filter(({ needs }) => (needs === "official" ? viewer.official !== null : may(viewer, needs))).map(
    ({ section }) => section,
  );
}

const PATHS = Object.fromEntries(RULES.map(({ section, path }) => [section, path()])) as Record<Section, string>;

export function sectionPath(section: Section): string {
  return PATHS[section];
}

/** Where somebody begins: learning comes first, then what the role is for. */
export function firstPathFor(viewer: Viewer): string {
  const first = sectionsFor(viewer)[0];
  return first ? sectionPath(first) : passwordPath();
}
