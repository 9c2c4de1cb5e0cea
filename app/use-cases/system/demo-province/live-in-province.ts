import { noteSignIn } from "~/domain/auth/account-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { findAttempt } from "~/domain/assessment/attempt-store.server";
import { rebuildPaper } from "~/domain/assessment/paper";
import { currentVersionOf, type CourseVersion } from "~/domain/courses/version-cache.server";
import { addDays, days, localDay } from "~/domain/time";
import { db } from "~/platform/db.server";
import { assignCourse } from "../../hr/assign-course";
import { finishLesson } from "../../learner/finish-lesson";
import { openLesson } from "../../learner/open-lesson";
import { startCourse } from "../../learner/start-course";
import { startTest } from "../../learner/start-test";
import { submitTest } from "../../learner/submit-test";
import { answerSheet } from "./answer-sheet";
import { chanceFrom, type Chance, uuidFrom } from "./chance";
import { learningStory, type LearningStep } from "./learning-story";

const COURSE = "van-hoa-cong-vu";
const DUE_IN_DAYS = 21;
const ASSIGNED_DAYS_AGO = 20;
/** One office was asked earlier, and its day has passed: whoever did not finish there is overdue, or was late. */
const EARLY = { unit: "P-LONG-XUYEN", assignedDaysAgo: 34, dueDaysAgo: 6, lastMinute: { share: 0.5, daysAgo: 9 } };
/** How many people learn while the demo is being made; more would keep a first start waiting. */
const LEARNERS = 75;
/** Lives that go on at the same time, as far as the pool of connections allows. */
const AT_ONCE = 6;

export interface DemoPerson {
  accountId: string;
  identifier: string;
  officialId: string;
  fullName: string;
  positionTitle: string;
  unit: { id: string; name: string; path: string };
}

/**
 * Lets some weeks pass in the demo: the course is assigned, and part of the people learn and take the test. Nothing is
 * written here: everything comes about through the same use cases as in life, at times that have passed. Without the
 * course nothing happens.
 */
export async function liveInProvince(input: {
  hr: DemoPerson;
  people: readonly DemoPerson[];
  now: Date;
}): Promise<{ learners: number } | null> {
  const { hr, people, now } = input;
  const course = await currentVersionOf(COURSE);
  const test = course?.manifest.test;
  if (!course || !test) return null;
  const daysAgo = (count: number) => new Date(now.getTime() - days(count));
  const assign = (unitCode: string, at: Date, dueOn: string) =>
    assignCourse({
      actor: { accountId: hr.accountId, name: hr.fullName, ip: null },
      scope: ["AG"],
      courseSlug: COURSE,
      unitCode,
      dueOn,
      cycle: localDay(now).slice(0, 4),
      note: null,
      now: at,
    });
  const today = localDay(now);
  await assign(EARLY.unit, daysAgo(EARLY.assignedDaysAgo), addDays(today, -EARLY.dueDaysAgo));
  await assign("AG", daysAgo(ASSIGNED_DAYS_AGO), addDays(today, DUE_IN_DAYS));

  const chance = chanceFrom("learners");
  const learners = people
    .map((person) => ({ person, place: chance.next() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, LEARNERS)
    .map(({ person }) => {
      const early = person.unit.path.split("/").includes(EARLY.unit);
      const own = chanceFrom(`life:${person.officialId}`);
      const questions = test.draw.reduce((sum, topic) => sum + topic.count, 0);
      const lastMinute = early && own.happens(EARLY.lastMinute.share);
      const from = daysAgo(lastMinute ? EARLY.lastMinute.daysAgo : early ? EARLY.assignedDaysAgo : ASSIGNED_DAYS_AGO);
      const story = learningStory({
        lessons: course.manifest.lessons,
        test: { ...test, questions },
        from,
        now,
        chance: own,
      });
      return { viewer: viewerOf(person), story, course, chance: own };
    })
    .filter(({ story }) => story.length > 0);

  // Numbers in the register of certificates follow the days of issue: the last step of each life waits for its turn.
  const lastSteps: { at: Date; live: () => Promise<void> }[] = [];
  await severalAtOnce(learners, async (learner) => {
    for (const step of learner.story.slice(0, -1)) await live(learner, step);
    const last = learner.story.at(-1)!;
    lastSteps.push({ at: timeOf(last), live: () => live(learner, last) });
    await noteSignIn(db, learner.viewer.accountId, timeOf(last));
  });
  for (const step of lastSteps.sort((a, b) => a.at.getTime() - b.at.getTime())) await step.live();
  return { learners: learners.length };
}

interface Learner {
  viewer: Viewer;
  course: CourseVersion;
  story: LearningStep[];
  chance: Chance;
}

async function live({ viewer, course, story, chance }: Learner, step: LearningStep): Promise<void> {
  const officialId = viewer.official!.id;
  const mine = { viewer, officialId, courseSlug: course.slug };
  if (step.kind === "begin") {
    await startCourse({ ...mine, now: step.at });
  } else if (step.kind === "lesson") {
    await openLesson({ ...mine, lessonId: step.lessonId, now: step.openedAt });
    await finishLesson({ ...mine, lessonId: step.lessonId, now: step.finishedAt });
  } else {
    const seed = uuidFrom(`paper:${officialId}:${story.indexOf(step)}`);
    const started = await startTest({ ...mine, honour: true, seed, now: step.startedAt });
    if (started.kind === "refused") return;
    const attempt = (await findAttempt({ attemptId: started.attemptId, officialId }))!;
    const paper = rebuildPaper({ policy: course.manifest.test!, questionsById: course.questionsById, ...attempt });
    const form = answerSheet({ paper, wrong: step.wrong, chance });
    await submitTest({ viewer, officialId, attemptId: attempt.id, form, now: step.handedInAt });
  }
}

function timeOf(step: LearningStep): Date {
  return step.kind === "begin" ? step.at : step.kind === "lesson" ? step.openedAt : step.startedAt;
}

function viewerOf(person: DemoPerson): Viewer {
  const { id, name, path } = person.unit;
  return {
    accountId: person.accountId,
    sessionIdHash: "",
    displayName: person.fullName,
    identifier: person.identifier,
    mustChangePassword: false,
    official: {
      id: person.officialId,
      fullName: person.fullName,
      positionTitle: person.positionTitle,
      unitId: id,
      unitName: name,
      unitPath: path,
    },
    roles: [],
    ip: null,
  };
}

async function severalAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
    }),
  );
}
