import type { CompiledLesson } from "~/domain/courses/course";
import { judge, mergeValues, secondsOf, timeOf } from "~/domain/courses/scorm/judge";
import { readPass, type PackagePass } from "~/domain/courses/scorm/package-pass.server";
import { findPackageFile } from "~/domain/courses/scorm/package-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { findPlayedTurn, findScorm, saveScorm, type ScormRow } from "~/domain/enrolment/scorm/scorm-store.server";
import { db, inTransaction } from "~/platform/db.server";
import { keyedHash } from "~/platform/sealed.server";
import { finishLesson } from "./finish-lesson";

/** A file of the package that a pass opens; null also when the pass is none. */
export async function openPackageFile(input: {
  pass: string;
  path: string;
  now: Date;
}): Promise<{ path: string; bytes: Uint8Array } | null> {
  const pass = readPass(input.pass, input.now);
  return pass && findPackageFile(db, { versionId: pass.versionId, path: input.path });
}

/** What a page of a package finds when it begins: values that it reads, by their names. */
export async function readPackageState(input: {
  pass: string;
  now: Date;
}): Promise<{ values: Record<string, string>; kept: boolean } | null> {
  const pass = readPass(input.pass, input.now);
  const item = pass && (await itemOf(pass));
  if (!pass || !item) return null;
  const turn = await turnOf(pass);
  const row = turn && (await findScorm(db, { enrolmentId: pass.enrolmentId!, lessonId: pass.lessonId }));
  const { "cmi.core.exit": exit, "cmi.core.session_time": _, ...kept } = row?.cmi ?? {};
  const values = {
    "cmi.core.lesson_location": "",
    "cmi.suspend_data": "",
    "cmi.core.score.raw": "",
    "cmi.core.score.min": "",
    "cmi.core.score.max": "",
    "cmi.comments": "",
    ...kept,
    // Not the person's own number: a package is told who learns, and nothing that leads to them elsewhere.
    "cmi.core.student_id": turn ? keyedHash("scorm-student", turn.officialId).slice(0, 16) : "0",
    "cmi.core.student_name": turn?.fullName ?? "Người xem trước",
    "cmi.core.credit": turn ? "credit" : "no-credit",
    "cmi.core.lesson_mode": turn ? "normal" : "browse",
    "cmi.core.lesson_status": row?.status ?? "not attempted",
    "cmi.core.entry": !row ? "ab-initio" : exit === "logout" || exit === "time-out" ? "" : "resume",
    "cmi.core.total_time": timeOf(row ? row.earlierSeconds + row.sessionSeconds : 0),
    "cmi.launch_data": item.scorm!.launchData,
    "cmi.comments_from_lms": "",
    "cmi.student_data.mastery_score": item.scorm!.masteryScore === null ? "" : String(item.scorm!.masteryScore),
    "cmi.student_data.max_time_allowed": "",
    "cmi.student_data.time_limit_action": "continue,no message",
  };
  return { values, kept: turn !== null };
}

export type PackageAnswer =
  { kind: "kept"; status: string; scorePercent: number | null; done: boolean } | { kind: "refused" };

/** One opening of an item, and what it has set since its last message that arrived. */
export interface PackageMessage {
  session: string;
  /** Goes up with each message, so that one that was overtaken on its way is left out. */
  sequence: number;
  values: unknown;
  /** LMSFinish was called. */
  ended: boolean;
}

/** Keeps what a package says; the lesson is finished, and with it perhaps the course, once the package says so. */
export async function keepPackageState(input: {
  pass: string;
  message: PackageMessage;
  now: Date;
}): Promise<PackageAnswer> {
  const { message, now } = input;
  const pass = readPass(input.pass, now);
  const turn = pass && (await turnOf(pass));
  const item = pass && (await itemOf(pass));
  if (!turn || item?.scorm?.kind !== "sco") return { kind: "refused" };
  const key = { enrolmentId: pass.enrolmentId!, lessonId: pass.lessonId };
  const kept = await inTransaction(async (tx) => {
    const before = await findScorm(tx, { ...key, hold: true });
    if (before?.sessionId === message.session && message.sequence <= before.sequence) {
      return { row: before, done: false };
    }
    const cmi = mergeValues(before?.cmi ?? {}, message.values);
    if (!cmi) return null;
    const { status, percent, done } = judge(cmi, item.scorm!, message.ended);
    const row: ScormRow = {
      status,
      scorePercent: best(before?.scorePercent ?? null, percent),
      cmi,
      sessionId: message.session,
      sequence: message.sequence,
      ...timesAfter(before, message),
    };
    await saveScorm(tx, { ...key, row, now });
    return { row, done };
  });
  if (!kept) return { kind: "refused" };
  if (kept.done && !turn.finishedAt) {
    const { officialId, courseSlug } = turn;
    await finishLesson({ viewer: null, officialId, courseSlug, lessonId: pass.lessonId, byPackage: true, now });
  }
  const { status, scorePercent } = kept.row;
  return { kind: "kept", status, scorePercent, done: kept.done || turn.finishedAt !== null };
}

/** A new opening begins to count anew; what the earlier ones came to is kept beside it. */
function timesAfter(before: ScormRow | null, { session, values }: PackageMessage) {
  const said = (values as Record<string, unknown>)["cmi.core.session_time"];
  const seconds = typeof said === "string" ? secondsOf(said) : null;
  if (!before) return { earlierSeconds: 0, sessionSeconds: seconds ?? 0 };
  const { earlierSeconds, sessionSeconds } = before;
  if (before.sessionId === session) return { earlierSeconds, sessionSeconds: seconds ?? sessionSeconds };
  return { earlierSeconds: earlierSeconds + sessionSeconds, sessionSeconds: seconds ?? 0 };
}

const best = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.max(a, b));

async function itemOf({ versionId, lessonId }: PackagePass): Promise<CompiledLesson | null> {
  const lesson = (await courseVersion(versionId)).lesson(lessonId);
  return lesson?.scorm ? lesson : null;
}

const turnOf = ({ enrolmentId, versionId, lessonId }: PackagePass) =>
  enrolmentId === null ? Promise.resolve(null) : findPlayedTurn({ enrolmentId, versionId, lessonId });
