import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import type { UnitNode } from "~/domain/organization/unit";
import type { OfficialViewer } from "~/http/viewer.server";
import { Problem } from "~/domain/problem";
import { db } from "~/platform/db.server";
import { files } from "~/platform/files/files.server";
import { closePeriod } from "~/use-cases/hr/close-period";
import { runJob } from "~/use-cases/system/run-job";
import { submitTest } from "~/use-cases/learner/submit-test";
import { buildLearner, buildUnit, buildViewer } from "../support/build";
import { publishSmallCourse } from "../support/course";
import { useDatabase } from "../support/database";
import { answerAll, beginTest, readAllLessons } from "../support/learner";
import { buildArgs } from "../support/request";

/**
 * Every route whose address names something of a person is asked for somebody else's, by somebody signed in, with an id
 * that exists. The list of routes is read from the folder: a new one with a parameter fails here until it has a line.
 */
useDatabase();

const now = new Date("2026-11-23T03:05:00Z");

type Thing =
  | "open attempt"
  | "closed attempt"
  | "certificate"
  | "official"
  | "account"
  | "supplement"
  | "job"
  | "local code"
  | "unit with a code"
  | "course turn"
  | "decision"
  | "period"
  | "webhook"
  | "closed period"
  | "objection"
  | "correction request";
type Asker =
  | "another official"
  | "the head of another unit"
  | "the HR of another unit"
  | "the administrator of another unit"
  | "an official of another unit"
  | "the training officer of another unit";

type Entry =
  | {
      param: string;
      /** What else the address names. */
      also?: (ids: Record<Thing, string>) => Record<string, string>;
      thing: Thing;
      asker: Asker;
      /** What is posted; each must be refused. */
      forms?: Record<string, string>[];
      /** The loader only leads to an address that has its own line here. */
      loaderLeadsTo?: RegExp;
    }
  /** The parameter names nothing of a person, or everybody may ask. */
  | { everybodys: string };

const NO_ID = "00000000-0000-4000-8000-000000000000";

type Owned = Extract<Entry, { thing: Thing }>;

const MATRIX: Record<string, Entry> = {
  "_learner.learn.attempts.$attempt._index": {
    param: "attempt",
    thing: "open attempt",
    asker: "another official",
    forms: [{ intent: "submit" }, { intent: "save" }, { intent: "review" }],
  },
  "_learner.learn.attempts.$attempt.answers": {
    param: "attempt",
    thing: "open attempt",
    asker: "another official",
    forms: [{ question: "q-1", sequence: "99", "q-1": "0" }],
    loaderLeadsTo: /^\/learn\/attempts\/[^/]+$/,
  },
  "_learner.learn.attempts.$attempt.result": { param: "attempt", thing: "closed attempt", asker: "another official" },
  "_learner.learn_.certificates.$serial": { param: "serial", thing: "certificate", asker: "another official" },
  "_learner.learn_.certificates.$serial_.pdf": { param: "serial", thing: "certificate", asker: "another official" },
  "_hr.hr.certificates.of.$serial": { param: "serial", thing: "certificate", asker: "the HR of another unit" },
  "_hr.hr.certificates.of.$serial_.pdf": { param: "serial", thing: "certificate", asker: "the HR of another unit" },
  "_hr.hr.certificates.of.$serial_.$action": {
    param: "serial",
    also: () => ({ action: "revoke" }),
    thing: "certificate",
    asker: "the HR of another unit",
    forms: ["look", "apply"].map((intent) => ({ intent, reasonClass: "other", reason: "Thu hồi thử" })),
  },
  "_hr.hr.certificates.templates_.$unit": {
    param: "unit",
    thing: "unit with a code",
    asker: "the HR of another unit",
    forms: [{ intent: "save", basedOn: "0" }],
  },
  "_hr.hr.certificates.templates_.$unit_.preview": {
    param: "unit",
    thing: "unit with a code",
    asker: "the HR of another unit",
    forms: [{ intent: "preview", basedOn: "0" }],
    loaderLeadsTo: /^\/hr\/certificates\/templates\/P-A$/,
  },
  "_learner.learn_.certificates.$serial_.signed-copy": {
    param: "serial",
    thing: "certificate",
    asker: "another official",
  },
  "_hr.hr.certificates_.$serial_.signed-copy": {
    param: "serial",
    thing: "certificate",
    asker: "the HR of another unit",
    forms: [{}],
  },
  "_hr.hr.certificates_.$serial_.signed-copy_.file": {
    param: "serial",
    thing: "certificate",
    asker: "the HR of another unit",
  },
  "_hr.hr.staff_.$official": { param: "official", thing: "official", asker: "the head of another unit" },
  "_hr.hr.staff_.$official_.conditions": {
    param: "official",
    thing: "official",
    asker: "the HR of another unit",
    forms: [
      { intent: "grant", timeFactor: "2", validFrom: "23/11/2026", reason: "Đơn đề nghị" },
      { intent: "revoke", accommodation: NO_ID, reason: "Cấp nhầm" },
    ],
  },
  "_learner.learn_.record_.$turn": { param: "turn", thing: "course turn", asker: "another official" },
  "_learner.learn_.record_.decisions.$decision": { param: "decision", thing: "decision", asker: "another official" },
  "_hr.hr.turns.$turn": { param: "turn", thing: "course turn", asker: "the head of another unit" },
  "_hr.hr.turns.$turn_.correct": {
    param: "turn",
    thing: "course turn",
    asker: "the HR of another unit",
    forms: ["show", "make", "edit"].flatMap((step) =>
      ["facts", "void", "restore"].map((kind) => ({
        step,
        kind,
        seen: "0",
        completedOn: "23/11/2026",
        scorePercent: "90",
        reason: "Đính chính nhầm người",
      })),
    ),
  },
  "_hr.hr.staff_.$official_.$post": {
    param: "official",
    thing: "official",
    asker: "the HR of another unit",
    also: () => ({ post: "transfer" }),
    forms: ["show", "make", "edit", "find-unit"].map((intent) => ({
      intent,
      unit: "P-B",
      positionTitle: "Kế toán",
      from: "20/11/2026",
      staffCategory: "cadre",
      decisionNumber: "1/QĐ",
      decidedOn: "20/11/2026",
    })),
  },
  "_hr.hr.staff_.$official_.leave": {
    param: "official",
    thing: "official",
    asker: "the HR of another unit",
    forms: ["show", "make", "edit"].map((intent) => ({
      intent,
      lastDay: "20/11/2026",
      reason: "retired",
      decisionNumber: "1/QĐ",
      decidedOn: "20/11/2026",
    })),
  },
  "_hr.hr.staff_.$official_.undo": {
    param: "official",
    thing: "official",
    asker: "the HR of another unit",
    forms: ["make", "again"].map((intent) => ({ intent, entry: "", reason: "Ghi nhầm người" })),
  },
  "_hr.hr.staff_.$official_.details": {
    param: "official",
    thing: "official",
    asker: "the HR of another unit",
    forms: ["show", "make", "edit"].map((intent) => ({
      intent,
      fullName: "Tên Khác",
      staffNumber: "KHAC1",
      reason: "Ghi sai tên",
      evidence: "Căn cước công dân",
    })),
  },
  "_hr.hr.decisions.$decision": { param: "decision", thing: "decision", asker: "the head of another unit" },
  "_hr.hr.staff_.$official_.recognise": {
    param: "official",
    thing: "official",
    asker: "the HR of another unit",
    forms: ["show", "make"].map((step) => ({
      step,
      course: "khoa-thu",
      cycle: "2027",
      decisionNumber: "1/QĐ",
      decidedOn: "20/11/2026",
      issuer: "Sở Nội vụ",
      learned: "Lớp bồi dưỡng ở nơi khác",
    })),
  },
  "_hr.hr.attempts.$attempt": {
    param: "attempt",
    thing: "closed attempt",
    asker: "the HR of another unit",
    forms: ["reopen", "add-time"].map((intent) => ({
      intent,
      minutes: "20",
      reason: "Mất điện",
      seen: now.toISOString(),
    })),
  },
  "_hr.hr.correction-requests.$request": {
    param: "request",
    thing: "correction request",
    asker: "the HR of another unit",
    forms: ["accepted", "rejected"].map((intent) => ({ intent, answer: "Đã xem" })),
  },
  "_admin.admin.accounts.$account": {
    param: "account",
    thing: "account",
    asker: "the administrator of another unit",
    forms: [
      { intent: "disable" },
      { intent: "enable" },
      { intent: "reset-password" },
      { intent: "grant", role: "hr", unit: "P-B" },
      { intent: "revoke", grantId: NO_ID },
    ],
  },
  "account.jobs.$job": { param: "job", thing: "job", asker: "another official" },
  "account.jobs.$job_.file": { param: "job", thing: "job", asker: "another official" },
  "_hr.hr.evaluation_.$period._index": { param: "period", thing: "period", asker: "the head of another unit" },
  "_hr.hr.evaluation_.$period_.edit": {
    param: "period",
    thing: "period",
    asker: "the HR of another unit",
    forms: [
      {
        title: "Khác",
        unit: "P-A",
        kind: "month",
        fromOn: "01/11/2026",
        toOn: "30/11/2026",
        cutOffOn: "30/11/2026",
        objectUntil: "30/11/2026",
      },
      {},
    ],
  },
  "_hr.hr.evaluation_.$period_.close": {
    param: "period",
    thing: "period",
    asker: "the HR of another unit",
    forms: [{ intent: "close" }, { intent: "reopen" }],
  },
  "_hr.hr.evaluation_.$period_.report": {
    param: "period",
    thing: "period",
    asker: "the HR of another unit",
    forms: [
      { intent: "report", unit: "P-A", place: "An Giang", symbol: "SNV", signerTitle: "Giám đốc", recipients: "Lưu" },
    ],
  },
  "_admin.admin.integrations.webhooks.$endpoint": {
    param: "endpoint",
    thing: "webhook",
    asker: "the administrator of another unit",
    forms: [
      ...["pause", "resume", "remove", "new-secret", "try"].map((intent) => ({ intent })),
      { intent: "send-again", delivery: NO_ID },
      { intent: "send-since", since: "23/11/2026" },
    ],
  },
  "_public.api.v1.$": { everybodys: "says only that there is no such address" },
  "api.v1.evaluation-periods.$period.evidence": {
    everybodys: "by token: api.test.ts asks with the tokens of other units",
  },
  "api.v1.evaluation-periods.$period.amendments": {
    everybodys: "by token: amendments-api.test.ts asks with the tokens of other units",
  },
  "_hr.hr.evaluation_.$period_.amendments": {
    param: "period",
    thing: "closed period",
    asker: "the head of another unit",
  },
  "_hr.hr.evaluation_.$period_.export.$format": {
    param: "period",
    also: () => ({ format: "json" }),
    thing: "period",
    asker: "the head of another unit",
  },
  "_hr.hr.evaluation_.$period_.objections._index": {
    param: "period",
    thing: "period",
    asker: "the HR of another unit",
  },
  "_hr.hr.evaluation_.$period_.objections.$objection": {
    param: "objection",
    also: ({ period }) => ({ period }),
    thing: "objection",
    asker: "the HR of another unit",
    forms: [{ verdict: "accepted", answer: "Đã sửa theo đề nghị." }, {}],
  },
  "_hr.hr.evaluation_.templates.$category": {
    everybodys: "a staff category; the unit comes from the scope, evaluation.test.ts asks for one outside it",
  },
  "_learner.learn_.evaluation.$period": {
    param: "period",
    thing: "period",
    asker: "an official of another unit",
    forms: [{ reason: "Không đúng với thực tế." }, {}],
  },
  "_learner.learn_.supplements.$supplement": {
    param: "supplement",
    thing: "supplement",
    asker: "another official",
    forms: [{}],
  },
  "_hr.hr.supplements.$supplement": { param: "supplement", thing: "supplement", asker: "the HR of another unit" },
  "_learner.learn_.code.$code": {
    param: "code",
    thing: "local code",
    asker: "an official of another unit",
    forms: [{ version: "1" }],
  },
  "_author.author.codes.$unit._index": {
    param: "unit",
    thing: "unit with a code",
    asker: "the training officer of another unit",
    forms: ["save", "publish"].map((intent) => ({ intent, over: "1", title: "Khác", text: "## Điều 1\nKhác." })),
  },
  "_author.author.codes.$unit.overlays": {
    param: "unit",
    thing: "unit with a code",
    asker: "the training officer of another unit",
    forms: [{ intent: "add", course: "khoa-thu", lesson: "mot", text: "Khác." }, { remove: NO_ID }],
  },
  "_author.author.documents_.$document": { everybodys: "a document of the register" },
  "_author.author.documents_.$document_.edit": { everybodys: "a document of the register, which is everybody's" },
  "_author.author.documents_.$document_.coverage": { everybodys: "a document of the register" },
  "_author.author.documents_.$document_.file": { everybodys: "a document of the register as a file" },
  "_author.author.documents_.$document_.law-change": {
    everybodys: "versions of courses; law-change.test.ts counts people within the scope alone",
  },
  "_author.author.supplements.$supplement": { everybodys: "what was published; only counts of people are in it" },
  "_author.author.reports.$report": { everybodys: "a report without the name of who sent it" },
  "_learner.learn.courses.$course.lessons.$lesson_.report": { everybodys: "a form on a lesson" },
  "_learner.learn.courses.$course._index": { everybodys: "a course; progress is always the reader's own" },
  "_learner.learn.courses.$course.lessons.$lesson": { everybodys: "a lesson" },
  "_learner.learn.courses.$course.test": { everybodys: "the rules of a test" },
  "_learner.media.$sha.$name": { everybodys: "pictures and files of courses, named by their content" },
  "_author.author.courses.$course._index": { everybodys: "a course in the library" },
  "_author.author.courses.$course.lessons.$lesson": { everybodys: "a lesson in the library" },
  "_author.author.courses.$course.test": { everybodys: "a test in the library" },
  "_author.author.courses.$course.statistics": { everybodys: "counts over everybody; nothing of a person is in them" },
  "_author.author.courses.$course.questions.$question.regrade": {
    everybodys: "a question; tests/routes/regrade.test.ts asks for people outside the scope",
  },
  "_author.author.courses.$course.regrades": {
    everybodys: "decisions on questions; only counts of people are in them",
  },
  "_author.author.courses.$course.marking._index": {
    everybodys: "papers of a course without names; tests/routes/care.test.ts asks for those outside the scope",
  },
  "_author.author.courses.$course.marking.$attempt.$question": {
    everybodys: "an answer without a name; tests/routes/care.test.ts asks for those outside the scope",
  },
  "_author.author.courses.$course.signals": {
    everybodys: "a course; tests/use-cases/author/signals.test.ts asks for people outside the scope",
  },
  "_author.author.courses.$course.export": { everybodys: "the files of a course" },
  "_author.author.import.$import": { everybodys: "a zip file handed up; training officers work on courses together" },
  "_author.author.courses.$course.draft.media": {
    everybodys: "media of a draft; training officers work on it together",
  },
  "_author.author.courses.$course.draft.word": { everybodys: "a document that becomes a lesson of a draft" },
  "_author.author.courses.$course.questions._index": { everybodys: "the bank of a course" },
  "_author.author.courses.$course.questions.export._index": { everybodys: "the bank of a course" },
  "_author.author.courses.$course.questions.export.$format": { everybodys: "the bank of a course as a file" },
  "_author.author.courses.$course.questions.import._index": { everybodys: "a form; nothing of a person is in it" },
  "_author.author.courses.$course.questions.import.$import": {
    everybodys: "questions handed up for a course; training officers work on a bank together",
  },
  "_author.author.courses.$course.draft_.review": {
    everybodys: "a draft of a course; who may do what with it is tried in use-cases/author/review.test.ts",
  },
  "_author.author.courses.$course.draft_.publish": { everybodys: "a draft of a course, and counts of people" },
  "_author.author.courses.$course.draft_.rebase": { everybodys: "a draft of a course" },
  "_author.author.courses.$course.compare": { everybodys: "two versions of a course" },
  "_author.author.courses.$course.versions": { everybodys: "the versions of a course, and counts of people" },
  "_author.author.courses.$course.test_.policy": { everybodys: "the rules of a test" },
  "_author.author.courses.$course.test_.blueprint": { everybodys: "how many questions a paper draws of what" },
  "_author.author.courses.$course.draft._index": {
    everybodys: "the draft of a course; training officers write in it together",
  },
  "_author.author.courses.$course.draft.settings": {
    everybodys: "the settings of a draft, and the names of those who may approve",
  },
  "_author.author.courses.$course.draft.trial": { everybodys: "a paper that nobody's attempt is made of" },
  "_author.author.courses.$course.questions.look": { everybodys: "checks what was sent; nothing is kept of it" },
  "_author.author.courses.$course.questions.create": { everybodys: "a question to be written" },
  "_author.author.courses.$course.questions.$question.edit": { everybodys: "a question of a bank" },
  "_author.author.courses.$course.draft_.lessons.$lesson": {
    everybodys: "a lesson of a draft; training officers write in it together",
  },
  "_author.author.courses.$course.draft_.files": {
    everybodys: "files of a draft; training officers work on it together",
  },
  "_author.author.courses.$course.draft_.upload": {
    everybodys: "files of a draft; training officers work on it together",
  },
  "_author.author.courses.$course.draft_.preview": { everybodys: "what a lesson of a draft would look like" },
  "_learner.learn.courses.$course.read-again.$question": {
    everybodys: "a part of a lesson; test-rules.test.ts asks for one that the reader's own answers did not make due",
  },
  "_hr.hr.units.$unit": { everybodys: "a unit; tests/routes/hr-scope.test.ts asks for those outside the scope" },
  "_hr.hr.export.$format": { everybodys: "a file format; hr-scope.test.ts asks for units outside the scope" },
  "_public.api.v1.certificates.$serial": { everybodys: "whoever holds a certificate in hand may check it" },
  "_public.verify.$serial": { everybodys: "whoever holds a certificate in hand may check it" },
  "_public.verify.$serial_.credential[.]json": { everybodys: "the same for programs; without the name" },
  "_public.status-lists.$issuer.$year.$part.$purpose": { everybodys: "bits of a register book; no name is in them" },
  "_public.$": { everybodys: "addresses that are none" },
};

interface RouteModule {
  loader?: (args: never) => unknown;
  action?: (args: never) => unknown;
}
const modules = import.meta.glob<RouteModule>("../../app/routes/**/*.{ts,tsx}");
const routes = Object.entries(modules).map(([file, load]) => ({
  name: file.replace(/^.*\/routes\//, "").replace(/\.tsx?$/, ""),
  load,
}));

let ids: Record<Thing, string>;
let owner: OfficialViewer, writer: OfficialViewer;
let owners: Record<Asker, Viewer>;
let askers: Record<Asker, Viewer>;

beforeAll(async () => {
  forgetVersions();
  const root = await buildUnit({ code: "AG" });
  const a: UnitNode = await buildUnit({ code: "P-A", parent: root });
  const b: UnitNode = await buildUnit({ code: "P-B", parent: root });
  const { slug } = await publishSmallCourse();
  owner = await buildLearner(a, "Nguyễn Thị Chủ Nhân");
  writer = await buildLearner(a, "Lê Văn Đang Làm");
  await readAllLessons(owner, slug, now);
  const closed = await beginTest(owner, slug, now);
  await answerAll(owner, closed, true, now);
  await submitTest({ viewer: owner, officialId: owner.official.id, attemptId: closed, form: null, now });
  await readAllLessons(writer, slug, now);
  const open = await beginTest(writer, slug, now);
  const { serial: certificate, id: certificateId } = (await db.certificate.findFirst())!;
  await signedCopyOf(certificateId);
  ids = {
    "open attempt": open,
    "closed attempt": closed,
    certificate,
    official: owner.official.id,
    account: owner.accountId,
    supplement: await supplementFor(owner),
    job: await jobOf(owner),
    ...(await periodsOf(a, owner)),
    webhook: await webhookOf(a),
    "correction request": await requestOf(owner),
    "local code": await codeOf(a),
    "unit with a code": a.code,
    "course turn": (await db.enrolment.findFirstOrThrow({ where: { officialId: owner.official.id } })).id,
    decision: await decisionFor(owner),
  };
  const inB = await buildLearner(b, "Phạm Thị Đơn Vị Khác");
  askers = {
    // Of the same unit, and further on in the same course: nothing but the name is different.
    "another official": await buildLearner(a, "Trần Văn Tò Mò"),
    "the head of another unit": await buildViewer({ unit: b, roles: [{ role: "head", unit: b }] }),
    "the HR of another unit": await buildViewer({ unit: b, roles: [{ role: "hr", unit: b }] }),
    "the administrator of another unit": await buildViewer({ unit: b, roles: [{ role: "administrator", unit: b }] }),
    "an official of another unit": inB,
    "the training officer of another unit": await buildViewer({
      unit: b,
      roles: [{ role: "training_officer", unit: b }],
    }),
  };
  await readAllLessons(askers["another official"] as OfficialViewer, slug, now);
  owners = {
    "another official": owner,
    "the head of another unit": await buildViewer({ unit: a, roles: [{ role: "head", unit: a }] }),
    "the HR of another unit": await buildViewer({ unit: a, roles: [{ role: "hr", unit: a }] }),
    "the administrator of another unit": await buildViewer({ unit: a, roles: [{ role: "administrator", unit: a }] }),
    "an official of another unit": owner,
    "the training officer of another unit": await buildViewer({
      unit: a,
      roles: [{ role: "training_officer", unit: a }],
    }),
  };
});

async function webhookOf(unit: UnitNode): Promise<string> {
  const { id } = await db.webhookEndpoint.create({
    data: {
      name: "Phần mềm đánh giá",
      url: "https://example.org/hook",
      secretSealed: new Uint8Array([1]),
      unitId: unit.id,
      events: ["certificate.issued"],
      createdAt: now,
      createdByName: "x",
    },
  });
  return id;
}

/** A supplement that this person owes, because of the course that they finished. */
async function supplementFor({ official }: OfficialViewer): Promise<string> {
  const completion = await db.completion.findFirstOrThrow({ where: { officialId: official.id } });
  const enrolment = await db.enrolment.findFirstOrThrow({ where: { officialId: official.id } });
  const { id } = await db.supplement.create({
    data: {
      courseId: completion.courseId,
      versionId: completion.versionId,
      upToNumber: 1,
      title: "Phần bổ sung",
      reason: "Luật mới",
      dueOn: new Date("2026-12-09"),
      parts: [{ lessonId: "mot", title: "Bài một", blocks: ["b-1"] }],
      questionIds: [],
      people: 1,
      publishedAt: now,
      publishedByName: "x",
      duties: { create: { officialId: official.id, enrolmentId: enrolment.id, completionId: completion.id } },
    },
  });
  return id;
}

/** A copy of the certificate that the agency signed. */
async function signedCopyOf(certificateId: string): Promise<void> {
  const sha256 = await files().put(new TextEncoder().encode("%PDF-1.7"));
  const signature = { signerName: "x", sameBy: "prefix", chain: "not-checked" };
  const row = { certificateId, sha256, size: 8, templateVersion: 1, signature, madeAt: now, madeByName: "x" };
  await db.certificateDocument.create({ data: { ...row, kind: "signedUpload" } });
}

/** An open period of a unit with an objection to it, and a closed one. */
async function periodsOf(unit: UnitNode, { official }: OfficialViewer) {
  const open = (month: string, last: string) =>
    db.evaluationPeriod.create({
      data: {
        unitId: unit.id,
        kind: "month",
        title: month,
        fromOn: new Date(`2026-${month}-01`),
        toOn: new Date(`2026-${month}-${last}`),
        cutOffOn: new Date(`2026-${month}-${last}`),
        objectUntil: new Date(`2026-${month}-${last}`),
        createdAt: now,
        createdByName: "x",
      },
    });
  const [period, october] = [await open("11", "30"), await open("10", "31")];
  const { id: objection } = await db.evaluationObjection.create({
    data: { periodId: period.id, officialId: official.id, rowLabel: "", reason: "Không đúng", madeAt: now },
  });
  const viewer = await buildViewer({ unit, roles: [{ role: "hr", unit }] });
  const closing = await closePeriod({ periodId: october.id, scope: [unit.path], viewer, now });
  if (closing.kind === "begun") await runJob(closing.jobId);
  return { period: period.id, "closed period": october.id, objection };
}

/** What this person asked to be corrected. */
async function requestOf({ official }: OfficialViewer): Promise<string> {
  const data = { officialId: official.id, subject: "name", text: "Sai dấu", askedAt: now };
  return (await db.correctionRequest.create({ data })).id;
}

/** Long work that this person asked for, with its file. */
async function jobOf({ accountId }: Viewer): Promise<string> {
  const sha256 = await files().put(new TextEncoder().encode("tệp"));
  const file = { sha256, name: "tệp.txt", type: "text/plain", size: 5 };
  const { id } = await db.longJob.create({
    data: {
      kind: "x",
      label: "x",
      input: {},
      state: "done",
      outcome: { file },
      fileSha256: sha256,
      requestedBy: accountId,
      requestedByName: "x",
      requestedAt: now,
      finishedAt: now,
    },
  });
  return id;
}

/** A decision on what this person learned elsewhere, with its file. */
async function decisionFor({ official }: OfficialViewer): Promise<string> {
  const { courseId } = await db.completion.findFirstOrThrow({ where: { officialId: official.id } });
  const { id } = await db.recognisedLearning.create({
    data: {
      officialId: official.id,
      courseId,
      cycle: "2025",
      decisionNumber: "1/QĐ",
      decidedOn: new Date("2025-11-20"),
      issuer: "Sở Nội vụ",
      learned: "Lớp bồi dưỡng",
      fileName: "quyet-dinh.pdf",
      fileType: "application/pdf",
      fileSha256: await files().put(Buffer.from("%PDF-1.7")),
      recordedAt: now,
      recordedByName: "x",
    },
  });
  return id;
}

async function codeOf(unit: UnitNode): Promise<string> {
  const text = { title: "Quy tắc", decisionNumber: "1/QĐ", text: "## Điều 1\nMột." };
  const { id } = await db.localCode.create({
    data: { ...text, unitId: unit.id, updatedAt: now, updatedByName: "x" },
  });
  await db.localCodeVersion.create({
    data: { ...text, codeId: id, number: 1, decidedOn: new Date("2026-11-02"), publishedAt: now, publishedByName: "x" },
  });
  return id;
}

async function answerTo(
  handler: RouteModule["loader"],
  input: { viewer: Viewer; entry: Owned; id: string; form?: Record<string, string> },
) {
  const { viewer, entry, id, form } = input;
  const params = { ...entry.also?.(ids), [entry.param]: id };
  const args = buildArgs({ viewer, url: `/x/${id}`, params, form, now });
  try {
    return { kind: "answer", value: await handler!(args as never) } as const;
  } catch (thrown) {
    if (thrown instanceof Response) return { kind: "answer", value: thrown } as const;
    if (thrown instanceof Problem) return { kind: "problem", code: thrown.code } as const;
    throw thrown;
  }
}

/** Everything that belongs to somebody, to see that nothing of it has moved. */
async function everything(): Promise<string> {
  const rows = await Promise.all([
    db.attempt.findMany({ orderBy: { id: "asc" } }),
    db.answer.findMany({ orderBy: [{ attemptId: "asc" }, { questionId: "asc" }] }),
    db.account.findMany({ orderBy: { id: "asc" } }),
    db.roleGrant.findMany({ orderBy: { id: "asc" } }),
    db.completion.findMany({ orderBy: { id: "asc" } }),
    db.certificateEvent.findMany({ orderBy: { id: "asc" } }),
    db.certificateTurn.findMany(),
    db.certificateTemplate.findMany(),
    db.accommodation.findMany({ orderBy: { id: "asc" } }),
    db.attemptEvent.findMany({ orderBy: { id: "asc" } }),
    db.marking.findMany({ orderBy: { id: "asc" } }),
    db.auditEvent.findMany({ orderBy: { id: "asc" } }),
    db.recognisedLearning.findMany(),
    db.enrolment.findMany({ orderBy: { id: "asc" } }),
    db.supplementCompletion.findMany(),
    db.codeAcknowledgement.findMany(),
    db.localCode.findMany(),
    db.localCodeVersion.findMany(),
    db.localOverlay.findMany(),
    db.evaluationPeriod.findMany(),
    db.evaluationObjection.findMany(),
    db.evaluationObjectionAnswer.findMany(),
    db.correctionRequest.findMany(),
    db.longJob.findMany({ orderBy: { id: "asc" } }),
    db.webhookEndpoint.findMany(),
    db.webhookDelivery.findMany({ orderBy: { id: "asc" } }),
  ]);
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

test("every route with a parameter has a line, and every line a route", () => {
  const withParameter = routes.map(({ name }) => name).filter((name) => name.includes("$"));
  expect(withParameter.length).toBeGreaterThan(0);
  expect(
    withParameter.filter((name) => !(name in MATRIX)),
    "routes without a line",
  ).toEqual([]);
  expect(
    Object.keys(MATRIX).filter((name) => !withParameter.includes(name)),
    "lines without a route",
  ).toEqual([]);
});

const owned = routes.flatMap(({ name, load }) => {
  const entry = MATRIX[name];
  return entry && "thing" in entry ? [{ name, load, entry }] : [];
});

describe.each(owned)("$name", ({ load, entry }) => {
  const { thing, asker } = entry;

  test("opens for whom it belongs to", async () => {
    const { loader } = await load();
    if (!loader || entry.loaderLeadsTo) return;
    const viewer = thing === "open attempt" ? writer : owners[asker];
    const answer = await answerTo(loader, { viewer, entry, id: ids[thing] });
    expect(answer.kind).toBe("answer");
    if (answer.kind === "answer" && answer.value instanceof Response) expect(answer.value.status).toBe(200);
  });

  test(`is not found by ${asker}`, async () => {
    const { loader } = await load();
    if (!loader) return;
    const answer = await answerTo(loader, { viewer: askers[asker], entry, id: ids[thing] });
    if (!entry.loaderLeadsTo) return void expect(answer).toEqual({ kind: "problem", code: "not-found" });
    const leadsTo =
      answer.kind === "answer" && answer.value instanceof Response ? answer.value.headers.get("location") : null;
    expect(leadsTo).toMatch(entry.loaderLeadsTo);
  });

  test(`takes nothing from ${asker}, and nothing changes`, async () => {
    const { action } = await load();
    expect(entry.forms !== undefined, "a route has forms here when it has an action").toBe(action !== undefined);
    const before = await everything();
    for (const form of entry.forms ?? []) {
      const answer = await answerTo(action, { viewer: askers[asker], entry, id: ids[thing], form });
      expect(answer, JSON.stringify(form)).toEqual({ kind: "problem", code: "not-found" });
    }
    expect(await everything()).toBe(before);
  });

  test.each(["khong-co", NO_ID, "' OR 1=1 --", "../x"])(
    "an id like %s is not found either, and is no fault",
    async (id) => {
      const { loader } = await load();
      if (!loader || entry.loaderLeadsTo) return;
      expect(await answerTo(loader, { viewer: owners[asker], entry, id })).toEqual({
        kind: "problem",
        code: "not-found",
      });
    },
  );
});
