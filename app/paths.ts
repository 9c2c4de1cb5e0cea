/** Every address of the site, so that none is spelled twice. Imports nothing. */

const part = encodeURIComponent;

/** `?a=1&b=2`, without the empty ones; "" when nothing is left. */
export function query(values: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

// Public
export const homePath = () => "/";
export const signInPath = (next?: string) => `/sign-in${query({ next })}`;
export const signOutPath = () => "/sign-out";
export const preferencesPath = () => "/preferences";
export const verifyStartPath = () => "/verify";
export const verifyPath = (serial: string) => `/verify/${part(serial)}`;
/** The certificate as a signed credential. */
export const credentialPath = (serial: string) => `${verifyPath(serial)}/credential.json`;
/** Who signs credentials, with the keys. The names of these addresses stand in credentials: `credentialAddresses` of the domain. */
export const issuerDocumentPath = () => "/issuer.json";
/** The seals of the record; `below` begins under a number. */
export const sealsPath = (below?: number) => `/seals${query({ below })}`;
/** The same for machines. */
export const certificateApiPath = (serial: string) => `/api/v1/certificates/${part(serial)}`;
export const accessibilityPath = () => "/accessibility";
export const privacyPath = () => "/privacy";
export const passwordPath = () => "/account/password";
/** Long work that the viewer asked for. */
export const jobsPath = () => "/account/jobs";
export const jobPath = (job: string) => `/account/jobs/${part(job)}`;
/** The notice on personal data, for who has not read it as it stands; `next`: where to go on to. */
export const privacyNoticePath = (next?: string) => `/account/privacy-notice${query({ next })}`;
/** The viewer's own data: all of them as a file, who saw them, what is to be corrected. */
export const ownDataPath = () => "/account/data";
export const whoLookedPath = (before?: string) => `/account/data/access${query({ before })}`;
export const myCorrectionsPath = () => "/account/data/corrections";
export const jobFilePath = (job: string) => `/account/jobs/${part(job)}/file`;

// Learner
export const learningPath = () => "/learn";
export const coursePath = (course: string) => `/learn/courses/${part(course)}`;
export const lessonPath = (course: string, lesson: string) => `/learn/courses/${part(course)}/lessons/${part(lesson)}`;
export const readAgainPath = (course: string, question: string) =>
  `/learn/courses/${part(course)}/read-again/${part(question)}`;
export const testPath = (course: string) => `/learn/courses/${part(course)}/test`;
/** `at`: the number of the question to show. */
export const attemptPath = (attempt: string, at?: number) => `/learn/attempts/${part(attempt)}${query({ at })}`;
export const saveAnswerPath = (attempt: string) => `/learn/attempts/${part(attempt)}/answers`;
export const attemptResultPath = (attempt: string) => `/learn/attempts/${part(attempt)}/result`;
export const certificatePath = (serial: string) => `/learn/certificates/${part(serial)}`;
export const certificatePdfPath = (serial: string) => `/learn/certificates/${part(serial)}/pdf`;
/** The copy that the agency signed with its own key. */
export const ownSignedCopyPath = (serial: string) => `${certificatePath(serial)}/signed-copy`;
export const recordPath = () => "/learn/record";
/** Why a turn of one's own is complete or not. */
export const myTurnPath = (turn: string) => `/learn/record/${part(turn)}`;
export const myDecisionPath = (decision: string) => `/learn/record/decisions/${part(decision)}`;
/** The changed parts of a course that was finished earlier. */
export const mySupplementPath = (supplement: string) => `/learn/supplements/${part(supplement)}`;
/** The code of conduct of the reader's own agency. */
export const myCodePath = () => "/learn/code";
export const readCodePath = (code: string, asked: { version?: number; against?: number } = {}) =>
  `/learn/code/${part(code)}${query({ ...asked })}`;
export const reportLessonPath = (course: string, lesson: string, block?: string) =>
  `${lessonPath(course, lesson)}/report${query({ block })}`;
export const myReportsPath = () => "/learn/reports";

// Author
export const libraryPath = () => "/author";
export const libraryCoursePath = (course: string) => `/author/courses/${part(course)}`;
export const lessonPreviewPath = (course: string, lesson: string) =>
  `/author/courses/${part(course)}/lessons/${part(lesson)}`;
export const testPreviewPath = (course: string, seed?: string) =>
  `/author/courses/${part(course)}/test${query({ seed })}`;
export interface StatisticsFilter {
  attempts?: "first" | "all";
  version?: string;
  from?: string;
  to?: string;
}
export const statisticsPath = (course: string, filter: StatisticsFilter = {}) =>
  `/author/courses/${part(course)}/statistics${query({ ...filter })}`;
/** `change`: which decision is prepared; left out, the first that the question can have. */
export const regradePath = (course: string, question: string, asked: { version?: number; change?: string } = {}) =>
  `/author/courses/${part(course)}/questions/${part(question)}/regrade${query({ ...asked })}`;
export const regradesPath = (course: string) => `/author/courses/${part(course)}/regrades`;
/** Answers that wait for an officer, or (`"marked"`) those that were marked; `after` begins below one. */
export const markingPath = (course: string, filter: { view?: "marked"; after?: string } = {}) =>
  `/author/courses/${part(course)}/marking${query({ ...filter })}`;
export const markAnswerPath = (course: string, attempt: string, question: string) =>
  `/author/courses/${part(course)}/marking/${part(attempt)}/${part(question)}`;
/** A zip of the files: of the version in use, of another one, or of the open draft. */
export const courseExportPath = (course: string, which: number | "draft" | null = null) =>
  `/author/courses/${part(course)}/export${query({ version: which })}`;
export const testPolicyPath = (course: string) => `/author/courses/${part(course)}/test/policy`;
export interface BankFilter {
  q?: string;
  topic?: string;
  status?: string;
  kind?: string;
  difficulty?: string;
  advice?: string;
  page?: string;
}
export const bankPath = (course: string, filter: BankFilter = {}) =>
  `/author/courses/${part(course)}/questions${query({ ...filter })}`;
export const importPath = (course: string) => `/author/courses/${part(course)}/questions/import`;
export const importCheckPath = (course: string, importId: string) =>
  `/author/courses/${part(course)}/questions/import/${part(importId)}`;
export const bankExportPath = (course: string) => `/author/courses/${part(course)}/questions/export`;
/** "template": the spreadsheet to be filled in. */
export const bankFilePath = (course: string, format: string, topic?: string) =>
  `/author/courses/${part(course)}/questions/export/${part(format)}${query({ topic })}`;
export interface SignalsFilter {
  unit?: string;
  from?: string;
  to?: string;
}
export const signalsPath = (course: string, filter: SignalsFilter = {}) =>
  `/author/courses/${part(course)}/signals${query({ ...filter })}`;
/** The draft of a course: its outline and settings. Below it stand the editor, the review and the media of that draft. */
export const draftPath = (course: string) => `/author/courses/${part(course)}/draft`;
export const draftLessonPath = (course: string, lesson: string) => `${draftPath(course)}/lessons/${part(lesson)}`;
export const draftFilesPath = (course: string) => `${draftPath(course)}/files`;
/** The steps in which a file of a draft was written, or one of them. */
export const draftHistoryPath = (course: string, path: string, revision?: number) =>
  `${draftFilesPath(course)}${query({ history: path, revision })}`;
export const draftPreviewPath = (course: string) => `${draftPath(course)}/preview`;
/** `lesson`: that one as it would be read, with what was changed. */
export const draftReviewPath = (course: string, lesson?: string) => `${draftPath(course)}/review${query({ lesson })}`;
export const draftPublishPath = (course: string) => `${draftPath(course)}/publish`;
/** The draft upon another version than the one it began with. */
export const draftRebasePath = (course: string) => `${draftPath(course)}/rebase`;
export const versionsPath = (course: string) => `/author/courses/${part(course)}/versions`;
/** Drafts that wait to be reviewed or published. */
export const reviewsPath = () => "/author/reviews";
export const draftMediaPath = (course: string) => `${draftPath(course)}/media`;
export const draftUploadPath = (course: string) => `${draftPath(course)}/upload`;
export const draftWordPath = (course: string) => `${draftPath(course)}/word`;
export const draftSettingsPath = (course: string) => `${draftPath(course)}/settings`;
/** A paper of the draft's test, to be answered and graded without a trace; the same code draws the same paper. */
export const draftTrialPath = (course: string, seed?: string) => `${draftPath(course)}/trial${query({ seed })}`;
/** What the page of a question asks while somebody writes. */
export const questionLookPath = (course: string) => `/author/courses/${part(course)}/questions/look`;
/** How many questions of which topic and clause a paper draws. */
export const blueprintPath = (course: string) => `/author/courses/${part(course)}/test/blueprint`;
export const questionPath = (course: string, question: string) =>
  `/author/courses/${part(course)}/questions/${part(question)}/edit`;
export const newQuestionPath = (course: string, kind?: string) =>
  `/author/courses/${part(course)}/questions/create${query({ kind })}`;
export const newCoursePath = () => "/author/new-course";
export const contentImportPath = () => "/author/import";
export const contentImportCheckPath = (importId: string) => `/author/import/${part(importId)}`;
/** Two versions side by side, or a version and the draft. */
export const comparePath = (course: string, from?: number, to?: number | "draft", lesson?: string) =>
  `/author/courses/${part(course)}/compare${query({ from, to, lesson })}`;
export const contentCheckPath = () => "/author/checks";
export const documentsPath = () => "/author/documents";
export const newDocumentPath = () => "/author/documents/new";
export const documentPath = (number: string) => `/author/documents/${part(number)}`;
export const editDocumentPath = (number: string) => `${documentPath(number)}/edit`;
export const documentCoveragePath = (number: string) => `${documentPath(number)}/coverage`;
export const documentFilePath = (number: string) => `${documentPath(number)}/file`;
/** What changed in a course because this document did: between the version `from` and the one in use. */
export const lawChangePath = (number: string, asked: { course?: string; from?: number } = {}) =>
  `${documentPath(number)}/law-change${query({ ...asked })}`;
export const supplementsPath = () => "/author/supplements";
export const supplementPath = (supplement: string) => `/author/supplements/${part(supplement)}`;
export const localCodesPath = () => "/author/codes";
export const localCodePath = (unitCode: string) => `/author/codes/${part(unitCode)}`;
export const overlaysPath = (unitCode: string, asked: { course?: string; lesson?: string } = {}) =>
  `/author/codes/${part(unitCode)}/overlays${query({ ...asked })}`;
export const readerReportsPath = (state?: string) => `/author/reports${query({ state })}`;
export const readerReportPath = (report: string) => `/author/reports/${part(report)}`;

// HR and heads of units
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

// Evaluation
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

// Administrator
export interface AccountFilter {
  q?: string;
  role?: string;
  status?: string;
  after?: string;
}
export const accountsPath = (filter: AccountFilter = {}) => `/admin/accounts${query({ ...filter })}`;
/** For a new person, or (`"listed"`) for one who is on the staff list; `q` looks for that one. */
export const newAccountPath = (owner?: "listed", q?: string) => `/admin/accounts/new${query({ for: owner, q })}`;
export const settingsPath = () => "/admin/settings";
/** How long what is kept. */
export const retentionPath = () => "/admin/retention";
export const accountPath = (account: string) => `/admin/accounts/${part(account)}`;
export const newUnitPath = (parentCode?: string) => `/admin/units/new${query({ parent: parentCode })}`;
export interface AuditFilter {
  q?: string;
  action?: string;
  from?: string;
  to?: string;
  before?: string;
}
export const auditPath = (filter: AuditFilter = {}) => `/admin/audit${query({ ...filter })}`;

// Programs of others
export const integrationsPath = () => "/admin/integrations";
export const newTokenPath = () => "/admin/integrations/tokens/create";
export const newEndpointPath = () => "/admin/integrations/webhooks/create";
/** `before`: messages older than one; `delivery`: that one opened. */
export const endpointPath = (endpoint: string, asked: { state?: string; before?: string; delivery?: string } = {}) =>
  `/admin/integrations/webhooks/${part(endpoint)}${query({ ...asked })}`;
export const apiDocsPath = () => "/api/docs";
export const openApiPath = () => "/api/v1/openapi.json";
export const officialReportPath = (period: string) => `/hr/evaluation/${part(period)}/report`;
export const samplePath = () => "/hr/samples";
