import { beforeEach, describe, expect, test } from "vitest";
import { actorOf } from "~/domain/audit/audit-event";
import { listDraftFiles, loadDraftFiles } from "~/domain/courses/drafts/draft-store.server";
import { currentVersionOf, listPublishedCourses } from "~/domain/courses/version-cache.server";
import { db, inTransaction } from "~/platform/db.server";
import { assignCourse } from "~/use-cases/hr/assign-course";
import { enrolJoiner } from "~/use-cases/hr/enrol-joiner";
import { compareVersions } from "~/use-cases/author/compare-versions";
import { listLibrary } from "~/use-cases/author/list-library";
import { listOpenReviews } from "~/use-cases/author/list-reviews";
import { rebaseDraft, viewRebase } from "~/use-cases/author/rebase-draft";
import { restoreVersion } from "~/use-cases/author/restore-version";
import { offerCourseAgain, unpublishCourse } from "~/use-cases/author/unpublish-course";
import { viewReview, viewReviewLesson } from "~/use-cases/author/view-review";
import { listMyLearning } from "~/use-cases/learner/list-my-learning";
import { openLesson } from "~/use-cases/learner/open-lesson";
import { startCourse } from "~/use-cases/learner/start-course";
import { viewCourse } from "~/use-cases/learner/view-course";
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
  type Studio,
  submit,
  textOf,
} from "./review-case";

useDatabase();

let studio: Studio;
beforeEach(async () => {
  studio = await openStudio();
});

const OTHER = "lessons/02-tinh-than-thai-do.mdx";
const MARK = "Một câu được thêm vào bài.";

/** Somebody publishes over the draft: through another door, as a regrade or git would. */
async function publishMeanwhile(change: Record<string, (text: string) => string>, changeNote = "Ở cửa khác") {
  const answer = await publishChangedFiles({
    actor: actorOf(studio.second),
    slug,
    over: (await currentNumber())!,
    change: (files) =>
      new Map(Object.entries(change).map(([path, to]) => [path, bytesOf(to(textOf(files.get(path))))] as const)),
    changeNote,
    now: NOW,
  });
  if (answer.kind !== "published") throw new Error(answer.kind);
}
const easier = (yaml: string) => yaml.replace(/passPercent: \d+/, "passPercent: 65");
const stricter = (yaml: string) => yaml.replace(/passPercent: \d+/, "passPercent: 95");
const draftFile = async (path: string) => {
  const { id } = await db.courseDraft.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
  return textOf((await loadDraftFiles(db, id)).get(path));
};
const rebase = (over: number, choices: Record<string, "mine" | "theirs"> = {}) =>
  rebaseDraft({ viewer: studio.writer, slug, over, choices, now: NOW });

describe("A draft whose course got another version meanwhile", () => {
  test("takes by itself what only that version changed, and keeps what only the draft changed", async () => {
    await edit(studio.writer, LESSON, addSentence);
    await publishMeanwhile({ "test.yaml": easier });
    expect(await submit(studio.writer, [studio.reviewer])).toEqual({ kind: "refused", reason: "base-moved" });
    expect(await viewRebase({ slug })).toMatchObject({
      over: { number: 2, changeNote: "Ở cửa khác" },
      conflicts: [],
      taken: ["test.yaml"],
      kept: [LESSON],
    });
    expect(await rebase(2)).toEqual({ kind: "rebased", number: 2, taken: 1, kept: 1 });
    expect(await draftFile("test.yaml")).toContain("passPercent: 65");
    expect(await draftFile(LESSON)).toContain(MARK);
    expect(await submit(studio.writer, [studio.reviewer])).toMatchObject({ kind: "sent" });
    await approve(studio.reviewer);
    await publish(studio.reviewer);
    const version = (await currentVersionOf(slug))!;
    expect([version.number, version.manifest.test!.passPercent]).toEqual([3, 65]);
    expect(JSON.stringify(version.lessons)).toContain(MARK);
  });

  test("asks about a file that both changed; what is not chosen stays in its history", async () => {
    await edit(studio.writer, "test.yaml", stricter);
    await edit(studio.writer, LESSON, addSentence);
    await publishMeanwhile({ "test.yaml": easier });
    const view = (await viewRebase({ slug }))!;
    expect(view.conflicts).toMatchObject([{ path: "test.yaml", mine: true, theirs: true }]);
    const lines = view.conflicts[0]!.difference!.filter(({ kind }) => kind === "mine" || kind === "theirs");
    expect(lines.map(({ kind, text }) => `${kind} ${text.trim()}`)).toEqual([
      "mine passPercent: 95",
      "theirs passPercent: 65",
    ]);
    expect(await rebase(2)).toEqual({ kind: "refused", reason: "choose" });
    expect(await rebase(2, { "test.yaml": "theirs" })).toMatchObject({ kind: "rebased", taken: 1, kept: 1 });
    expect(await draftFile("test.yaml")).toContain("passPercent: 65");
    const history = await db.draftFileRevision.findMany({ where: { path: "test.yaml" }, orderBy: { revision: "asc" } });
    expect(history.map(({ bytes }) => /passPercent: (\d+)/.exec(textOf(bytes))![1])).toContain("95");
    const [event] = await db.auditEvent.findMany({ where: { action: "draft.rebased" } });
    expect(event).toMatchObject({ before: { version: 1 }, after: { version: 2, files: "test.yaml" } });
  });

  test("keeps its own side when that is chosen", async () => {
    await edit(studio.writer, "test.yaml", stricter);
    await publishMeanwhile({ "test.yaml": easier });
    expect(await rebase(2, { "test.yaml": "mine" })).toMatchObject({ kind: "rebased", taken: 0, kept: 1 });
    expect(await draftFile("test.yaml")).toContain("passPercent: 95");
    expect(await db.courseDraft.findFirst({ include: { baseVersion: true } })).toMatchObject({
      baseVersion: { number: 2 },
    });
    expect(await rebase(2)).toEqual({ kind: "stands" });
  });

  test("goes back to its writers when it was under review or approved: it is not what was looked at", async () => {
    await approvedDraft(studio);
    await publishMeanwhile({ "test.yaml": easier });
    expect(await rebase(2)).toMatchObject({ kind: "rebased" });
    expect(await draftState()).toBe("editing");
    expect(await publish(studio.reviewer)).toEqual({ kind: "refused", reason: "state" });
  });

  test("is not set upon a version that the page did not show, nor by who may not write", async () => {
    await edit(studio.writer, LESSON, addSentence);
    await publishMeanwhile({ "test.yaml": easier });
    await publishMeanwhile({ "test.yaml": stricter });
    expect(await rebase(2)).toEqual({ kind: "refused", reason: "overtaken" });
    const outsider = rebaseDraft({ viewer: studio.outsider, slug, over: 3, choices: {}, now: NOW });
    await expect(outsider).rejects.toMatchObject({ code: "forbidden" });
  });

  test("follows by itself a version with the same files, and stays approved", async () => {
    await approvedDraft(studio);
    // What a newer compiler or the changed name of a document makes: other pages, the same files.
    const course = await db.course.findUniqueOrThrow({ where: { slug } });
    const files = await db.courseFile.findMany({ where: { versionId: course.currentVersionId! } });
    const old = await db.courseVersion.findUniqueOrThrow({ where: { id: course.currentVersionId! } });
    const { id } = await db.courseVersion.create({
      data: {
        courseId: course.id,
        number: 2,
        contentHash: "neu",
        manifest: old.manifest as object,
        files: { create: files.map(({ path, sha256, bytes }) => ({ path, sha256, bytes })) },
      },
    });
    await db.course.update({ where: { id: course.id }, data: { currentVersionId: id } });
    expect(await publish(studio.reviewer)).toMatchObject({ kind: "requested" });
    expect(await currentNumber()).toBe(3);
  });
});

describe("What a reviewer finds", () => {
  test("are the changed files, the changed lesson block by block, and the rules in two versions", async () => {
    const { writer, reviewer } = studio;
    await edit(writer, LESSON, addSentence);
    await edit(writer, "test.yaml", stricter);
    await submit(writer, [reviewer]);
    const view = await viewReview({ viewer: reviewer, slug, now: NOW });
    expect(view.files).toEqual([
      { path: LESSON, kind: "changed" },
      { path: "test.yaml", kind: "changed" },
    ]);
    expect(view).toMatchObject({ isAsked: true, powers: { decide: true, submit: false }, movedTo: null });
    expect(view.comparison!.lessons.filter(({ kind }) => kind !== "same")).toMatchObject([
      { id: "tong-quan", kind: "changed", blocks: 1 },
    ]);
    expect(view.comparison!.test).toMatchObject({ changed: true, after: { passPercent: 95 } });
    expect(view.filesHash).toMatch(/^[0-9a-f]{64}$/);
    const page = await viewReviewLesson({ viewer: reviewer, slug, lessonId: "tong-quan", now: NOW });
    const changed = page.compared.rows.filter(({ kind }) => kind !== "same");
    expect(changed).toMatchObject([{ kind: "added" }]);
    expect(changed[0]!.after!.text).toBe(MARK);
    expect(page).toMatchObject({ path: LESSON, mayRemark: true, number: 1, inAll: 1 });
    await expect(viewReviewLesson({ viewer: reviewer, slug, lessonId: "khong-co", now: NOW })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("the list names first what waits for the one who looks", async () => {
    const { writer, reviewer, second } = studio;
    await edit(writer, LESSON, addSentence);
    expect(await listOpenReviews({ viewer: reviewer })).toEqual([]);
    await submit(writer, [reviewer]);
    expect(await listOpenReviews({ viewer: reviewer })).toMatchObject([{ slug, mine: true, state: "in_review" }]);
    expect(await listOpenReviews({ viewer: second })).toMatchObject([{ mine: false }]);
    await approve(reviewer);
    expect(await listOpenReviews({ viewer: reviewer })).toMatchObject([{ mine: false, state: "approved" }]);
  });

  test("those who can be asked are others who approve, and not who wrote last", async () => {
    const { writer, reviewer, second } = studio;
    await edit(writer, LESSON, addSentence);
    const asked = await viewReview({ viewer: second, slug, now: NOW });
    expect(asked.candidates.map(({ accountId }) => accountId)).toEqual([reviewer.accountId]);
  });

  test("a draft with errors is told by its errors, and shown as far as that goes", async () => {
    await edit(studio.writer, LESSON, (text) => `${text}\n<KhongCo />\n`);
    const view = await viewReview({ viewer: studio.writer, slug, now: NOW });
    expect(view).toMatchObject({ comparison: null, problems: [{ rule: "unknown-component" }] });
    expect(view.files).toHaveLength(1);
  });
});

describe("Any two versions, or a version and the draft", () => {
  test("are compared lesson by lesson, either way round", async () => {
    await publishMeanwhile({ [LESSON]: addSentence });
    await publishMeanwhile({ "test.yaml": easier });
    const ask = (from: number | null, to: number | "draft" | null, lessonId: string | null = null) =>
      compareVersions({ slug, from, to, lessonId, now: NOW });
    const changed = ({ comparison }: Awaited<ReturnType<typeof ask>>) =>
      comparison!.lessons.filter(({ kind }) => kind !== "same").map(({ id, blocks }) => [id, blocks]);
    expect(changed(await ask(1, 3))).toEqual([["tong-quan", 1]]);
    expect(changed(await ask(2, 3))).toEqual([]);
    expect((await ask(2, 3)).comparison!.test.changed).toBe(true);
    const [there, back] = [await ask(1, 2, "tong-quan"), await ask(2, 1, "tong-quan")];
    const kinds = ({ lesson }: typeof there) =>
      lesson!.compared.rows.map(({ kind }) => kind).filter((kind) => kind !== "same");
    expect([kinds(there), kinds(back)]).toEqual([["added"], ["removed"]]);
    // Unless it is said: the version in use against the one before, and a draft against the version in use.
    expect(await ask(null, null)).toMatchObject({ from: 2, to: 3 });
    await edit(studio.writer, OTHER, addSentence);
    expect(await ask(null, null)).toMatchObject({ from: 3, to: "draft", hasDraft: true });
    expect(changed(await ask(1, "draft"))).toEqual([
      ["tong-quan", 1],
      ["tinh-than-thai-do", 1],
    ]);
    await expect(ask(9, 1)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("A course that was taken out of use", () => {
  const title = async () => (await db.course.findUniqueOrThrow({ where: { slug } })).title;
  const unpublish = async (name?: string) =>
    unpublishCourse({
      viewer: studio.writer,
      slug,
      name: name ?? (await title()),
      reason: "Văn bản sắp thay đổi",
      now: NOW,
    });

  test("asks for its name, keeps the reason, and is told in the library", async () => {
    expect(await unpublish("Khóa khác")).toEqual({ kind: "refused", reason: "name" });
    expect(await unpublish(`  ${(await title()).toUpperCase()} `)).toEqual({ kind: "unpublished" });
    expect(await unpublish()).toEqual({ kind: "refused", reason: "already" });
    expect(await db.auditEvent.findFirst({ where: { action: "course.unpublished" } })).toMatchObject({
      after: { version: 1, reason: "Văn bản sắp thay đổi" },
    });
    expect(await listLibrary()).toMatchObject([{ slug, unpublished: true }]);
  });

  test("is begun by nobody and given to nobody, while who is under way goes on", async () => {
    const an = await buildLearner(studio.root);
    const [officialId, binh] = [an.official.id, (await buildLearner(studio.root)).official.id];
    await startCourse({ officialId, courseSlug: slug, now: NOW });
    await unpublish();
    expect(await listPublishedCourses()).toEqual([]);
    expect((await listMyLearning({ officialId: binh, now: NOW })).available).toEqual([]);
    await expect(viewCourse({ officialId: binh, courseSlug: slug, now: NOW })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(startCourse({ officialId: binh, courseSlug: slug, now: NOW })).rejects.toMatchObject({
      code: "not-found",
    });
    const wish = { scope: [studio.root.path], courseSlug: slug, unitCode: "AG", dueOn: "2026-12-20", now: NOW };
    await expect(assignCourse({ ...wish, actor: actorOf(studio.outsider), note: null })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await openLesson({ officialId, courseSlug: slug, lessonId: "tong-quan", now: NOW })).not.toBeNull();
    expect((await listMyLearning({ officialId, now: NOW })).underWay).toHaveLength(1);
  });

  test("waits, for who was asked to take it and has not begun, and says so", async () => {
    const { official } = await buildLearner(studio.root);
    const officialId = official.id;
    const wish = { scope: [studio.root.path], courseSlug: slug, unitCode: "AG", dueOn: "2026-12-20", now: NOW };
    await assignCourse({ ...wish, actor: actorOf(studio.outsider), note: null });
    await unpublish();
    expect(await startCourse({ officialId, courseSlug: slug, now: NOW })).toEqual({ lessonId: null });
    const overview = await listMyLearning({ officialId, now: NOW });
    expect(overview.next).toBeNull();
    expect(overview.due).toMatchObject([{ next: { kind: "not-offered" } }]);
    expect((await viewCourse({ officialId, courseSlug: slug, now: NOW })).begun).toBe(false);
    // Who joins the unit meanwhile is asked like everybody there.
    const joiner = (await buildLearner(studio.root)).official.id;
    const joins = { officialId: joiner, unitPath: studio.root.path, now: NOW };
    expect(await inTransaction((tx) => enrolJoiner(tx, joins))).toBe(1);
    expect((await listMyLearning({ officialId: joiner, now: NOW })).due).toMatchObject([
      { next: { kind: "not-offered" } },
    ]);
    await offerCourseAgain({ viewer: studio.writer, slug, now: NOW });
    for (const each of [officialId, joiner]) {
      expect((await startCourse({ officialId: each, courseSlug: slug, now: NOW })).lessonId).toBe("tong-quan");
    }
  });

  test("stays out of use when a version comes through another door, and is offered again with a draft that is published", async () => {
    await unpublish();
    await publishMeanwhile({ "test.yaml": easier });
    expect(await listPublishedCourses()).toEqual([]);
    await approvedDraft(studio);
    await publish(studio.reviewer);
    expect(await listPublishedCourses()).toMatchObject([{ slug }]);
    expect(await db.auditEvent.count({ where: { action: "course.offered-again" } })).toBe(1);
  });
});

describe("An earlier version", () => {
  const restore = (number: number, over: number) =>
    restoreVersion({ viewer: studio.reviewer, slug, number, over, note: "Bản mới có lỗi", now: NOW });

  test("comes back as the current one, itself and no copy, with the note in the trail", async () => {
    await publishMeanwhile({ "test.yaml": easier });
    expect(await restore(1, 2)).toEqual({ kind: "restored", number: 1 });
    expect(await currentNumber()).toBe(1);
    expect(await db.courseVersion.count()).toBe(2);
    const [event] = await db.auditEvent.findMany({ where: { action: "course.published" }, orderBy: { id: "desc" } });
    expect(event).toMatchObject({ after: { version: 1, changeNote: "Bản mới có lỗi" } });
  });

  test("does not come back over a version that the page did not show, nor when it is current, nor when there is none", async () => {
    await publishMeanwhile({ "test.yaml": easier });
    await publishMeanwhile({ "test.yaml": stricter });
    expect(await restore(1, 2)).toEqual({ kind: "refused", reason: "overtaken" });
    expect(await restore(3, 3)).toEqual({ kind: "refused", reason: "current" });
    await expect(restore(9, 3)).rejects.toMatchObject({ code: "not-found" });
  });

  test("that cites what has expired since does not come back, and says where", async () => {
    await publishMeanwhile({ "test.yaml": easier });
    await db.legalDocument.update({ where: { number: "1847/QĐ-TTg" }, data: { status: "expired" } });
    expect(await restore(1, 2)).toMatchObject({ kind: "refused", reason: "problems" });
    expect(await currentNumber()).toBe(2);
  });

  test("with another name of a document since is made anew from the same files", async () => {
    await publishMeanwhile({ "test.yaml": easier });
    await db.legalDocument.update({ where: { number: "1847/QĐ-TTg" }, data: { title: "Tên đã sửa" } });
    expect(await restore(1, 2)).toEqual({ kind: "restored", number: 3 });
    const files = async (number: number) =>
      (await db.courseFile.findMany({ where: { version: { number } }, orderBy: { path: "asc" } })).map(
        (file) => file.sha256,
      );
    expect(await files(3)).toEqual(await files(1));
  });
});

test("The files of a draft are those of its base but for what was written", async () => {
  await edit(studio.writer, LESSON, addSentence);
  const { id, baseVersionId } = await db.courseDraft.findFirstOrThrow();
  const base = await db.courseFile.findMany({ where: { versionId: baseVersionId! } });
  const changed = (await listDraftFiles(db, id)).filter(
    ({ path, sha256 }) => base.find((file) => file.path === path)?.sha256 !== sha256,
  );
  expect(changed.map(({ path }) => path)).toEqual([LESSON]);
});
