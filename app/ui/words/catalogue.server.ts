import { accommodation as accommodationEn } from "./en/accommodation";
import { marking as markingEn } from "./en/marking";
import { answerFile as answerFileEn } from "./en/answer-file";
import { editor as editorEn } from "./en/editor";
import { errors as errorsEn } from "./en/errors";
import { media as mediaEn } from "./en/media";
import { word as wordEn } from "./en/word";
import { frame as frameEn } from "./en/frame";
import { kit as kitEn } from "./en/kit";
import { publicPages as publicPagesEn } from "./en/public";
import { learning as learningEn } from "./en/learning";
import { paper as paperEn } from "./en/paper";
import { result as resultEn } from "./en/result";
import { certificate as certificateEn } from "./en/certificate";
import { book as bookEn } from "./en/book";
import { template as templateEn } from "./en/template";
import { verify as verifyEn } from "./en/verify";
import { fileCheck as fileCheckEn } from "./en/file-check";
import { signedCopy as signedCopyEn } from "./en/signed-copy";
import { lesson as lessonEn } from "./en/lesson";
import { library as libraryEn } from "./en/library";
import { account as accountEn } from "./en/account";
import { accountForm as accountFormEn } from "./en/account-form";
import { audit as auditEn } from "./en/audit";
import { jobs as jobsEn } from "./en/jobs";
import { evaluation as evaluationEn } from "./en/evaluation";
import { signIn as signInEn } from "./en/sign-in";
import { assign as assignEn } from "./en/assign";
import { staff as staffEn } from "./en/staff";
import { staffChange as staffChangeEn } from "./en/staff-change";
import { signals as signalsEn } from "./en/signals";
import { statistics as statisticsEn } from "./en/statistics";
import { policy as policyEn } from "./en/policy";
import { bank as bankEn } from "./en/bank";
import { importing as importingEn } from "./en/importing";
import { intake as intakeEn } from "./en/intake";
import { played as playedEn } from "./en/played";
import { settings as settingsEn } from "./en/settings";
import { regrade as regradeEn } from "./en/regrade";
import { register as registerEn } from "./en/register";
import { supplement as supplementEn } from "./en/supplement";
import { localCode as localCodeEn } from "./en/local-code";
import { reports as reportsEn } from "./en/reports";
import { review as reviewEn } from "./en/review";
import { draft as draftEn } from "./en/draft";
import { blueprint as blueprintEn } from "./en/blueprint";
import { question as questionEn } from "./en/question";
import { record as recordEn } from "./en/record";
import { seals as sealsEn } from "./en/seals";
import { api as apiEn } from "./en/api";
import { integrations as integrationsEn } from "./en/integrations";
import { officialReport as officialReportEn } from "./en/official-report";
import { notice as noticeEn } from "./en/notice";
import { myData as myDataEn } from "./en/my-data";
import { retention as retentionEn } from "./en/retention";
import type { Language, Words } from "./translate";
import { accommodation } from "./vi/accommodation";
import { marking } from "./vi/marking";
import { answerFile } from "./vi/answer-file";
import { editor } from "./vi/editor";
import { errors } from "./vi/errors";
import { media } from "./vi/media";
import { word } from "./vi/word";
import { frame } from "./vi/frame";
import { kit } from "./vi/kit";
import { publicPages } from "./vi/public";
import { learning } from "./vi/learning";
import { paper } from "./vi/paper";
import { result } from "./vi/result";
import { certificate } from "./vi/certificate";
import { book } from "./vi/book";
import { template } from "./vi/template";
import { verify } from "./vi/verify";
import { fileCheck } from "./vi/file-check";
import { signedCopy } from "./vi/signed-copy";
import { lesson } from "./vi/lesson";
import { library } from "./vi/library";
import { account } from "./vi/account";
import { accountForm } from "./vi/account-form";
import { audit } from "./vi/audit";
import { jobs } from "./vi/jobs";
import { evaluation } from "./vi/evaluation";
import { signIn } from "./vi/sign-in";
import { assign } from "./vi/assign";
import { staff } from "./vi/staff";
import { staffChange } from "./vi/staff-change";
import { signals } from "./vi/signals";
import { statistics } from "./vi/statistics";
import { policy } from "./vi/policy";
import { bank } from "./vi/bank";
import { importing } from "./vi/importing";
import { intake } from "./vi/intake";
import { played } from "./vi/played";
import { settings } from "./vi/settings";
import { regrade } from "./vi/regrade";
import { reports } from "./vi/reports";
import { localCode } from "./vi/local-code";
import { supplement } from "./vi/supplement";
import { register } from "./vi/register";
import { review } from "./vi/review";
import { draft } from "./vi/draft";
import { blueprint } from "./vi/blueprint";
import { question } from "./vi/question";
import { record } from "./vi/record";
import { seals } from "./vi/seals";
import { api } from "./vi/api";
import { integrations } from "./vi/integrations";
import { officialReport } from "./vi/official-report";
import { notice } from "./vi/notice";
import { myData } from "./vi/my-data";
import { retention } from "./vi/retention";

// A new area: its two files imported above, and one line in each of the two lists.
const vi = {
  staff,
  staffChange,
  assign,
  frame,
  kit,
  public: publicPages,
  editor,
  errors,
  learning,
  paper,
  result,
  certificate,
  book,
  template,
  verify,
  signedCopy,
  fileCheck,
  lesson,
  library,
  statistics,
  signals,
  signIn,
  account,
  accountForm,
  audit,
  jobs,
  evaluation,
  settings,
  regrade,
  review,
  accommodation,
  answerFile,
  marking,
  policy,
  bank,
  importing,
  media,
  intake,
  played,
  register,
  supplement,
  localCode,
  reports,
  draft,
  blueprint,
  question,
  record,
  seals,
  word,
  api,
  integrations,
  officialReport,
  notice,
  myData,
  retention,
};

const en = {
  staff: staffEn,
  staffChange: staffChangeEn,
  assign: assignEn,
  frame: frameEn,
  kit: kitEn,
  public: publicPagesEn,
  editor: editorEn,
  errors: errorsEn,
  learning: learningEn,
  paper: paperEn,
  result: resultEn,
  certificate: certificateEn,
  book: bookEn,
  template: templateEn,
  verify: verifyEn,
  signedCopy: signedCopyEn,
  fileCheck: fileCheckEn,
  lesson: lessonEn,
  library: libraryEn,
  statistics: statisticsEn,
  signals: signalsEn,
  signIn: signInEn,
  account: accountEn,
  accountForm: accountFormEn,
  audit: auditEn,
  jobs: jobsEn,
  evaluation: evaluationEn,
  settings: settingsEn,
  regrade: regradeEn,
  review: reviewEn,
  accommodation: accommodationEn,
  answerFile: answerFileEn,
  marking: markingEn,
  policy: policyEn,
  bank: bankEn,
  importing: importingEn,
  media: mediaEn,
  intake: intakeEn,
  played: playedEn,
  register: registerEn,
  supplement: supplementEn,
  localCode: localCodeEn,
  reports: reportsEn,
  draft: draftEn,
  blueprint: blueprintEn,
  question: questionEn,
  record: recordEn,
  seals: sealsEn,
  word: wordEn,
  api: apiEn,
  integrations: integrationsEn,
  officialReport: officialReportEn,
  notice: noticeEn,
  myData: myDataEn,
  retention: retentionEn,
} satisfies Complete<typeof vi>;

export type AreaName = keyof typeof vi;
export type WordKey = { [Area in AreaName]: `${Area}.${keyof (typeof vi)[Area] & string}` }[AreaName];

export const catalogue: Record<Language, Words> = { vi, en };

/** English has every key of Vietnamese; a key `x_one` beside `x` may stand in one language alone. */
type Complete<Areas> = { [Area in keyof Areas]: Sentences<Areas[Area]> };
type Sentences<Area> = { readonly [Key in keyof Area as Key extends `${string}_one` ? never : Key]: string };

/** The keys of English that Vietnamese lacks: there are none, or this does not compile and names them. */
type Strangers = {
  [Area in AreaName]: Exclude<keyof (typeof en)[Area], keyof (typeof vi)[Area] | `${string}_one`>;
}[AreaName];
export type NoStrangers = Expect<Strangers>;
type Expect<Nothing extends never> = Nothing;
