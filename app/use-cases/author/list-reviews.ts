import type { Viewer } from "~/domain/auth/permissions";
import { readDraftFile } from "~/domain/courses/drafts/draft-store.server";
import type { ReviewEntry } from "~/domain/courses/drafts/review";
import { listReviews, readReview } from "~/domain/courses/drafts/review-store.server";
import { db } from "~/platform/db.server";

/** Drafts that are under review or approved, those that wait for this person first. */
export async function listOpenReviews(input: { viewer: Viewer }): Promise<ReviewEntry[]> {
  const entries = await listReviews(db, { accountId: input.viewer.accountId });
  // A course that was never published has its title in its draft alone.
  return Promise.all(
    entries.map(async (entry) => (entry.title === entry.slug ? { ...entry, title: await titleOf(entry.slug) } : entry)),
  );
}

async function titleOf(slug: string): Promise<string> {
  const review = await readReview(db, slug);
  const file = review && (await readDraftFile(db, { draftId: review.draft.id, path: "course.yaml" }));
  const line = file && /^title:[ \t]*(.+)$/m.exec(new TextDecoder().decode(file.bytes))?.[1];
  return line?.trim().replace(/^(["'])(.*)\1$/, "$2") ?? slug;
}
