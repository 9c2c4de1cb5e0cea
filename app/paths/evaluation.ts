import { part, query } from "./address";

export const evaluationPath = () => "/hr/evaluation";
export const newPeriodPath = (kind?: string) => `/hr/evaluation/new${query({ kind })}`;
export interface EvidenceQuery {
  status?: string;
  q?: string;
  after?: string;
}
export const periodPath = (period: string, asked: EvidenceQuery = {}) =>
  `/hr/evaluation/${part(period)}${query({ ...asked })}`;
export const editPeriodPath = (period: string) => `/hr/evaluation/${part(period)}/edit`;
export const closePeriodPath = (period: string) => `/hr/evaluation/${part(period)}/close`;
export const amendmentsPath = (period: string, after?: string) =>
  `/hr/evaluation/${part(period)}/amendments${query({ after })}`;
/** `what`: left out, the figures; "amendments": what differs from the frozen ones. */
export const evidenceFilePath = (period: string, format: "xlsx" | "csv" | "json", what?: "amendments") =>
  `/hr/evaluation/${part(period)}/export/${format}${query({ what })}`;
export const objectionsPath = (period: string, asked: { view?: "answered"; after?: string } = {}) =>
  `/hr/evaluation/${part(period)}/objections${query({ ...asked })}`;
export const objectionPath = (period: string, objection: string) =>
  `/hr/evaluation/${part(period)}/objections/${part(objection)}`;
export const evaluationTemplatesPath = (unitCode?: string) => `/hr/evaluation/templates${query({ unit: unitCode })}`;
export const evaluationTemplatePath = (category: string, unitCode?: string) =>
  `/hr/evaluation/templates/${part(category)}${query({ unit: unitCode })}`;
/** What HR receives about the reader. */
export const myPeriodsPath = () => "/learn/evaluation";
export const myPeriodPath = (period: string) => `/learn/evaluation/${part(period)}`;
/** The register books of certificates. */
export interface RegisterFilter {
  book?: string;
  after?: number | null;
}
export const registerPath = (filter: RegisterFilter = {}) => `/hr/certificates${query({ ...filter })}`;
export const printRegisterPath = (book: string, from?: number | null, to?: number | null) =>
  `/hr/certificates/print${query({ book, from, to })}`;
export const exportRegisterPath = (book: string) => `/hr/certificates/export${query({ book })}`;
export interface BulkCertificatesFilter {
  action?: string;
  unit?: string;
  turn?: string;
  from?: string;
  until?: string;
}
export const bulkCertificatesPath = (filter: BulkCertificatesFilter = {}) =>
  `/hr/certificates/bulk${query({ ...filter })}`;
export const templatesPath = () => "/hr/certificates/templates";
/** `code`: of a unit, or "~own" for the installation's own. */
export const templatePath = (code: string) => `/hr/certificates/templates/${part(code)}`;
export const templatePreviewPath = (code: string) => `${templatePath(code)}/preview`;
export const issuedCertificatePath = (serial: string) => `/hr/certificates/of/${part(serial)}`;
export const issuedCertificatePdfPath = (serial: string) => `${issuedCertificatePath(serial)}/pdf`;
export const certificateActionPath = (serial: string, action: string) =>
  `${issuedCertificatePath(serial)}/${part(action)}`;
