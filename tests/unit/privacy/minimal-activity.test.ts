import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/**
 * What is kept of how people learn: every column of the tables that grow with what a person does, and what it is for. A column that is
 * not here, or one more table that hangs on a person, fails until somebody has said why it must be kept (and whether the notice and the
 * retention plan name it). There are no clicks, no seconds of looking, no position of a pointer, no picture.
 */
const ACTIVITY: Record<string, Record<string, string>> = {
  LessonProgress: {
    enrolmentId: "whose",
    lessonId: "which lesson",
    openedAt: "that it was begun",
    lastSeenAt: "where to go on",
    resumeAt: "where reading stopped; goes after completion",
    finishedAt: "counts for completion",
    checks: "the reader's own answers, never scored; go after completion",
  },
  ScormProgress: {
    enrolmentId: "whose",
    lessonId: "which item",
    status: "counts for completion",
    scorePercent: "counts for completion",
    cmi: "what the package itself keeps to go on; goes after completion",
    sessionId: "which opening the messages belong to",
    sequence: "so that an old message does not undo a later one",
    earlierSeconds: "the total that the standard hands back to the package",
    sessionSeconds: "the same of this opening",
    updatedAt: "when it was last heard of",
  },
  Attempt: {
    id: "",
    enrolmentId: "whose",
    officialId: "whose",
    versionId: "which course",
    number: "which go",
    seed: "rebuilds the paper",
    questionIds: "rebuilds the paper",
    status: "open, handed in, void",
    startedAt: "the time limit",
    deadlineAt: "the time limit",
    submittedAt: "on time or not",
    byTimer: "explains the result",
    points: "result",
    maxPoints: "result",
    percent: "result",
    passed: "result",
    awaitsMarking: "an officer has to mark it",
    activeDevice: "a random word, so that two windows do not overwrite each other",
    extras: "questions that were added, and why",
  },
  Answer: {
    attemptId: "whose",
    questionId: "which",
    sequence: "the last choice counts",
    response: "the answer",
    marked: "the learner's own mark",
    savedAt: "that it was in time",
    points: "result",
    tries: "tests that answer at once",
    settledAt: "tests that answer at once",
  },
  AttemptEvent: {
    id: "",
    attemptId: "whose",
    kind: "what an officer did",
    at: "when",
    actorId: "who did it",
    actorName: "who did it",
    reason: "why",
    regradeId: "by which decision",
    before: "what stood there",
    after: "what came",
  },
  RemedialDuty: {
    enrolmentId: "whose",
    questionId: "because of which answer",
    attemptId: "in which attempt",
    lessonId: "what is to be read",
    section: "what is to be read",
    optionId: "because of which answer",
    dueFrom: "since when",
    doneAt: "counts for completion",
  },
  Session: {
    idHash: "",
    accountId: "whose",
    expiresAt: "when it ends; then it is deleted",
    createdAt: "so that a stranger is seen",
    ip: "so that a stranger is seen; goes with the session",
    userAgent: "so that a stranger is seen; goes with the session",
  },
  RecordAccess: {
    id: "",
    at: "shown to whose record it is",
    actorId: "once an hour",
    actorName: "shown to whose record it is",
    roles: "shown to whose record it is",
    how: "shown to whose record it is",
    officialId: "whose record",
    unitPath: "whose records",
    rows: "how many people",
  },
  DraftPresence: {
    draftId: "where",
    accountId: "who writes now; goes after a day",
    name: "shown to the others who write",
    path: "in which file",
    seenAt: "until when it is true",
  },
};

/** Other tables that name a person, each with what it is: the record itself, or something that they wrote or were given. */
const OF_A_PERSON: Record<string, string> = {
  Employment: "the posts that were held",
  Account: "how one signs in",
  RoleGrant: "what one may do",
  Enrolment: "what is asked, begun and completed",
  Completion: "the record",
  Certificate: "the record",
  CertificateTurn: "the record",
  Accommodation: "what was granted",
  SupplementDuty: "what is owed",
  SupplementCompletion: "the record",
  CodeAcknowledgement: "the record",
  ReaderReport: "what one wrote",
  CorrectionRequest: "what one asked for",
  RecognisedLearning: "the record",
  EvaluationObjection: "what one objected to",
  EvaluationSnapshotLine: "where a person stands in the figures of a closed period",
  RecordMismatch: "what the nightly comparison found in the record of whom",
  DraftReviewer: "what one decided",
  CourseSignoff: "what one is asked to decide",
};

const schema = readFileSync(new URL("../../../prisma/schema.prisma", import.meta.url), "utf8");
const models = new Map(
  [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name, body]) => [
    name!,
    [...body!.matchAll(/^ {2}(\w+) +(\w+)/gm)].map(([, field, type]) => ({ field: field!, type: type! })),
  ]),
);
const columnsOf = (name: string) =>
  models
    .get(name)!
    .filter(({ type }) => !models.has(type))
    .map(({ field }) => field);

test.each(Object.keys(ACTIVITY))("every column of %s has its reason", (name) => {
  expect(columnsOf(name).sort()).toEqual(Object.keys(ACTIVITY[name]!).sort());
});

test("every table that names a person is known to be activity or record", () => {
  const naming = [...models.keys()].filter((name) =>
    columnsOf(name).some((field) => /^(officialId|accountId)$/.test(field)),
  );
  const unknown = naming.filter((name) => !(name in ACTIVITY) && !(name in OF_A_PERSON));
  expect(unknown, "say in this file what the table is, and whether notice and retention plan name it").toEqual([]);
});

test("no column anywhere smells of being watched", () => {
  const watched =
    /click|scroll|mouse|keystroke|keypress|pointer|dwell|viewedSeconds|heatmap|screenshot|camera|webcam|fingerprint|geolocation|latitude/i;
  expect([...models.keys()].flatMap((name) => columnsOf(name).filter((field) => watched.test(field)))).toEqual([]);
});
