import { part, query } from "./address";

export interface StaffFilter {
  unit?: string;
  course?: string;
  status?: string;
  q?: string;
  after?: string;
}
export const overviewPath = (course?: string) => `/hr${query({ course })}`;
export const unitPath = (unitCode: string, filter: StaffFilter = {}) =>
  `/hr/units/${part(unitCode)}${query({ ...filter })}`;
export const staffPath = (filter: StaffFilter = {}) => `/hr/staff${query({ ...filter })}`;
export const personPath = (officialId: string) => `/hr/staff/${part(officialId)}`;
/** Why somebody's course turn is complete or not; below it the correction of what is on record. */
export const turnPath = (turn: string) => `/hr/turns/${part(turn)}`;
export const correctionPath = (turn: string, kind?: "facts" | "void" | "restore") =>
  `/hr/turns/${part(turn)}/correct${query({ kind })}`;
export const recognitionPath = (officialId: string, asked: { course?: string; cycle?: string } = {}) =>
  `/hr/staff/${part(officialId)}/recognise${query({ ...asked })}`;
export const decisionPath = (decision: string) => `/hr/decisions/${part(decision)}`;
export const recordCheckPath = (after?: number) => `/hr/record-check${query({ after })}`;
export const adminRecordCheckPath = (after?: number) => `/admin/record-check${query({ after })}`;
export const conditionsPath = (officialId: string) => `/hr/staff/${part(officialId)}/conditions`;
export const findForConditionsPath = (q?: string) => `/hr/conditions${query({ q })}`;
export const attemptCarePath = (attempt: string) => `/hr/attempts/${part(attempt)}`;
export const outagePath = () => "/hr/outage";
export const answerFilePath = () => "/hr/answer-file";
/** Where an officer hands up the copy of a certificate that the agency signed with its own key. */
export const signedCopyPath = (serial: string) => `/hr/certificates/${part(serial)}/signed-copy`;
export const signedCopyFilePath = (serial: string) => `${signedCopyPath(serial)}/file`;
/** The issued file, to be signed. */
export const signedCopyIssuedPath = (serial: string) => `${signedCopyFilePath(serial)}?which=issued`;
export const assignmentsPath = () => "/hr/assignments";
export const owedSupplementsPath = () => "/hr/supplements";
export const owedSupplementPath = (supplement: string, after?: string) =>
  `/hr/supplements/${part(supplement)}${query({ after })}`;
export const newAssignmentPath = (unitCode?: string) => `/hr/assignments/new${query({ unit: unitCode })}`;
/** What people ask to be corrected in their records. */
export const correctionRequestsPath = (state?: string, after?: string) =>
  `/hr/correction-requests${query({ state, after })}`;
export const correctionRequestPath = (request: string) => `/hr/correction-requests/${part(request)}`;
export const staffExportPath = (format: "xlsx" | "csv", filter: StaffFilter = {}) =>
  `/hr/export/${format}${query({ ...filter })}`;
/** What is changed of somebody's entry on the staff list; `request`: the correction request that it answers. */
export type StaffChangeKind = "transfer" | "return" | "leave" | "details" | "undo";
export const staffChangePath = (
  officialId: string,
  kind: StaffChangeKind,
  request?: string,
  /** What the fields of the form begin with: an entry that was taken back, to be entered anew. */
  typed: Record<string, string | undefined> = {},
) => `${personPath(officialId)}/${kind}${query({ request, ...typed })}`;
export const leftStaffPath = (asked: { q?: string; after?: string } = {}) => `/hr/staff/left${query({ ...asked })}`;
