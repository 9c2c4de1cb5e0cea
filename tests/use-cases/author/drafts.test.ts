import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/domain/audit/audit-event";
import type { SavedFile } from "~/domain/courses/drafts/draft";
import { listDraftFiles, loadDraftFiles, readDraftFile } from "~/domain/courses/drafts/draft-store.server";
import { db } from "~/platform/db.server";
import { openDraft } from "~/use-cases/author/open-draft";
import { saveFileOfDraft } from "~/use-cases/author/save-draft-file";
import { truncateAll, useDatabase } from "../../support/database";
import { publishRealCourse, REAL_COURSE } from "../../support/published-content";

useDatabase();

const NOW = new Date("2026-11-25T02:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const LAN: Actor = { accountId: "0b7e1f7a-0000-4000-8000-000000000001", name: "Nguyễn Thị Lan", ip: null };
const HAI: Actor = { accountId: "0b7e1f7a-0000-4000-8000-000000000002", name: "Trần Văn Hải", ip: null };
const LESSON = "lessons/01-tong-quan.mdx";
const text = (words: string) => new TextEncoder().encode(words);

async function save(input: { actor: Actor; words: string | null; over: number | null; path?: string; at?: Date }) {
  const { actor, words, over, path = LESSON, at = NOW } = input;
  return saveFileOfDraft({ slug: REAL_COURSE, path, bytes: words === null ? null : text(words), over, actor, now: at });
}

const revisionOf = (saved: SavedFile) => {
  if (saved.kind !== "saved") throw new Error(saved.kind);
  return saved.revision;
};

describe("A draft of a course", () => {
  beforeAll(async () => {
    await truncateAll();
    await publishRealCourse(NOW);
  });

  it("begins with the files of the version that learners get, and two people who open it at once share it", async () => {
    const drafts = await Promise.all(
      [LAN, HAI, LAN, HAI].map((actor) => openDraft({ slug: REAL_COURSE, actor, now: NOW })),
    );
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(1);
    const files = await loadDraftFiles(db, drafts[0]!.id);
    const published = await db.courseFile.findMany({ where: { version: { currentOf: { slug: REAL_COURSE } } } });
    expect([...files.keys()]).toEqual(published.map(({ path }) => path).sort());
    expect(drafts[0]).toMatchObject({ state: "editing", baseNumber: 1 });
  });

  it("takes a save over the revision that the writer saw, and tells who was first when it is another one", async () => {
    const first = revisionOf(await save({ actor: LAN, words: "một", over: 1 }));
    const late = await save({ actor: HAI, words: "hai", over: 1, at: later(1) });
    expect(late).toMatchObject({ kind: "overtaken", revision: first, byName: LAN.name });
    expect(new TextDecoder().decode((late as { bytes: Uint8Array }).bytes)).toBe("một");
    expect(revisionOf(await save({ actor: HAI, words: "một và hai", over: first, at: later(1) }))).toBe(first + 1);
  });

  it("keeps what was there before, and each stretch of writing of a person as one step", async () => {
    const { id } = await openDraft({ slug: REAL_COURSE, actor: LAN, now: NOW });
    let over = (await readDraftFile(db, { draftId: id, path: LESSON }))!.revision;
    for (const seconds of [0, 20, 40]) {
      const at = new Date(later(10).getTime() + seconds * 1000);
      over = revisionOf(await save({ actor: LAN, words: `đang viết ${seconds}`, over, at }));
    }
    over = revisionOf(await save({ actor: LAN, words: "chiều viết tiếp", over, at: later(300) }));
    const kept = await db.draftFileRevision.findMany({
      where: { draftId: id, path: LESSON },
      orderBy: { revision: "asc" },
    });
    const words = kept.map(({ bytes }) => new TextDecoder().decode(bytes!));
    expect(words[0]).toContain("title:");
    expect(words.slice(1)).toEqual(["một", "một và hai", "đang viết 40", "chiều viết tiếp"]);
  });

  it("adds a file, takes it away and brings it back, each over what the writer saw", async () => {
    const path = "lessons/09-phu-luc.mdx";
    expect(await save({ actor: LAN, words: "mới", over: 3, path })).toMatchObject({ kind: "overtaken", bytes: null });
    expect(revisionOf(await save({ actor: LAN, words: "mới", over: null, path }))).toBe(1);
    expect(revisionOf(await save({ actor: LAN, words: null, over: 1, path }))).toBe(2);
    const { id } = await openDraft({ slug: REAL_COURSE, actor: LAN, now: NOW });
    expect((await listDraftFiles(db, id)).some((file) => file.path === path)).toBe(false);
    expect(await save({ actor: HAI, words: "khác", over: 1, path })).toMatchObject({ kind: "overtaken", revision: 2 });
    expect(revisionOf(await save({ actor: HAI, words: "trở lại", over: null, path, at: later(5) }))).toBe(3);
  });

  it("takes nothing while it is under review", async () => {
    const { id } = await openDraft({ slug: REAL_COURSE, actor: LAN, now: NOW });
    await db.courseDraft.update({ where: { id }, data: { state: "in_review" } });
    expect(await save({ actor: LAN, words: "x", over: 9 })).toEqual({ kind: "closed", state: "in_review" });
    await db.courseDraft.update({ where: { id }, data: { state: "editing" } });
  });
});
