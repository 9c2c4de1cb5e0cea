import type { SubmissionResult } from "@conform-to/react";
import { cleanText } from "~/domain/courses/media/clean-words";
import { describeProblem } from "~/domain/courses/content-problem";
import type { HandedUp, MediumFault } from "~/domain/courses/media/prepare-medium.server";
import type { MediaUse } from "~/domain/courses/media/draft-media";
import type { Translate } from "~/ui/words/translate";

export interface UploadRow {
  /** What its fields are called by: "rows[0]", or "" when there is one file alone. */
  at: string;
  handedUp: HandedUp;
}

export const MOST_ROWS = 10;

/** The files of the form with what is said about each; rows without a file are left out. */
export async function readUploads(form: FormData): Promise<UploadRow[]> {
  const rows: UploadRow[] = [];
  const alone = form.get("file") instanceof File;
  const places = alone ? [""] : Array.from({ length: MOST_ROWS }, (_, index) => `rows[${index}]`);
  for (const at of places) {
    const name = (field: string) => (at === "" ? field : `${at}.${field}`);
    const file = form.get(name("file"));
    if (!(file instanceof File) || file.name === "") continue;
    const captions = form.get(name("captions"));
    const handedUp: HandedUp = {
      fileName: file.name.normalize("NFC").slice(0, 200),
      bytes: new Uint8Array(await file.arrayBuffer()),
      alt: textOf(form, name("alt")),
      captions: captions instanceof File && captions.size > 0 ? new Uint8Array(await captions.arrayBuffer()) : null,
      transcript: textOf(form, name("transcript")),
    };
    rows.push({ at, handedUp });
  }
  return rows;
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? cleanText(value) : "";
}

/** The form again with what is wrong in each row; a browser keeps no files, so the words of the others are not asked again. */
export function uploadResult(
  faults: readonly { row: UploadRow; faults: readonly MediumFault[] }[],
  t: Translate,
): SubmissionResult<string[]> {
  const error: Record<string, string[]> = {};
  const rows: Record<string, string>[] = [];
  faults.forEach(({ row, faults: found }, index) => {
    const { alt, transcript } = row.handedUp;
    rows.push({ alt, transcript });
    for (const fault of found) {
      const name = `rows[${index}].${fault.field}`;
      // A browser gives no file back: its name says which one is to be chosen again.
      (error[name] ??= []).push(`${row.handedUp.fileName}: ${faultInWords(fault, t)}`);
    }
  });
  return { status: "error", initialValue: { rows }, error };
}

export function faultInWords(fault: MediumFault, t: Translate): string {
  switch (fault.reason) {
    case "problem": {
      const { what, mend } = describeProblem(fault.problem, t.language);
      const line = fault.problem.line > 1 ? ` (${fault.problem.line})` : "";
      return `${what}${line} ${mend}`;
    }
    case "empty":
      return t("media.emptyFile");
    case "other-kind":
      return t("media.otherKind");
    case "too-large":
      return t("media.tooLarge", { limit: fault.limit });
    case "course-count":
      return t("media.courseCount", { limit: fault.limit });
    case "course-total":
      return t("media.courseTotal", { limit: fault.limit });
    case "needs-alt":
      return t("media.needsAlt");
    case "needs-title":
      return t("media.needsTitle");
    case "needs-captions":
      return t("media.needsCaptions");
    case "needs-transcript":
      return t("media.needsTranscript");
  }
}

export const lessonsInWords = (lessons: readonly MediaUse[]) => lessons.map(({ title }) => `“${title}”`).join(", ");
