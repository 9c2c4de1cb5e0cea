import { type ContentProblem, problemAt } from "../content-problem";
import { type CourseSource, filePath } from "../course-source";
import { sha256 } from "../content-hash.server";
import { checkCaptions } from "./captions";
import { agrees, contentType } from "./media-content.server";
import { checkImage } from "./image-work.server";
import { bytesOf } from "./media-files.server";
import { isMedia, mediaRule } from "./media-kind";
import { scanPdf } from "./pdf-scan.server";

/**
 * The media of a course by their content: each what its name says, and nothing in it that could run or tell too much. `known`: hashes
 * that were looked at before (published ones); they are left out, so that a start of the platform opens no picture.
 */
export async function checkMedia(
  source: CourseSource,
  known: ReadonlySet<string> = new Set(),
): Promise<ContentProblem[]> {
  const problems: ContentProblem[] = [];
  for (const [path, file] of source.files) {
    if (!isMedia(path) || known.has(sha256(file))) continue;
    problems.push(...(await checkMedium(await bytesOf(file), path, filePath(source, path))));
  }
  return problems;
}

/** One medium; `file` is where it stands, for the problem. */
export async function checkMedium(bytes: Uint8Array, path: string, file: string): Promise<ContentProblem[]> {
  const type = await contentType(bytes, path);
  if (type.kind === "svg") return [problemAt(file, null, "image-svg")];
  if (mediaRule(path)?.kind === "captions") return captionProblems(bytes, file);
  if (!agrees(path, type)) {
    const found = type.kind === "other" ? type.found : type.ending;
    return [problemAt(file, null, "media-type", { path, found })];
  }
  if (type.kind === "image") return checkImage(bytes, file);
  return type.kind === "pdf" ? pdfProblems(bytes, file) : [];
}

export function captionProblems(bytes: Uint8Array, file: string): ContentProblem[] {
  try {
    return checkCaptions(new TextDecoder("utf-8", { fatal: true }).decode(bytes), file);
  } catch {
    return [problemAt(file, null, "file-encoding")];
  }
}

export function pdfProblems(bytes: Uint8Array, file: string): ContentProblem[] {
  const fault = scanPdf(bytes);
  if (!fault) return [];
  if (fault.kind === "active") return [problemAt(file, null, "pdf-active", { path: file, found: fault.found })];
  return [problemAt(file, null, fault.kind === "locked" ? "pdf-locked" : "media-damaged", { path: file })];
}
