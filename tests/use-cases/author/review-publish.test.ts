import { beforeEach, describe, expect, test } from "vitest";
import { courseVersion, currentVersionOf } from "~/domain/courses/version-cache.server";
import { filesHash } from "~/domain/courses/content-hash.server";
import { claimJob } from "~/domain/courses/drafts/publish-job-store.server";
import type { OfficialViewer } from "~/http/viewer.server";
import { db } from "~/platform/db.server";
import { forecastPublication, publicationJob, requestPublication } from "~/use-cases/author/publish-draft";
import { createDraft } from "~/domain/courses/drafts/draft-store.server";
import { readReview } from "~/domain/courses/drafts/review-store.server";
import { decideOnDraft } from "~/use-cases/author/decide-on-draft";
import { submitDraft, withdrawDraft } from "~/use-cases/author/submit-draft";
import { finishLesson } from "~/use-cases/learner/finish-lesson";
import { openLesson } from "~/use-cases/learner/open-lesson";
import { startTest } from "~/use-cases/learner/start-test";
import { startCourse } from "~/use-cases/learner/start-course";
import { runPublishJobs } from "~/use-cases/system/run-publish-jobs";
import { actorOf } from "~/domain/audit/audit-event";
import { buildLearner } from "../../support/build";
import { publishChangedFiles } from "../../support/publish-changes";
import { useDatabase } from "../../support/database";
import {
  addSentence,
  approve,
  approvedDraft,
  bytesOf,
  currentNumber,
  draftState,
  edit,
  LESSON,
  NOW,
  openStudio,
  publish,
  slug,
  STAY,
  type Studio,
  submit,
  textOf,
} from "./review-case";

useDatabase();

let studio: Studio;
beforeEach(async () => {
  studio = await openStudio();
});

async function learner(finished: string[] | "all", name?: string): Promise<OfficialViewer> {
  const viewer = await buildLearner(studio.root, name);
  const officialId = viewer.official.id;
  await startCourse({ officialId, courseSlug: slug, now: NOW });
  const outline = (await currentVersionOf(slug))!.manifest.lessons.map(({ id }) => id);
  for (const lessonId of finished === "all" ? outline : finished) {
    await openLesson({ officialId, courseSlug: slug, lessonId, now: NOW });
    await finishLesson({ viewer, officialId, courseSlug: slug, lessonId, now: NOW });
  }
  return viewer;
}

async function turnOf({ official }: OfficialViewer) {
  const turn = await db.enrolment.findFirstOrThrow({
    where: { officialId: official.id },
    include: { version: true, progress: { orderBy: { lessonId: "asc" } } },
  });
  return {
    version: turn.version.number,
    completedAt: turn.completedAt,
    finished: turn.progress.filter(({ finishedAt }) => finishedAt).map(({ lessonId }) => lessonId),
  };
}

const publishElsewhere = async () =>
  publishChangedFiles({
    actor: actorOf(studio.second),
    slug,
    over: (await currentNumber())!,
    change: (files) =>
      new Map([["test.yaml", bytesOf(textOf(files.get("test.yaml")).replace(/passPercent: \d+/, "passPercent: 65"))]]),
    changeNote: "Hạ mức đạt",
    now: NOW,
  });

describe("Publishing an approved draft", () => {
  test("makes a version of the very files that were approved, with the note of the draft", async () => {
    await approvedDraft(studio);
    expect(await publish(studio.second)).toMatchObject({ kind: "requested" });
    expect(await currentNumber()).toBe(2);
    const draft = await db.courseDraft.findFirstOrThrow({ include: { reviewers: true } });
    expect(draft).toMatchObject({ state: "published", closedAt: NOW });
    const version = await db.courseVersion.findUniqueOrThrow({
      where: { id: draft.publishedVersionId! },
      include: { files: { select: { path: true, sha256: true } } },
    });
    expect(version).toMatchObject({ number: 2, changeNote: "Thêm một câu", publishedBy: studio.second.accountId });
    expect(filesHash(version.files)).toBe(draft.reviewers[0]!.contentHash);
    expect(await publicationJob(slug)).toMatchObject({
      state: "done",
      step: "done",
      outcome: { kind: "published", number: 2, restored: false, moved: 0 },
    });
    const events = await db.auditEvent.findMany({ where: { action: "course.published" }, orderBy: { id: "desc" } });
    expect(events[0]).toMatchObject({ actorName: studio.second.displayName, after: { version: 2 } });
  });

  test("is for reviewers and others who approve, and not for who sent it or holds no such role", async () => {
    await approvedDraft(studio);
    const { writer, outsider, reviewer } = studio;
    expect(await publish(writer)).toEqual({ kind: "refused", reason: "own-work" });
    expect(await publish(outsider)).toEqual({ kind: "refused", reason: "role" });
    expect(await db.publishJob.count()).toBe(0);
    expect(await publish(reviewer)).toMatchObject({ kind: "requested" });
    expect(await currentNumber()).toBe(2);
  });

  test("does nothing before everybody approved", async () => {
    const { writer, reviewer, second } = studio;
    await edit(writer, LESSON, addSentence);
    await submit(writer, [reviewer, second]);
    await approve(reviewer);
    expect(await publish(reviewer)).toEqual({ kind: "refused", reason: "state" });
    expect(await currentNumber()).toBe(1);
  });

  test("of files that are not those that were approved is refused, also when they change after the button", async () => {
    await approvedDraft(studio);
    const asked = await requestPublication({ viewer: studio.reviewer, slug, wish: STAY, now: NOW });
    expect(asked.kind).toBe("requested");
    // Past all doors: as a fault of the storage would.
    await db.draftFile.updateMany({
      where: { path: LESSON },
      data: { bytes: bytesOf("khác"), sha256: "0".repeat(64) },
    });
    await runPublishJobs({ clock: () => NOW });
    expect(await publicationJob(slug)).toMatchObject({ state: "failed", outcome: { kind: "not-approved" } });
    expect(await publish(studio.reviewer)).toEqual({ kind: "refused", reason: "changed-since" });
    expect(await currentNumber()).toBe(1);
  });

  test("bytes under another hash than they have are found out too", async () => {
    await approvedDraft(studio);
    await requestPublication({ viewer: studio.reviewer, slug, wish: STAY, now: NOW });
    await db.draftFile.updateMany({ where: { path: LESSON }, data: { bytes: bytesOf("khác") } });
    await runPublishJobs({ clock: () => NOW });
    expect(await publicationJob(slug)).toMatchObject({ state: "failed", outcome: { kind: "not-approved" } });
  });

  test("pressed twice is done once", async () => {
    await approvedDraft(studio);
    const ask = () => requestPublication({ viewer: studio.reviewer, slug, wish: STAY, now: NOW });
    await Promise.all([ask(), ask()]);
    await Promise.all([runPublishJobs({ clock: () => NOW }), runPublishJobs({ clock: () => NOW })]);
    expect(await db.publishJob.count()).toBe(1);
    expect(await db.courseVersion.count()).toBe(2);
  });

  test("a withdrawal between the button and the work wins", async () => {
    await approvedDraft(studio);
    await requestPublication({ viewer: studio.reviewer, slug, wish: STAY, now: NOW });
    await withdrawDraft({ viewer: studio.writer, slug, now: NOW });
    await runPublishJobs({ clock: () => NOW });
    expect(await publicationJob(slug)).toMatchObject({ state: "failed", outcome: { kind: "not-approved" } });
    expect([await draftState(), await currentNumber()]).toEqual(["editing", 1]);
  });

  test("over another version than the draft began with publishes nothing and says so", async () => {
    await approvedDraft(studio);
    await requestPublication({ viewer: studio.reviewer, slug, wish: STAY, now: NOW });
    expect(await publishElsewhere()).toMatchObject({ kind: "published", number: 2 });
    await runPublishJobs({ clock: () => NOW });
    expect(await publicationJob(slug)).toMatchObject({ state: "failed", outcome: { kind: "overtaken", number: 2 } });
    expect(await publish(studio.reviewer)).toEqual({ kind: "refused", reason: "base-moved" });
    expect(await draftState()).toBe("approved");
  });

  test("shows how far it is, lesson by lesson", async () => {
    await approvedDraft(studio);
    const seen: string[] = [];
    await requestPublication({ viewer: studio.reviewer, slug, wish: STAY, now: NOW });
    const clock = () => {
      seen.push("tick");
      return NOW;
    };
    await runPublishJobs({ clock });
    const lessons = (await currentVersionOf(slug))!.lessons.length;
    expect(await publicationJob(slug)).toMatchObject({ lessonsDone: lessons, lessonsInAll: lessons });
    expect(seen.length).toBeGreaterThan(lessons);
  });

  test("taken up by a process that was killed is taken up again by another one, once it has been silent", async () => {
    await approvedDraft(studio);
    await requestPublication({ viewer: studio.reviewer, slug, wish: STAY, now: NOW });
    expect(await claimJob(db, NOW)).toMatchObject({ step: "checking", tries: 1 });
    const soon = new Date(NOW.getTime() + 10_000);
    expect(await runPublishJobs({ clock: () => soon })).toBe(0);
    const later = new Date(NOW.getTime() + 60_000);
    expect(await runPublishJobs({ clock: () => later })).toBe(1);
    expect(await publicationJob(slug)).toMatchObject({ state: "done", tries: 2 });
    expect(await currentNumber()).toBe(2);
  });

  test("a course that was never published gets its row, its first version, and is led by no folder", async () => {
    const { writer, reviewer } = studio;
    const files = await db.courseFile.findMany({ where: { version: { currentOf: { slug } } } });
    const fresh = new Map(
      files.map(({ path, bytes }) => [
        path,
        path === "course.yaml" ? bytesOf(textOf(bytes).replace(`slug: ${slug}`, "slug: khoa-moi")) : bytes!,
      ]),
    );
    const actor = actorOf(writer);
    await createDraft(db, { slug: "khoa-moi", courseId: null, baseVersionId: null, files: fresh, actor, now: NOW });
    const sent = await submitDraft({
      viewer: writer,
      slug: "khoa-moi",
      reviewerIds: [reviewer.accountId],
      changeNote: "Khóa học mới",
      now: NOW,
    });
    expect(sent.kind).toBe("sent");
    const hash = (await readReview(db, "khoa-moi"))!.situation.filesHash;
    await decideOnDraft({
      viewer: reviewer,
      slug: "khoa-moi",
      decision: "approved",
      note: "",
      filesHash: hash,
      now: NOW,
    });
    expect(await forecastPublication({ viewer: reviewer, slug: "khoa-moi", now: NOW })).toMatchObject({
      refusal: null,
      people: [],
      course: { isFirst: true },
    });
    await requestPublication({ viewer: reviewer, slug: "khoa-moi", wish: STAY, now: NOW });
    await runPublishJobs({ clock: () => NOW });
    expect((await currentVersionOf("khoa-moi"))!.number).toBe(1);
    const course = await db.course.findUniqueOrThrow({ where: { slug: "khoa-moi" } });
    expect(course).toMatchObject({ begunInBrowser: true, filesVersionId: null });
    expect(await db.courseDraft.findFirst({ where: { slug: "khoa-moi" } })).toMatchObject({ courseId: course.id });
  });
});

describe("People under way", () => {
  const first = "tong-quan";

  async function forecast() {
    return (await forecastPublication({ viewer: studio.reviewer, slug, now: NOW }))!;
  }

  test("stay on the version that they began with unless an officer decides otherwise", async () => {
    const an = await learner([first]);
    await approvedDraft(studio);
    expect(await forecast()).toMatchObject({
      refusal: null,
      people: [{ number: 1, underWay: 1, completed: 0, held: 0 }],
      move: { unread: { people: 1, readAgain: 1 }, keep: { people: 1, readAgain: 0 } },
      changedLessons: [(await currentVersionOf(slug))!.lesson(first)!.title],
    });
    await publish(studio.reviewer);
    expect(await turnOf(an)).toEqual({ version: 1, completedAt: null, finished: [first] });
    // Who begins now begins with the new one.
    expect(await turnOf(await learner([]))).toMatchObject({ version: 2 });
  });

  test("are moved with their progress; a lesson that changed is to be read again, or not, as was decided", async () => {
    const outline = (await currentVersionOf(slug))!.manifest.lessons.map(({ id }) => id);
    const an = await learner([first, outline[1]!]);
    await approvedDraft(studio);
    await publish(studio.reviewer, { underWay: "move", changedLessons: "unread" });
    expect(await turnOf(an)).toEqual({ version: 2, completedAt: null, finished: [outline[1]] });
    expect((await publicationJob(slug))!.outcome).toMatchObject({ moved: 1, completed: 0 });
    const [event] = await db.auditEvent.findMany({ where: { action: "course.people-moved" } });
    expect(event).toMatchObject({
      before: { version: 1 },
      after: { version: 2, people: 1, readAgain: 1, lessons: first },
    });
  });

  test("keep a changed lesson as done when that was decided", async () => {
    const an = await learner([first]);
    await approvedDraft(studio);
    await publish(studio.reviewer, { underWay: "move", changedLessons: "keep" });
    expect(await turnOf(an)).toEqual({ version: 2, completedAt: null, finished: [first] });
  });

  test("at a paper stay with it and with their version, and so do those who finished", async () => {
    const an = await learner("all");
    const begun = { viewer: an, officialId: an.official.id, courseSlug: slug, honour: true, now: NOW };
    expect(await startTest(begun)).toMatchObject({ kind: "started" });
    const binh = await learner([first]);
    await db.enrolment.updateMany({ where: { officialId: binh.official.id }, data: { completedAt: NOW } });
    const chi = await learner([first]);
    await approvedDraft(studio);
    expect(await forecast()).toMatchObject({
      people: [{ number: 1, underWay: 2, held: 1, completed: 1 }],
      move: { keep: { people: 1 } },
    });
    await publish(studio.reviewer, { underWay: "move", changedLessons: "unread" });
    expect([await turnOf(an), await turnOf(binh), await turnOf(chi)].map(({ version }) => version)).toEqual([1, 1, 2]);
    const attempt = await db.attempt.findFirstOrThrow();
    expect((await courseVersion(attempt.versionId)).number).toBe(1);
  });

  test("who has everything done by the new version completes the course with it", async () => {
    const outline = (await currentVersionOf(slug))!.manifest.lessons;
    const last = outline.at(-1)!.id;
    const an = await learner(
      outline.slice(0, -1).map(({ id }) => id),
      "Trần Thị Sắp Xong",
    );
    const binh = await learner([first]);
    const { writer, reviewer } = studio;
    // The last lesson is no longer required, and there is no test any more.
    await edit(writer, "test.yaml", () => null);
    await edit(writer, "course.yaml", (text) => {
      const at = text.indexOf(last);
      return text.slice(0, at) + text.slice(at).replace("required: true", "required: false");
    });
    expect(await submit(writer, [reviewer])).toMatchObject({ kind: "sent" });
    await approve(reviewer);
    expect((await forecast()).move.keep).toEqual({ people: 2, readAgain: 0, moreToRead: 0, complete: 1 });
    await publish(reviewer, { underWay: "move", changedLessons: "keep" });
    expect((await publicationJob(slug))!.outcome).toMatchObject({ moved: 2, completed: 1 });
    expect((await turnOf(an)).completedAt).not.toBeNull();
    expect((await turnOf(binh)).completedAt).toBeNull();
    expect(await db.certificate.count()).toBe(1);
  });
});
