import { part, query } from "./address";

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
