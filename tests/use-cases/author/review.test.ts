import { beforeEach, describe, expect, test } from "vitest";
import { db } from "~/platform/db.server";
import { decideOnDraft } from "~/use-cases/author/decide-on-draft";
import { answerRemarkOnDraft, remarkOnDraft, resolveRemarkOnDraft } from "~/use-cases/author/remark-on-draft";
import { saveFileOfDraft } from "~/use-cases/author/save-draft-file";
import { submitDraft, withdrawDraft } from "~/use-cases/author/submit-draft";
import { listRemarks } from "~/domain/courses/drafts/remark-store.server";
import { actorOf } from "~/domain/audit/audit-event";
import { useDatabase } from "../../support/database";
import {
  addSentence,
  approve,
  askForChanges,
  bytesOf,
  draftState,
  edit,
  LESSON,
  NOW,
  openStudio,
  slug,
  type Studio,
  submit,
} from "./review-case";

useDatabase();

let studio: Studio;
beforeEach(async () => {
  studio = await openStudio();
});

const audited = async (action: string) => db.auditEvent.findMany({ where: { action }, orderBy: { id: "asc" } });

describe("Sending a draft for review", () => {
  test("names the people, keeps the note, and closes the draft to writing", async () => {
    const { writer, reviewer, second } = studio;
    await edit(writer, LESSON, addSentence);
    const sent = await submit(writer, [reviewer, second], "Thêm một câu vào bài 1");
    expect(sent).toEqual({ kind: "sent", round: 1, reviewers: [reviewer.displayName, second.displayName].sort() });
    expect(await db.courseDraft.findFirst()).toMatchObject({
      state: "in_review",
      round: 1,
      changeNote: "Thêm một câu vào bài 1",
      submittedBy: writer.accountId,
      submittedAt: NOW,
    });
    const save = { slug, path: LESSON, bytes: bytesOf("x"), over: 2, actor: actorOf(writer), now: NOW };
    expect(await saveFileOfDraft(save)).toEqual({ kind: "closed", state: "in_review" });
    expect(await audited("draft.submitted")).toMatchObject([{ actorName: writer.displayName }]);
  });

  test("is refused with errors, which are named, and nothing changes", async () => {
    const { writer, reviewer } = studio;
    await edit(writer, LESSON, (text) => `${text}\n<KhongCo />\n`);
    const answer = await submit(writer, [reviewer]);
    expect(answer).toMatchObject({ kind: "refused", reason: "problems", problems: [{ rule: "unknown-component" }] });
    expect(await draftState()).toBe("editing");
    expect(await db.draftReviewer.count()).toBe(0);
    expect(await audited("draft.submitted")).toEqual([]);
  });

  test("is refused when nothing was changed, when nobody is named, or to somebody who cannot judge it", async () => {
    const { writer, reviewer, second, outsider } = studio;
    await edit(writer, LESSON, (text) => text);
    expect(await submit(writer, [reviewer])).toEqual({ kind: "refused", reason: "unchanged" });
    await edit(second, LESSON, addSentence, new Date(NOW.getTime() + 60_000));
    expect(await submit(writer, [])).toEqual({ kind: "refused", reason: "reviewers-missing" });
    for (const unfit of [writer, second, outsider]) {
      expect(await submit(writer, [reviewer, unfit])).toEqual({ kind: "refused", reason: "reviewer-unfit" });
    }
    expect(await submit(writer, [reviewer], "  ")).toEqual({ kind: "refused", reason: "note-missing" });
    expect(await submit(outsider, [reviewer])).toEqual({ kind: "refused", reason: "role" });
  });

  test("twice at once is one round", async () => {
    const { writer, reviewer } = studio;
    await edit(writer, LESSON, addSentence);
    const answers = await Promise.all([submit(writer, [reviewer]), submit(writer, [reviewer])]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["refused", "sent"]);
    expect(await db.draftReviewer.count()).toBe(1);
  });

  test("somebody whose account was closed is not asked", async () => {
    const { writer, reviewer } = studio;
    await edit(writer, LESSON, addSentence);
    await db.account.update({ where: { id: reviewer.accountId }, data: { disabledAt: NOW } });
    expect(await submit(writer, [reviewer])).toEqual({ kind: "refused", reason: "reviewer-unfit" });
  });
});

describe("A draft under review", () => {
  beforeEach(async () => {
    const { writer, reviewer, second } = studio;
    await edit(writer, LESSON, addSentence);
    await submit(writer, [reviewer, second]);
  });

  test("is approved when everybody named approved, each of the very files", async () => {
    const { reviewer, second } = studio;
    expect(await approve(reviewer, "Đồng ý")).toEqual({ kind: "decided", state: "in_review" });
    expect(await approve(reviewer)).toEqual({ kind: "refused", reason: "decided-already" });
    expect(await approve(second)).toEqual({ kind: "decided", state: "approved" });
    const rows = await db.draftReviewer.findMany();
    expect(new Set(rows.map(({ contentHash }) => contentHash)).size).toBe(1);
    expect(rows.map(({ decision }) => decision)).toEqual(["approved", "approved"]);
    expect(await audited("draft.decided")).toHaveLength(2);
  });

  test("is not approved by who sent it, by who was not named, or for files that were not shown", async () => {
    const { writer, reviewer, outsider } = studio;
    expect(await approve(writer)).toEqual({ kind: "refused", reason: "own-work" });
    expect(await approve(outsider)).toEqual({ kind: "refused", reason: "role" });
    const stale = {
      viewer: reviewer,
      slug,
      decision: "approved" as const,
      note: "",
      filesHash: "0".repeat(64),
      now: NOW,
    };
    expect(await decideOnDraft(stale)).toEqual({ kind: "refused", reason: "changed-since" });
    expect(await draftState()).toBe("in_review");
  });

  test("goes back with the first wish for changes, remarks and all, and comes again as a second round", async () => {
    const { writer, reviewer, second } = studio;
    await remarkOnDraft({
      viewer: reviewer,
      slug,
      path: LESSON,
      block: "b-1",
      quote: "Một câu",
      text: "Thiếu căn cứ",
      now: NOW,
    });
    expect(await askForChanges(reviewer, "")).toEqual({ kind: "refused", reason: "note-missing" });
    expect(await askForChanges(reviewer, "Xem góp ý")).toEqual({ kind: "decided", state: "editing" });
    expect(await approve(second)).toEqual({ kind: "refused", reason: "state" });
    await edit(writer, LESSON, addSentence);
    expect(await submit(writer, [second])).toMatchObject({ kind: "sent", round: 2 });
    expect(await approve(second)).toEqual({ kind: "decided", state: "approved" });
    const { id } = await db.courseDraft.findFirstOrThrow();
    expect(await listRemarks(db, { draftId: id })).toMatchObject([{ text: "Thiếu căn cứ", block: "b-1" }]);
    expect(await db.draftReviewer.count({ where: { round: 1 } })).toBe(2);
  });

  test("can be taken back, and is then open to writing", async () => {
    const { writer, outsider } = studio;
    expect(await withdrawDraft({ viewer: outsider, slug, now: NOW })).toEqual({ kind: "refused", reason: "role" });
    expect(await withdrawDraft({ viewer: writer, slug, now: NOW })).toEqual({ kind: "withdrawn" });
    expect(await withdrawDraft({ viewer: writer, slug, now: NOW })).toEqual({ kind: "refused", reason: "state" });
    await edit(writer, LESSON, addSentence);
    expect(await audited("draft.withdrawn")).toHaveLength(1);
  });

  test("two who decide at once leave one state", async () => {
    const { reviewer, second } = studio;
    const answers = await Promise.all([approve(reviewer), approve(second)]);
    expect(answers.map((each) => (each.kind === "decided" ? each.state : each.reason)).sort()).toEqual([
      "approved",
      "in_review",
    ]);
    expect(await draftState()).toBe("approved");
  });

  test("is remarked on, answered and settled; another draft's remarks and strange files are not found", async () => {
    const { writer, reviewer, outsider } = studio;
    const remark = { viewer: reviewer, slug, path: LESSON, block: null, quote: null, text: " Cần ví dụ ", now: NOW };
    expect(await remarkOnDraft(remark)).toEqual({ kind: "done" });
    const { id: draftId } = await db.courseDraft.findFirstOrThrow();
    const remarkId = (await listRemarks(db, { draftId }))[0]!.id;
    await answerRemarkOnDraft({ viewer: writer, slug, remarkId, text: "Đã thêm", now: NOW });
    await resolveRemarkOnDraft({ viewer: writer, slug, remarkId, resolved: true, now: NOW });
    expect(await listRemarks(db, { draftId })).toMatchObject([
      { text: "Cần ví dụ", answers: [{ text: "Đã thêm" }], resolvedByName: writer.displayName },
    ]);
    await resolveRemarkOnDraft({ viewer: reviewer, slug, remarkId, resolved: false, now: NOW });
    expect(await listRemarks(db, { draftId })).toMatchObject([{ resolvedAt: null, resolvedByName: null }]);
    expect(await remarkOnDraft({ ...remark, viewer: outsider })).toEqual({ kind: "refused", reason: "role" });
    await expect(remarkOnDraft({ ...remark, path: "lessons/99-khong-co.mdx" })).rejects.toMatchObject({
      code: "not-found",
    });
    const strange = { viewer: writer, slug, remarkId: draftId, text: "?", now: NOW };
    await expect(answerRemarkOnDraft(strange)).rejects.toMatchObject({ code: "not-found" });
  });
});

test("Without an open draft there is nothing to send", async () => {
  const input = { viewer: studio.writer, slug, reviewerIds: [], changeNote: "x", now: NOW };
  await expect(submitDraft(input)).rejects.toMatchObject({ code: "not-found" });
});
