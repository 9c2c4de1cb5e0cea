import { timingSafeEqual } from "node:crypto";
import { keyedHash } from "~/platform/sealed.server";

/**
 * Opens the files of one package to one frame for some hours. The frame has an origin of its own, which sends no cookies: its
 * address is what it is known by.
 */
export interface PackagePass {
  versionId: string;
  lessonId: string;
  /** Whose progress is kept; null: an officer looks at it, and nothing is kept. */
  enrolmentId: string | null;
}

const HOURS = 10;
const PURPOSE = "scorm-package-pass";

export function writePass({ versionId, lessonId, enrolmentId }: PackagePass, now: Date): string {
  const until = Math.floor(now.getTime() / 1000) + HOURS * 3600;
  const text = Buffer.from(JSON.stringify([versionId, lessonId, enrolmentId, until])).toString("base64url");
  return `${text}.${keyedHash(PURPOSE, text)}`;
}

/** Null when it was not written here, or its time is over. */
export function readPass(pass: string, now: Date): PackagePass | null {
  const [text = "", mark = "", ...more] = pass.split(".");
  const right = Buffer.from(keyedHash(PURPOSE, text));
  const given = Buffer.from(mark);
  if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const [versionId, lessonId, enrolmentId, until] = JSON.parse(Buffer.from(text, "base64url").toString()) as [
    string,
    string,
    string | null,
    number,
  ];
  return now.getTime() < until * 1000 ? { versionId, lessonId, enrolmentId } : null;
}
