import { saveReadingPlace } from "~/domain/enrolment/lesson-progress-store.server";
import { badRequest } from "~/domain/problem";

/** Keeps the block at which reading stopped, so that the next visit can go on from there. */
export async function keepReadingPlace(input: {
  officialId: string;
  courseSlug: string;
  lessonId: string;
  blockId: string;
  now: Date;
}): Promise<void> {
  if (!/^[a-z0-9-]{1,80}$/.test(input.blockId)) throw badRequest("block id");
  await saveReadingPlace(input);
}
