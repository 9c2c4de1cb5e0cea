import type { LocalDay } from "../time";
import { foldName } from "./names";

/** Since 1 July 2025 there are two tiers of government, province and commune: no kind stands between them. */
export const UNIT_KINDS = [
  "province",
  "department",
  "commune",
  "public_service_unit",
  "division",
  "school",
  "station",
  "team",
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export interface UnitNode {
  id: string;
  parentId: string | null;
  code: string;
  name: string;
  kind: UnitKind;
  /** The codes from the root, joined by "/": "AG/SNV/SNV-CCVC". */
  path: string;
  /** 0 at the root. */
  depth: number;
  /** How many officials have this very unit as their current one. */
  headcount: number;
}

/** A unit with all the people in it and below it, as lists and overviews show it. */
export interface UnitWithPeople extends UnitNode {
  people: number;
  childCount: number;
}

export interface NewUnit {
  code: string;
  name: string;
  kind: UnitKind;
  parent: { id: string; path: string } | null;
  position?: number;
  validFrom: LocalDay;
}

const CODE = /^[A-Z0-9]+(-[A-Z0-9]+)*$/;
const LONGEST_CODE = 40;

/** Capital letters and digits, with single hyphens between: the shape that the database checks as well. */
export function isUnitCode(text: string): boolean {
  return text.length <= LONGEST_CODE && CODE.test(text);
}

/** A code from a name: "Phường Rạch Giá" → "PHUONG-RACH-GIA". */
export function unitCodeFrom(name: string): string {
  return foldName(name)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

export function unitPathOf(parentPath: string | null, code: string): string {
  return parentPath === null ? code : `${parentPath}/${code}`;
}

/** The codes from the root down to the unit itself. */
export function codesOf(path: string): string[] {
  return path.split("/");
}

export function depthOf(path: string): number {
  return codesOf(path).length - 1;
}

/** The paths of all units above, root first, then the unit itself. */
export function pathsDownTo(path: string): string[] {
  const codes = codesOf(path);
  return codes.map((_, index) => codes.slice(0, index + 1).join("/"));
}

/** What an agency is, told by the first words of its name; a root that says nothing else stands for a province. */
export function kindFromName(name: string): UnitKind {
  const folded = foldName(name);
  if (/^(so|thanh tra|van phong|ban quan ly|ban) /.test(folded)) return "department";
  if (/^(uy ban nhan dan )?(xa|phuong|dac khu) /.test(folded)) return "commune";
  if (/^truong /.test(folded)) return "school";
  if (/^(benh vien|trung tam|vien) /.test(folded)) return "public_service_unit";
  return "province";
}
