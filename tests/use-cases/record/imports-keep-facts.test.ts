import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { findOpenDraft } from "~/domain/courses/drafts/draft-store.server";
import { insertArchive } from "~/domain/courses/intake/intake-store.server";
import { currentVersionOf, forgetVersions } from "~/domain/courses/version-cache.server";
import { moveUnderWay, versionsUnderWay } from "~/domain/enrolment/move-store.server";
import type { OfficialViewer } from "~/http/viewer.server";
import { db, inTransaction } from "~/platform/db.server";
import { zip } from "~/platform/zip.server";
import { applyImport } from "~/use-cases/author/apply-import";
import { applyIntake } from "~/use-cases/author/apply-intake";
import { checkImport } from "~/use-cases/author/check-import";
import { uploadQuestions } from "~/use-cases/author/upload-questions";
import { viewIntake } from "~/use-cases/author/view-intake";
import { applyAnswerFile } from "~/use-cases/hr/apply-answer-file";
import { explainPersonTurn } from "~/use-cases/hr/explain-person-turn";
import { finishLesson } from "~/use-cases/learner/finish-lesson";
import { openLesson } from "~/use-cases/learner/open-lesson";
import { startCourse } from "~/use-cases/learner/start-course";
import { submitTest } from "~/use-cases/learner/submit-test";
import { viewMyRecord } from "~/use-cases/learner/view-my-record";
import { publishFolder } from "~/use-cases/system/publish-folder";
import { buildAnswerFile } from "../../support/answer-files";
import { buildLearner, buildUnit, buildViewer } from "../../support/build";
import { useDatabase } from "../../support/database";
import { BASE, edition, type Edition, EDITION_SLUG as slug, filesOf } from "../../support/editions";
import { answerAll, beginTest } from "../../support/learner";
import { publishDraftFiles } from "../../support/publish-draft";

useDatabase();

const now = new Date("2026-11-26T03:00:00Z");
const later = new Date("2027-02-01T03:00:00Z");

const door = fc.constantFrom("folder" as const, "zip" as const, "questions" as const, "answers" as const);
const steps = fc.array(fc.record({ door, edition, move: fc.boolean() }), { minLength: 1, maxLength: 4 });

let contentDir: string;
let finished: OfficialViewer;
let failed: OfficialViewer;
let officer: Viewer;
let handedIn: string;
let rows: string[];
let told: string;

async function throughFolder(of: Edition): Promise<void> {
  const root = path.join(contentDir, "courses", slug);
  await rm(root, { recursive: true, force: true });
  for (const [name, content] of filesOf(of)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), content);
  }
  const { problems } = await publishFolder({ folder: contentDir, now: later });
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
}

async function throughZip(of: Edition): Promise<void> {
  const entries = [...filesOf(of)].map(([name, content]) => ({ name: `${slug}/${name}`, bytes: content }));
  const actor = { accountId: null, name: "Trần Thị Hạnh", ip: null };
  const id = await insertArchive(db, { fileName: "khoa.zip", bytes: await zip(entries, now), actor, now: later });
  const { content } = await viewIntake({ id, now: later });
  if (content.kind === "refused") throw new Error(JSON.stringify(content));
  const { seen } = content.plan;
  const answer = await applyIntake({ viewer: officer, id, seen, overDraft: true, facts: null, now: later });
  if (answer.kind === "refused") expect(answer.reason).toBe("nothing-new");
  await publishOpenDraft();
}

async function throughQuestions(of: Edition): Promise<void> {
  const file = { name: "cau-hoi.yaml", bytes: filesOf(of).get("bank/luyen-tap.yaml")! };
  const uploaded = await uploadQuestions({ viewer: officer, slug, file, format: null, defaults: {}, now: later });
  if (uploaded.kind !== "stored") throw new Error(uploaded.reason);
  const { over } = await checkImport({ slug, importId: uploaded.id });
  const titles = { "luyen-tap": "Luyện tập" };
  const choice = { over, replace: "all", leaveOut: false, titles, changeNote: "Nhập từ tệp" } as const;
  const answer = await applyImport({ viewer: officer, slug, importId: uploaded.id, ...choice, now: later });
  if (answer.kind === "refused") expect(answer.reason).toBe("nothing");
  await publishOpenDraft();
}

async function publishOpenDraft(): Promise<void> {
  if (await findOpenDraft(db, slug)) await publishDraftFiles({ slug, now: later });
}

/** A file of wrong answers for the paper that was passed. */
async function throughAnswers(): Promise<void> {
  const text = await buildAnswerFile({ viewer: finished, attemptId: handedIn, at: now, right: false });
  const scope = ["AG"];
  await applyAnswerFile({ viewer: officer, scope, text, reason: "Mất mạng", handIn: false, now: later });
}

async function moveEverybody(): Promise<void> {
  forgetVersions();
  const version = (await currentVersionOf(slug))!;
  const { courseId, id: to } = version;
  const unread = version.lessons.map(({ id }) => id);
  await inTransaction(async (tx) => {
    for (const from of await versionsUnderWay(tx, { courseId, but: to }))
      await moveUnderWay(tx, { courseId, from, to, unread });
  });
}

async function learn(viewer: OfficialViewer, right: boolean): Promise<string> {
  const { id: officialId } = viewer.official;
  await startCourse({ officialId, courseSlug: slug, now });
  await openLesson({ officialId, courseSlug: slug, lessonId: "bai-mot", now });
  await finishLesson({ viewer, officialId, courseSlug: slug, lessonId: "bai-mot", now });
  const attemptId = await beginTest(viewer, slug, now);
  await answerAll(viewer, attemptId, right, now);
  await submitTest({ viewer, officialId, attemptId, form: null, now });
  return attemptId;
}

/** The rows of the record, byte for byte: of what was given, of the papers that it rests on, and their hashes. */
async function kept(): Promise<string[]> {
  const ofTable = (table: string) =>
    db.$queryRawUnsafe<{ text: string }[]>(`SELECT to_jsonb(r)::text AS text FROM ${table} r ORDER BY 1`);
  const tables = ["completion", "certificate", "certificate_event", "attempt", "answer"];
  const hashes = "(SELECT * FROM record_entry WHERE table_name <> 'audit_event')";
  const found = await Promise.all([...tables, hashes].map(ofTable));
  return found.flat().map(({ text }) => text);
}

/** What was given, as the person's record and the explanation for HR tell it. */
async function facts(): Promise<string> {
  const { turns } = await viewMyRecord({ official: finished.official, now: later });
  const { standing, scorePercent, certificate } = turns[0]!;
  const turn = await db.enrolment.findFirstOrThrow({ where: { officialId: finished.official.id } });
  const { explanation } = await explainPersonTurn({ enrolmentId: turn.id, scope: ["AG"], now: later });
  return JSON.stringify({ standing, scorePercent, certificate, because: explanation.standing.because });
}

beforeAll(async () => {
  contentDir = await mkdtemp(path.join(tmpdir(), "chuan-muc-imports-"));
  await cp("content/documents", path.join(contentDir, "documents"), { recursive: true });
  const root = await buildUnit({ code: "AG" });
  const unit = await buildUnit({ code: "P-A", parent: root });
  officer = await buildViewer({
    unit: root,
    roles: [
      { role: "hr", unit: root },
      { role: "training_officer", unit: root },
    ],
  });
  await throughFolder(BASE);
  finished = await buildLearner(unit);
  failed = await buildLearner(unit);
  handedIn = await learn(finished, true);
  await learn(failed, false);
  expect(await db.certificate.count()).toBe(1);
  rows = await kept();
  told = await facts();
});
beforeEach(() => forgetVersions());
afterEach(() => forgetVersions());

test(
  "no import, whatever it brings in, through whatever door and in whatever order, changes or removes a fact",
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        for (const step of sequence) {
          forgetVersions();
          if (step.door === "folder") await throughFolder(step.edition);
          else if (step.door === "zip") await throughZip(step.edition);
          else if (step.door === "questions") await throughQuestions(step.edition);
          else await throughAnswers();
          if (step.move) await moveEverybody();
        }
        forgetVersions();
        expect(await kept()).toEqual(rows);
        expect(await facts()).toBe(told);
      }),
      { numRuns: 15 },
    );
    // The imports did become versions; otherwise nothing was tried.
    expect(await db.courseVersion.count()).toBeGreaterThan(8);
    await rm(contentDir, { recursive: true, force: true });
  },
);
