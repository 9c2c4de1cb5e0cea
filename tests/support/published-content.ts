import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { publishContent } from "~/use-cases/system/publish-content";

export const REAL_COURSE = "van-hoa-cong-vu";

/** Publishes the register and one course as they stand in `content/`. */
export async function publishRealCourse(now: Date): Promise<void> {
  const contentDir = await mkdtemp(path.join(tmpdir(), "chuan-muc-content-"));
  try {
    await cp("content/documents", path.join(contentDir, "documents"), { recursive: true });
    await cp(`content/courses/${REAL_COURSE}`, path.join(contentDir, "courses", REAL_COURSE), { recursive: true });
    await publishContent({ contentDir, now });
  } finally {
    await rm(contentDir, { recursive: true, force: true });
  }
}
