import { type ContentProblem, problemAt } from "../content-problem";
import { captionProblems, pdfProblems } from "./check-media.server";
import { cleanImage } from "./image-work.server";
import { contentType } from "./media-content.server";
import { MEDIA_KINDS, type MediaKind } from "./media-kind";
import type { ImageSize } from "./media-store.server";

/** A file as somebody hands it up, with what they say about it. */
export interface HandedUp {
  fileName: string;
  bytes: Uint8Array;
  alt: string;
  /** Captions of a video; "kept": those that are there stay. */
  captions: Uint8Array | "kept" | null;
  /** What is said in a recording. */
  transcript: string;
}

export interface PreparedMedium {
  kind: MediaKind;
  ending: string;
  bytes: Uint8Array;
  size: ImageSize | null;
  alt: string;
  captions: Uint8Array | null;
  transcript: string | null;
}

export type MediumField = "file" | "alt" | "captions" | "transcript";
export type MediumFault =
  | { field: MediumField; reason: "problem"; problem: ContentProblem }
  | { field: "file"; reason: "empty" | "other-kind" }
  | { field: "file"; reason: "too-large" | "course-count" | "course-total"; limit: number }
  | { field: "alt"; reason: "needs-alt" | "needs-title" }
  | { field: "captions"; reason: "needs-captions" }
  | { field: "transcript"; reason: "needs-transcript" };

/** A file as a course may hold it, or all that keeps it from being one. */
export async function prepareMedium(given: HandedUp): Promise<PreparedMedium | MediumFault[]> {
  const { bytes, fileName, alt, captions, transcript } = given;
  if (bytes.length === 0) return [{ field: "file", reason: "empty" }];
  const type = await contentType(bytes, fileName);
  const asProblem = (field: MediumField, problem: ContentProblem): MediumFault => ({
    field,
    reason: "problem",
    problem,
  });
  if (type.kind === "svg") return [asProblem("file", problemAt(fileName, null, "image-svg"))];
  if (type.kind === "other") {
    return [asProblem("file", problemAt(fileName, null, "media-kind", { path: fileName, found: type.found }))];
  }
  const { kind, ending } = type;
  const limitKb = MEDIA_KINDS.find((rule) => rule.kind === kind)!.uploadKb;
  if (bytes.length > limitKb * 1024) return [{ field: "file", reason: "too-large", limit: limitKb / 1024 }];
  const faults: MediumFault[] = [];
  if (alt === "" && kind !== "captions") {
    faults.push({ field: "alt", reason: kind === "image" ? "needs-alt" : "needs-title" });
  }
  const file = (problems: readonly ContentProblem[]) =>
    void faults.push(...problems.map((one) => asProblem("file", one)));
  if (kind === "video") {
    if (!captions) faults.push({ field: "captions", reason: "needs-captions" });
    else if (captions !== "kept")
      faults.push(...captionProblems(captions, fileName).map((one) => asProblem("captions", one)));
  }
  if (kind === "audio" && transcript === "") faults.push({ field: "transcript", reason: "needs-transcript" });
  if (kind === "captions") file(captionProblems(bytes, fileName));
  if (kind === "pdf") file(pdfProblems(bytes, fileName));
  const said = {
    alt,
    captions: kind === "video" && captions !== "kept" ? captions : null,
    transcript: kind === "audio" ? transcript : null,
  };
  if (kind !== "image") return faults.length > 0 ? faults : { kind, ending, bytes, size: null, ...said };
  const image = await cleanImage(bytes, fileName);
  if ("rule" in image) file([image]);
  if ("rule" in image || faults.length > 0) return faults;
  const { width, height } = image;
  return { kind, ending: "webp", bytes: image.bytes, size: { width, height }, ...said };
}
