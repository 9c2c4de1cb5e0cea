/**
 * A process of its own: fills an empty database through the platform's own use cases and says who can do what in it. Only what
 * the past of thousands of people would take hours for, their reading, is written in two statements.
 */
import { fieldName } from "~/domain/assessment/answer-fields";
import { findAttempt } from "~/domain/assessment/attempt-store.server";
import { type Paper, rebuildPaper } from "~/domain/assessment/paper";
import { readSession, startSession } from "~/domain/auth/lucia.server";
import type { OfficialIdentity, Viewer } from "~/domain/auth/permissions";
import { type CourseVersion, currentVersions } from "~/domain/courses/version-cache.server";
import { addDays, localDay, minutes } from "~/domain/time";
import { query } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { assignCourse } from "~/use-cases/hr/assign-course";
import { savePaper } from "~/use-cases/learner/save-paper";
import { startTest } from "~/use-cases/learner/start-test";
import { submitTest } from "~/use-cases/learner/submit-test";
import { createDemoProvince } from "~/use-cases/system/create-demo-province";
import { answerSheet } from "~/use-cases/system/demo-province/answer-sheet";
import { chanceFrom } from "~/use-cases/system/demo-province/chance";
import { openDatabase } from "~/use-cases/system/open-database";
import { publishContent } from "~/use-cases/system/publish-content";
import type { Plan, Stage } from "./stage";

interface Person {
  accountId: string;
  identifier: string;
  cookie: string;
  viewer: Viewer;
  official: OfficialIdentity;
}

async function prepare(plan: Plan): Promise<Stage> {
  const now = new Date();
  const database = await openDatabase();
  try {
    await publishContent({ contentDir: env().contentDir, now });
    const { created } = await createDemoProvince({
      password: plan.password,
      now,
      size: "province",
      people: plan.people,
    });
    if (!created) throw new Error("the database holds a province already");
    const course = (await currentVersions()).find(({ manifest }) => manifest.test !== null);
    if (!course) throw new Error("content/ has no course with a test");
    const hr = await signedIn(await accountOf("nhansu"));
    const assigned = await assignCourse({
      actor: { accountId: hr.accountId, name: hr.viewer.displayName, ip: null },
      scope: ["AG"],
      courseSlug: course.slug,
      unitCode: "AG",
      dueOn: addDays(localDay(now), 21),
      note: null,
      now,
    });
    if (assigned.kind === "refused") throw new Error(`the course could not be assigned: ${assigned.reason}`);
    await letHalfRead(course, now);
    const stage = await castPeople({ plan, course, now });
    await query("bench.vacuum", "VACUUM ANALYZE", []);
    return { ...stage, hr: { cookie: hr.cookie, name: hr.official.fullName, unitName: assigned.unitName } };
  } finally {
    await database.close();
  }
}

/** Every second person has begun, and read some of the lessons. */
async function letHalfRead(course: CourseVersion, now: Date): Promise<void> {
  await query("bench.begin", "UPDATE enrolment SET started_at = $1 WHERE hashtext(official_id::text) % 2 = 0", [now]);
  await query(
    "bench.read",
    `INSERT INTO lesson_progress (enrolment_id, lesson_id, opened_at, last_seen_at, finished_at)
     SELECT e.id, l.lesson_id, $1::timestamptz - interval '10 minutes', $1, $1 FROM enrolment e JOIN lesson_version l ON l.version_id = e.version_id
     WHERE e.started_at IS NOT NULL AND l.position <= abs(hashtext(e.id::text) % $2::int)`,
    [now, course.lessons.length],
  );
}

async function castPeople({ plan, course, now }: { plan: Plan; course: CourseVersion; now: Date }) {
  const { readers, savers, handers, holders } = plan.crowd;
  const people = await pickPeople(readers + savers + handers + holders);
  const take = (count: number) => people.splice(0, count);
  const reading = take(readers);
  await letFinishLessons(
    people.map(({ official }) => official.id),
    now,
  );
  // One after the other: all at once would wait longer for a connection than a busy machine grants.
  const saving: TestTaker[] = [];
  for (const person of take(savers)) saving.push(await takeTest({ person, course, now }));
  const handing: TestTaker[] = [];
  for (const person of take(handers)) {
    const taker = await takeTest({ person, course, now });
    await savePaper({ officialId: person.official.id, attemptId: taker.attemptId, form: taker.form, now });
    handing.push(taker);
  }
  for (const person of take(holders)) {
    const { attemptId, form } = await takeTest({ person, course, now });
    await submitTest({ viewer: person.viewer, officialId: person.official.id, attemptId, form, now });
  }
  const lesson = [...course.lessons].sort((a, b) => sizeOf(a) - sizeOf(b))[Math.floor(course.lessons.length / 2)]!;
  return {
    course: { slug: course.slug, title: course.manifest.title },
    lesson: { id: lesson.id, title: lesson.title },
    signIns: reading.map(({ identifier }) => identifier),
    readers: reading.map(({ cookie, official }) => ({ cookie, name: official.fullName })),
    savers: saving.map(({ person, attemptId, paper, form }) => ({
      cookie: person.cookie,
      attemptId,
      answers: answersIn(paper, form),
    })),
    handers: handing.map(({ person, attemptId }) => ({ cookie: person.cookie, attemptId })),
    certificates: await query<{ serial: string; name: string }>(
      "bench.certificates",
      `SELECT serial, facts->>'fullName' AS name FROM certificate`,
      [],
    ),
  };
}

const sizeOf = (lesson: CourseVersion["lessons"][number]) => JSON.stringify(lesson.segments).length;

async function pickPeople(count: number): Promise<Person[]> {
  const rows = await query<{ id: string }>(
    "bench.people",
    `SELECT a.id FROM enrolment e JOIN account a ON a.official_id = e.official_id
     WHERE e.started_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.account_id = a.id)
     ORDER BY md5(a.id::text) LIMIT $1`,
    [count],
  );
  if (rows.length < count) {
    throw new Error(`${count} people with progress are needed and ${rows.length} are there: more --people`);
  }
  const people: Person[] = [];
  for (const { id } of rows) people.push(await signedIn(id));
  return people;
}

async function accountOf(identifier: string): Promise<string> {
  const [row] = await query<{ id: string }>("bench.account", "SELECT id FROM account WHERE identifier = $1", [
    identifier,
  ]);
  return row!.id;
}

/** A session as signing in makes it, without the work of the password hash. */
async function signedIn(accountId: string): Promise<Person> {
  const cookie = (await startSession(accountId, { ip: null, userAgent: null })).split(";")[0]!;
  const { viewer } = await readSession(cookie);
  return { accountId, cookie, viewer: viewer!, identifier: viewer!.identifier, official: viewer!.official! };
}

async function letFinishLessons(officialIds: string[], now: Date): Promise<void> {
  await query(
    "bench.finish",
    `INSERT INTO lesson_progress (enrolment_id, lesson_id, opened_at, last_seen_at, finished_at)
     SELECT e.id, l.lesson_id, $1::timestamptz - interval '10 minutes', $1, $1 FROM enrolment e JOIN lesson_version l ON l.version_id = e.version_id
     WHERE e.official_id = ANY($2::uuid[])
     ON CONFLICT (enrolment_id, lesson_id) DO NOTHING`,
    [now, officialIds],
  );
}

interface TestTaker {
  person: Person;
  attemptId: string;
  paper: Paper;
  form: FormData;
}

async function takeTest({
  person,
  course,
  now,
}: {
  person: Person;
  course: CourseVersion;
  now: Date;
}): Promise<TestTaker> {
  const officialId = person.official.id;
  // Begun a while ago: a paper that is handed in at once would ask for more questions.
  const begun = new Date(now.getTime() - minutes(4));
  const started = await startTest({
    viewer: person.viewer,
    officialId,
    courseSlug: course.slug,
    honour: true,
    now: begun,
  });
  if (started.kind === "refused") throw new Error(`the test could not be started: ${started.reason}`);
  const { attemptId } = started;
  const attempt = (await findAttempt({ attemptId, officialId }))!;
  const paper = rebuildPaper({ policy: course.manifest.test!, questionsById: course.questionsById, ...attempt });
  return { person, attemptId, paper, form: answerSheet({ paper, wrong: 0, chance: chanceFrom(attemptId) }) };
}

/** The form of each question as the paper's script posts it. */
function answersIn(paper: Paper, form: FormData): { question: string; fields: string }[] {
  return paper.questions.map(({ id }) => {
    const fields = new URLSearchParams();
    for (const [name, value] of form) {
      if (name === fieldName(id) || name.startsWith(`${fieldName(id)}.`)) fields.append(name, String(value));
    }
    return { question: id, fields: fields.toString() };
  });
}

process.once("message", (plan: Plan) => {
  prepare(plan).then(
    (stage) => process.send!({ stage }, () => process.exit(0)),
    (error: Error) => process.send!({ error: error.stack ?? String(error) }, () => process.exit(1)),
  );
});
