import type { LessonSegment } from "~/domain/courses/course";
import type { ContentProblem } from "~/domain/courses/content-problem";
import { compileLesson } from "~/domain/courses/lesson/compile-lesson.server";
import { withCompiler } from "~/domain/courses/lesson/compiler-process.server";
import { LessonCheck } from "~/domain/courses/lesson/lesson-check";
import { checkTree } from "~/domain/courses/lesson/lesson-rules";
import { readLesson } from "~/domain/courses/lesson/syntax";
import { bytesOf } from "~/domain/courses/media/media-files.server";
import type { WordImage } from "~/domain/courses/paste/word-lesson";
import { isHash } from "~/platform/files/file-store";
import { StoredFile } from "~/platform/files/stored-file";

export interface WordPreview {
  segments: LessonSegment[];
  /** What the lesson's rules say about the text; while there is something the text is not drawn. */
  problems: ContentProblem[];
}

const FILE = "lessons/word.mdx";

/** The text of a document as a learner would see it, before it is part of any draft. */
export async function previewWord(input: {
  title: string;
  body: string;
  images: readonly WordImage[];
}): Promise<WordPreview> {
  const { title, body, images } = input;
  const read = readLesson(body, FILE);
  const media = new Set(images.map(({ path }) => path));
  const check = new LessonCheck(FILE, { register: new Map(), lessonIds: [], media });
  if (read.tree) checkTree(read.tree, check);
  // Words for pictures are asked for beside each; everything else is mended in the text.
  const problems = [...read.problems, ...check.problems].filter(({ rule }) => rule !== "image-no-alt");
  if (problems.length > 0) return { segments: [], problems };
  // No row names these pictures yet, so that they have no address.
  const shown = new Map<string, string>();
  for (const { path, sha256, size } of images) {
    const bytes = isHash(sha256) ? await bytesOf(new StoredFile(sha256, size)).catch(() => null) : null;
    if (bytes) shown.set(path, `data:image/webp;base64,${Buffer.from(bytes).toString("base64")}`);
  }
  const days = { reviewedOn: "", reviewedBy: "", reviewAgainBy: "" };
  const frontMatter = { id: "xem-thu", title: title || "…", summary: title, objectives: [], legalBasis: [], ...days };
  const lesson = { frontMatter, body: `\n${body}`, citations: [], sections: [] };
  const imageAddress = (path: string) => shown.get(path) ?? "";
  const compiled = await withCompiler(() =>
    compileLesson({ lesson, register: new Map(), imageAddress, fileSize: () => 0 }),
  );
  return { segments: compiled.segments, problems: [] };
}
